import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { seenAsPostgres } from './schema/kit.ts'
import type { Writer } from './store.ts'

export type SqliteClient = Database.Database

/** Before 3.51.3 a WAL reset could lose commits when two connections were open. */
const oldestSafeSqlite = [3, 51, 3] as const
const synchronousFull = 2

export class SqliteTooOldError extends Error {
  override readonly name = 'SqliteTooOldError'
}

export class SqliteNotDurableError extends Error {
  override readonly name = 'SqliteNotDurableError'
}

export function openSqliteConnection(file: string, busyTimeoutMillis: number): SqliteClient {
  const client = new Database(file, { timeout: busyTimeoutMillis })
  try {
    assertSafeVersion(sqliteVersion(client))
    client.pragma('journal_mode = WAL')
    client.pragma('synchronous = FULL') // after WAL: switching modes may set it back
    client.pragma('foreign_keys = ON')
    client.pragma('secure_delete = ON') // what is deleted or written over is not to be read from the file (P2, P4)
    assertDurableAfterWrite(client)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

export function sqliteWriter(client: SqliteClient): Writer {
  return seenAsPostgres<Writer>(drizzle({ client }))
}

/** Runs a statement built by `sqliteWriter` at once: better-sqlite3 is synchronous under its promises. */
export function executeNow<T>(statement: PromiseLike<T>): T {
  return seenAsPostgres<SqliteStatement<T>>(statement).prepare().execute().sync()
}

/** This build reports FULL until the first write and may then fall back to NORMAL, which loses commits at a power cut. */
export function assertDurableAfterWrite(client: SqliteClient): void {
  client.pragma(`user_version = ${Number(client.pragma('user_version', { simple: true }))}`)
  const synchronous = client.pragma('synchronous', { simple: true })
  if (synchronous !== synchronousFull) {
    throw new SqliteNotDurableError(`synchronous is ${String(synchronous)} after the first write, not FULL`)
  }
  const mode = client.pragma('journal_mode', { simple: true })
  if (mode !== 'wal') throw new SqliteNotDurableError(`journal_mode is ${String(mode)}, not wal`)
}

export function assertSafeVersion(version: string): void {
  const parts = version.split('.').map(Number)
  for (const [index, least] of oldestSafeSqlite.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) throw new SqliteTooOldError(`SQLite ${version} is older than ${oldestSafeSqlite.join('.')}`)
  }
}

type SqliteStatement<T> = { prepare(): { execute(): { sync(): T } } }

function sqliteVersion(client: SqliteClient): string {
  return String(client.prepare('select sqlite_version()').pluck().get())
}
