import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

/**
 * With an observer attached, Chromium notes call stacks, and so reads the whole of a script a second time for its line
 * numbers: half a second on a phone 6 times as slow that no phone in a room ever waits.
 */
const positionsAtOnce = '--js-flags=--no-enable-lazy-source-positions'

/** `npm run phone-speed`: what a slow phone on a slow network waits for, from the link to the answer. */
export default defineConfig({
  ...tests,
  testDir: 'phone-speed',
  timeout: 900_000,
  expect: { timeout: 60_000 },
  // A trace takes the time that is to be measured.
  use: {
    ...tests.use,
    trace: 'off',
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    launchOptions: { ...tests.use?.launchOptions, args: [...(tests.use?.launchOptions?.args ?? []), positionsAtOnce] },
  },
})
