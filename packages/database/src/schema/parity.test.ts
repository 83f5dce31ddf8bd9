import { getTableColumns } from 'drizzle-orm'
import { getTableConfig as postgresConfig, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as sqliteConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { postgresKit, seenAsPostgres, sqliteKit } from './kit.ts'
import { tables } from './tables.ts'

const onPostgres = tables(postgresKit)
const onSqlite = tables(sqliteKit)

describe.each(Object.keys(onPostgres) as (keyof typeof onPostgres)[])('table %s', (name) => {
  test('has the same shape on SQLite and PostgreSQL', () => {
    expect(shape(sqliteParts(onSqlite[name]), onSqlite[name])).toEqual(
      shape(postgresConfig(onPostgres[name]), onPostgres[name]),
    )
  })
})

test('every instant is a count of milliseconds, and every id is text', () => {
  for (const table of Object.values(onPostgres)) {
    for (const column of postgresConfig(table).columns) {
      expect(column.getSQLType()).not.toMatch(/timestamp|date|uuid|json/)
      if (/_at(_|$)|(^|_)at_ms$/.test(column.name)) expect(column.getSQLType()).toBe('bigint')
      if (/(^|_)id$/.test(column.name)) expect(column.getSQLType()).toBe('text')
    }
  }
})

test('only the roster names a member; accounts, and invitations to them, name who signs in', () => {
  const naming = Object.values(onPostgres)
    .map(postgresConfig)
    .filter(({ columns }) => columns.some((column) => /name|login/.test(column.name)))

  expect(naming.map((config) => config.name).sort()).toEqual([
    'account',
    'administrator',
    'cell',
    'invitation',
    'member',
  ])
})

/** The kit shows SQLite tables as PostgreSQL ones; here they are taken for what they are. */
function sqliteParts(table: PgTable) {
  return sqliteConfig(seenAsPostgres<SQLiteTable>(table))
}

type Config = ReturnType<typeof sqliteConfig> | ReturnType<typeof postgresConfig>

function shape(config: Config, table: PgTable) {
  return {
    name: config.name,
    keys: Object.keys(getTableColumns(table)),
    columns: config.columns.map((column) => [
      column.name,
      column.notNull,
      column.hasDefault,
      column.default,
      column.primary,
      column.isUnique,
      column.dataType,
      column.enumValues,
    ]),
    primaryKeys: config.primaryKeys.map((key) => key.columns.map((column) => column.name)),
    uniques: config.uniqueConstraints.map((unique) => unique.columns.map((column) => column.name)),
    indexes: config.indexes.map((index) => [index.config.name, columnNames(index.config.columns)]),
    foreignKeys: config.foreignKeys.map((key) => {
      const { columns, foreignColumns } = key.reference()
      return [columnNames(columns), columnNames(foreignColumns), key.onDelete ?? 'no action']
    }),
  }
}

function columnNames(columns: readonly object[]): string[] {
  return columns.map((column) => ('name' in column ? String(column.name) : ''))
}
