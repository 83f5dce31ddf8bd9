import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** `npm run phone-speed`: what a slow phone on a slow network waits for, from the link to the answer. */
export default defineConfig({
  ...tests,
  testDir: 'phone-speed',
  timeout: 900_000,
  expect: { timeout: 60_000 },
  // A trace takes the time that is to be measured.
  use: { ...tests.use, trace: 'off', actionTimeout: 60_000, navigationTimeout: 60_000 },
})
