import { defineConfig } from '@playwright/test'

/** One story after the other: each has a server, a projector and several phones of its own. */
export default defineConfig({
  testDir: 'stories',
  workers: 1,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  outputDir: '../test-results',
  reporter: 'list',
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    // It takes up to half of a story's time; `--trace on` for one that is looked into.
    trace: 'off',
    launchOptions: {
      ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
})
