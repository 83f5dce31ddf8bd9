import type { SqliteClient } from '../sqlite-connection.ts'

/** What belongs to the installation and to no cell. */
export const ofTheInstallation: readonly string[] = [
  'administrator',
  'administrator_session',
  'administrator_link',
  'administration_entry',
  'installation',
]
const besideTheData = ['__drizzle_migrations']
/** Which cells were erased: no row of a cell. */
export const ofErasedCells = 'erased_cell'

export class UnknownTableError extends Error {
  override readonly name = 'UnknownTableError'
}

/**
 * On a copy, never on the data in use: deletes every row of these cells, or of all others, and all of the tables that are
 * to be emptied. A table that is not known here is an error, and no row of it slips through.
 */
export function deleteRowsOfCells(
  client: SqliteClient,
  which: 'these' | 'others',
  cellIds: readonly string[],
  emptied: readonly string[] = [],
): void {
  // Rows go table by table; that nothing points at nothing is looked at afterwards.
  client.pragma('foreign_keys = OFF')
  client.pragma('secure_delete = on')
  const test = `${which === 'these' ? 'in' : 'not in'} (select value from json_each(?))`
  const ids = JSON.stringify(cellIds)
  client.transaction(() =>
    withoutTriggers(client, () => {
      const contests = `select id from contest where cell_id ${test}`
      client.prepare(`delete from contest_log where contest_id in (${contests})`).run(ids)
      client.prepare(`delete from cell where id ${test}`).run(ids)
      const { ofCells, known } = tablesOf(client)
      for (const table of ofCells) client.prepare(`delete from "${table}" where cell_id ${test}`).run(ids)
      for (const table of known) if (emptied.includes(table)) client.exec(`delete from "${table}"`)
    }),
  )()
}

/** Append-only is for the data in use; this is another file. */
function withoutTriggers(client: SqliteClient, work: () => void): void {
  const triggers = client
    .prepare<[], { name: string; sql: string }>("select name, sql from sqlite_master where type = 'trigger'")
    .all()
  for (const { name } of triggers) client.exec(`drop trigger "${name}"`)
  work()
  for (const { sql } of triggers) client.exec(sql)
}

/** A copy of an older version has not all of them. */
function tablesOf(client: SqliteClient) {
  const known = [...ofTheInstallation, ...besideTheData, ofErasedCells, 'contest_log', 'cell']
  const tables = client
    .prepare<[], string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
  const ofCells = tables.filter((table) => !known.includes(table))
  for (const table of ofCells) if (!hasCellId(client, table)) throw new UnknownTableError(table)
  return { ofCells, known: tables.filter((table) => known.includes(table)) }
}

function hasCellId(client: SqliteClient, table: string): boolean {
  return client.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, 'cell_id') !== undefined
}
