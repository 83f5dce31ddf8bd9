import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests that start processes or live through real seconds: `npm run check` leaves them to `npm test`. */
const patient = [
  'packages/swarm/src/swarm.test.ts',
  'packages/swarm/src/fuzz/fuzz.test.ts',
  'packages/database/src/backup/*.test.ts',
  'packages/database/src/contest-log/append-worker.test.ts',
  'packages/formats/src/hostile-texts.test.ts',
  'apps/server/src/abuse/*.test.ts',
  'apps/server/src/backup/*.test.ts',
  'apps/server/src/socket/*.test.ts',
  'apps/server/src/verify/*.test.ts',
]

/** Tests whose PostgreSQL ends with the process: each file has one of its own. */
const onPostgres = [
  'packages/database/src/contest-log/contest-log.test.ts',
  'packages/database/src/repositories/repositories.test.ts',
  'packages/database/src/schema/{migrations,parity}.test.ts',
  'packages/database/src/store.test.ts',
]

const quick = process.env['KHAC_SAU_QUICK'] === '1'
const elsewhere = ['**/node_modules/**']
const apart = [...onPostgres, ...(quick ? [] : patient)]

/**
 * One run for the whole house. `KHAC_SAU_QUICK=1` leaves the patient ones out, `KHAC_SAU_POSTGRES=0` PostgreSQL;
 * `KHAC_SAU_BUILT=1` says that the server was just built, and its processes start from there.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    // On two cores Vitest would take one: most of what is patient waits, for clocks and for other processes.
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'together',
          include: [
            'packages/*/src/**/*.test.{ts,tsx}',
            'packages/config/tests/*.test.ts',
            'apps/*/src/**/*.test.{ts,tsx}',
            // What was built: `npm run check` and `npm test` build first.
            'apps/web/{build,bundle}/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...elsewhere, ...onPostgres, ...patient],
          // Files share a thread, and what they import.
          pool: 'threads',
          isolate: false,
        },
      },
      // A process for each file.
      { extends: true, test: { name: 'apart', include: apart, exclude: elsewhere } },
    ],
  },
})
