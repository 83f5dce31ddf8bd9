import * as postgres from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/** One column vocabulary for two dialects. The PostgreSQL kit is the type of record. */
export type Kit = typeof postgresKit

export const postgresKit = {
  table: postgres.pgTable,
  index: postgres.index,
  unique: postgres.unique,
  primaryKey: postgres.primaryKey,
  foreignKey: postgres.foreignKey,
  text: (name: string) => postgres.text(name),
  oneOf: <const T extends [string, ...string[]]>(name: string, values: T) => postgres.text(name, { enum: values }),
  integer: (name: string) => postgres.integer(name),
  bigint: (name: string) => postgres.bigint(name, { mode: 'number' }),
  boolean: (name: string) => postgres.boolean(name),
}

export const sqliteKit = seenAsPostgres<Kit>({
  table: sqlite.sqliteTable,
  index: sqlite.index,
  unique: sqlite.unique,
  primaryKey: sqlite.primaryKey,
  foreignKey: sqlite.foreignKey,
  text: (name: string) => sqlite.text(name),
  oneOf: <const T extends [string, ...string[]]>(name: string, values: T) => sqlite.text(name, { enum: values }),
  integer: (name: string) => sqlite.integer(name),
  bigint: (name: string) => sqlite.integer(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
} satisfies Record<keyof Kit, unknown>)

/** On which version a change is made, and who made the one before: several secretaries at once overwrite nothing unseen. */
export function editColumns(kit: Kit) {
  return {
    revision: kit.integer('revision').notNull().default(1),
    changedBy: kit.text('changed_by'),
    changedAtMs: kit.bigint('changed_at_ms'),
  }
}

/**
 * The one place where the two dialects are unified by a cast: drizzle gives SQLite parts other types than the
 * PostgreSQL parts of the same use. What makes it true is the parity test and the contract suites run on both.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- a cast, named and kept in one place
export function seenAsPostgres<T>(sqlitePart: unknown): T {
  return sqlitePart as T
}
