import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests that start processes or live through real seconds: `npm run check` leaves them to `npm test`. */
const patient = [
  'packages/swarm/src/swarm.test.ts',
  'packages/swarm/src/fuzz/fuzz.test.ts',
  'packages/database/src/backup/*.test.ts',
  'packages/database/src/contest-log/append-worker.test.ts',
  'packages/formats/src/linearity.test.ts',
  'apps/server/src/abuse/*.test.ts',
  'apps/server/src/backup/*.test.ts',
  'apps/server/src/socket/*.test.ts',
  'apps/server/src/verify/*.test.ts',
]

const quick = process.env['KHAC_SAU_QUICK'] === '1'

/** One run for the whole house. `KHAC_SAU_QUICK=1` leaves the patient ones out, `KHAC_SAU_POSTGRES=0` PostgreSQL. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: [
      'packages/*/src/**/*.test.{ts,tsx}',
      'packages/config/tests/*.test.ts',
      'apps/*/src/**/*.test.{ts,tsx}',
      // What was built: `npm run check` and `npm test` build first.
      'apps/web/{build,bundle}/*.test.ts',
      'scripts/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', ...(quick ? patient : [])],
    // Quickly, files share a thread and what they import; for the proof each has a process of its own.
    ...(quick ? { pool: 'threads' as const, isolate: false } : {}),
    // On two cores Vitest would take one: most of what is patient waits, for clocks and for other processes.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
