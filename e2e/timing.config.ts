import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/** `npm run timing`: how far a recorded time is from the touch, and how far apart pages show the options. */
export default defineConfig({
  ...tests,
  testDir: 'timing',
  timeout: 600_000,
  expect: { timeout: 30_000 },
  // A trace takes the time that is to be measured.
  use: { ...tests.use, trace: 'off', actionTimeout: 60_000 },
})
