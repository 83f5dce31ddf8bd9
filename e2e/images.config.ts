import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** `npm run images`: not a test but a camera, which drives the demo and takes the pictures of docs/images. */
export default defineConfig({ ...tests, testDir: 'images' })
