import SqliteDatabase from 'better-sqlite3'
import type { SqliteClient } from '../sqlite-connection.ts'

/** What belongs to the installation and to no cell. */
const ofTheInstallation = [
  'administrator',
  'administrator_session',
  'administrator_link',
  'administration_entry',
  'installation',
]
const besideTheData = ['__drizzle_migrations']

export class UnknownTableError extends Error {
  override readonly name = 'UnknownTableError'
}

/**
 * Makes of a copy of the whole data one of a single cell: every other row is deleted and the file written anew, so that
 * nothing of them is left in it. A table that is not known here is an error, and no row of it slips through.
 */
export function keepOnlyCell(file: string, cellId: string): void {
  const client = new SqliteDatabase(file, { fileMustExist: true })
  try {
    // Rows go table by table; that nothing points at nothing is looked at afterwards.
    client.pragma('foreign_keys = OFF')
    client.transaction(() => deleteOthers(client, cellId))()
    client.exec('vacuum')
  } finally {
    client.close()
  }
}

function deleteOthers(client: SqliteClient, cellId: string): void {
  const triggers = client
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all()
  // Append-only is for the data in use; this is another file.
  for (const { name } of triggers) client.exec(`drop trigger "${name}"`)
  client
    .prepare('delete from contest_log where contest_id not in (select id from contest where cell_id = ?)')
    .run(cellId)
  client.prepare('delete from cell where id <> ?').run(cellId)
  for (const table of tableNames(client)) {
    if (besideTheData.includes(table) || table === 'contest_log' || table === 'cell') continue
    if (ofTheInstallation.includes(table)) client.exec(`delete from "${table}"`)
    else if (hasCellId(client, table)) client.prepare(`delete from "${table}" where cell_id <> ?`).run(cellId)
    else throw new UnknownTableError(table)
  }
  for (const { sql } of triggers) client.exec(sql)
}

function tableNames(client: SqliteClient): readonly string[] {
  return client
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
}

function hasCellId(client: SqliteClient, table: string): boolean {
  return client.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, 'cell_id') !== undefined
}
