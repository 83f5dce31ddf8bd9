import { defineConfig } from '@playwright/test'
import tests from './playwright.config.ts'

const port = 4179

/** `npm run screens`: every view of the gallery, held against what everyone must be able to see, read and reach. */
export default defineConfig({
  ...tests,
  testDir: 'screens',
  workers: 2,
  timeout: 3_600_000,
  use: { ...tests.use, baseURL: `http://localhost:${port}`, trace: 'off', contextOptions: { reducedMotion: 'reduce' } },
  webServer: {
    command: `exec vite preview --mode gallery --port ${port} --strictPort`,
    cwd: '../apps/web',
    url: `http://localhost:${port}/gallery.html`,
    reuseExistingServer: false,
  },
})
