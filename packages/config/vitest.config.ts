import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** One run for the whole house. `KHAC_SAU_POSTGRES=0` leaves PostgreSQL out (`npm run check` does, to stay under a minute). */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'packages/config/tests/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      'scripts/**/*.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
