import type { AppendFaults } from './contest-log/append-message.ts'
import { openAppendWorker } from './contest-log/append-worker.ts'
import type { ContestLog } from './contest-log/contest-log.ts'
import { postgresContestLog } from './contest-log/postgres-contest-log.ts'
import { sqliteContestLog } from './contest-log/sqlite-contest-log.ts'
import { openPostgresStore } from './postgres-store.ts'
import { openSqliteStore } from './sqlite-store.ts'
import type { Store, StoreOptions } from './store.ts'

export type Database = {
  readonly store: Store
  readonly contestLog: ContestLog
  /** Commits what is waiting in the log first. */
  readonly close: () => Promise<void>
}

export type DatabaseOptions = StoreOptions & {
  /** For tests: what the disk under a SQLite file does. */
  readonly faults?: AppendFaults | undefined
}

/** `location` is a `postgres://` or `postgresql://` address, or else the path of a SQLite file. */
export async function openDatabase(location: string, options: DatabaseOptions): Promise<Database> {
  return /^postgres(ql)?:\/\//.test(location) ? openPostgres(location, options) : openSqlite(location, options)
}

async function openPostgres(url: string, options: StoreOptions): Promise<Database> {
  const store = await openPostgresStore(url, options)
  return { store, contestLog: postgresContestLog(store), close: () => store.close() }
}

async function openSqlite(file: string, { faults }: DatabaseOptions): Promise<Database> {
  const store = await openSqliteStore(file)
  const worker = await openAppendWorker(file, faults).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
  return {
    store,
    contestLog: sqliteContestLog(store, worker),
    async close() {
      await worker.close()
      await store.close()
    },
  }
}
