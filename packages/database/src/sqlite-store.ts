import { setTimeout as sleep } from 'node:timers/promises'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { migrationsFolder } from './migrations-folder.ts'
import { sqliteKit } from './schema/kit.ts'
import { tables } from './schema/tables.ts'
import { executeNow, openSqliteConnection, type SqliteClient, sqliteWriter } from './sqlite-connection.ts'
import { errorCode } from './statement-error.ts'
import type { Store, TransactionBody, Writer } from './store.ts'

/** Short, because it blocks this thread; a longer wait for the log's writer goes through the event loop. */
const busyTimeoutMillis = 25
const patienceMillis = 10_000

export async function openSqliteStore(file: string): Promise<Store> {
  const client = await whenFree(() => openSqliteConnection(file, busyTimeoutMillis))
  try {
    await whenFree(() => migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('sqlite') }))
  } catch (error) {
    client.close()
    throw error
  }
  const writer = sqliteWriter(client)
  return {
    dialect: 'sqlite',
    tables: tables(sqliteKit),
    read: writer,
    write: (statement) => whenFree(() => executeNow(statement(writer))),
    atomically: (body) => whenFree(() => client.transaction(() => drive(body, writer)).immediate()),
    checkpoint: () => whenFree(() => checkpointNow(client)),
    async vacuum() {
      await whenFree(() => client.exec('vacuum'))
      await whenFree(() => checkpointNow(client))
    },
    async close() {
      client.close()
    },
  }
}

/** The log keeps older pages until it is cut off, which readers and writers of other connections hold up. */
function checkpointNow(client: SqliteClient): void {
  const [outcome] = client.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  if (outcome?.busy !== 0) throw new WalBusyError('the log is in use')
}

/** Named as SQLite names what can be tried again. */
class WalBusyError extends Error {
  override readonly name = 'WalBusyError'
  readonly code = 'SQLITE_BUSY_CHECKPOINT'
}

function drive<T>(body: TransactionBody<T>, writer: Writer): T {
  const steps = body(writer)
  let step = steps.next()
  while (!step.done) step = steps.next(executeNow(step.value))
  return step.value
}

/** Another connection may hold the write lock for as long as an fsync takes: wait without holding up this thread. */
async function whenFree<T>(attempt: () => T): Promise<T> {
  const giveUpAt = performance.now() + patienceMillis
  for (;;) {
    try {
      return attempt()
    } catch (error) {
      const busy = errorCode(error)?.startsWith('SQLITE_BUSY') ?? false
      if (!busy || performance.now() > giveUpAt) throw error
      await sleep(10)
    }
  }
}
