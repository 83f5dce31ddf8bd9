import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** `npm run resume-times`: how long a phone takes from coming back to the right screen, over many times (GA4). */
export default defineConfig({
  ...tests,
  testDir: 'resume-times',
  timeout: 900_000,
  expect: { timeout: 30_000 },
  // A trace takes the time that is to be measured.
  use: { ...tests.use, trace: 'off' },
})
