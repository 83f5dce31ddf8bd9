import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Tables } from './schema/tables.ts'

/** Only promise-style builders are visible: no `.get()`, `.all()`, `.run()`, and no `transaction`. */
export type Reader = Pick<NodePgDatabase, 'select'>
export type Writer = Pick<NodePgDatabase, 'select' | 'insert' | 'update' | 'delete'>

/**
 * The body of a transaction. A generator cannot await anything but the statements it yields, so it runs synchronously
 * inside one SQLite transaction. It may run more than once on PostgreSQL: it decides, it causes nothing else.
 */
export type TransactionBody<T> = (writer: Writer) => Generator<PromiseLike<unknown>, T, unknown>

export type Store = {
  readonly dialect: 'sqlite' | 'postgres'
  readonly tables: Tables
  readonly read: Reader
  /** One statement on its own. Ask for `.returning()`: without it the drivers differ. */
  readonly write: <T>(statement: (writer: Writer) => PromiseLike<T>) => Promise<T>
  readonly atomically: <T>(body: TransactionBody<T>) => Promise<T>
  /**
   * What was deleted or written over is not in the files of a SQLite database any more, but for what rebuilt pages of it
   * held before (`vacuum`). On PostgreSQL that is autovacuum's to do.
   */
  readonly checkpoint: () => Promise<void>
  /**
   * P2: no file of a SQLite database, and no row version in any table on PostgreSQL, holds anything that was deleted or
   * written over. Holds up this thread, and whoever writes, for as long as writing the file anew takes.
   */
  readonly vacuum: () => Promise<void>
  readonly close: () => Promise<void>
}

export type StoreOptions = {
  /** Hears of connections lost while idle; they are replaced by themselves. */
  readonly report: (error: Error) => void
}

/** `yield* run(statement)` is the typed `await` of a transaction body. */
export function* run<T>(statement: PromiseLike<T>): Generator<PromiseLike<T>, T, unknown> {
  // The drivers of the body send back exactly what the yielded statement gave; a generator cannot say so in its type.
  return (yield statement) as T
}
