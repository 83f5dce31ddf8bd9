import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** `npm run lighthouse`: the member's page as Lighthouse sees it, five times. */
export default defineConfig({ ...tests, testDir: 'lighthouse', timeout: 900_000, use: { trace: 'off' } })
