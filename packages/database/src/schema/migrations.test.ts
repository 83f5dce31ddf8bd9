import { readFile } from 'node:fs/promises'
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import * as postgresSchema from './postgres.ts'
import * as sqliteSchema from './sqlite.ts'
import { tables } from './tables.ts'
import { postgresKit } from './kit.ts'

test('the migrations for SQLite lead to the schema', async () => {
  const current = await generateSQLiteDrizzleJson(sqliteSchema)

  expect(Object.keys(current.tables)).toHaveLength(tableCount)
  expect(await generateSQLiteMigration(await lastSnapshot('sqlite'), current)).toEqual([])
})

test('the migrations for PostgreSQL lead to the schema', async () => {
  const current = generateDrizzleJson(postgresSchema)

  expect(Object.keys(current.tables)).toHaveLength(tableCount)
  expect(await generateMigration(await lastSnapshot('postgres'), current)).toEqual([])
})

test('a column that no migration makes is noticed', async () => {
  const { cell: _cell, ...withoutCell } = sqliteSchema
  const current = await generateSQLiteDrizzleJson(withoutCell)

  expect(await generateSQLiteMigration(current, await lastSnapshot('sqlite'))).not.toEqual([])
})

const tableCount = Object.keys(tables(postgresKit)).length

/** What drizzle-kit wrote down beside the last migration. */
async function lastSnapshot(dialect: 'sqlite' | 'postgres') {
  const folder = new URL(`../../migrations/${dialect}/meta/`, import.meta.url)
  const journal = JSON.parse(await readFile(new URL('_journal.json', folder), 'utf8'))
  const last = String(journal.entries.at(-1).idx).padStart(4, '0')
  return JSON.parse(await readFile(new URL(`${last}_snapshot.json`, folder), 'utf8'))
}
