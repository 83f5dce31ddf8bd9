import type { Month } from '@khac-sau/engine'
import SqliteDatabase from 'better-sqlite3'
import type { SqliteClient } from '../sqlite-connection.ts'

/** P2: an erasure as it is remembered outside the database: nobody is named. */
export type Erasure = {
  readonly cellId: string
  readonly memberId: string
  readonly atMs: number
  readonly number: number
  /** Of a membership that had no end when it was erased. */
  readonly lastMonth: Month
  readonly pseudonym: string
}

/**
 * On a copy that is to take the place of the data, or of itself: who was erased since it was made is erased in it, too. A
 * backup of an older version may lack a column; opening it as data completes what this leaves (`memberRepository.erase`).
 * Says how many it named.
 */
export function eraseMembersIn(file: string, erasures: readonly Erasure[]): number {
  if (erasures.length === 0) return 0
  const client = new SqliteDatabase(file, { fileMustExist: true })
  try {
    client.pragma('secure_delete = on')
    const named = client.transaction(() => erasures.filter((erasure) => eraseOne(client, erasure)).length)()
    // Pages that were rebuilt before may still hold what was on them.
    if (named > 0) client.exec('vacuum')
    return named
  } finally {
    client.close()
  }
}

function eraseOne(client: SqliteClient, { cellId, memberId, atMs, number, lastMonth, pseudonym }: Erasure): boolean {
  const values: Readonly<Record<string, string | number | null>> = {
    name: pseudonym,
    group_name: '',
    position: '',
    birthday: null,
    pin_hash: null,
    active: 0,
    time_percent: 100,
    erased_at_ms: atMs,
    erased_number: number,
  }
  const known = columnsOf(client, 'member')
  const columns = Object.keys(values).filter((column) => known.has(column))
  const changes = columns.map((column) => `${column} = ?`).join(', ')
  const { changes: rows } = client
    .prepare(
      `update member set ${changes}, to_month = coalesce(to_month, max(from_month, ?))
      where cell_id = ? and id = ? and name <> ?`,
    )
    .run(...columns.map((column) => values[column]), lastMonth, cellId, memberId, pseudonym)
  if (rows > 0) {
    for (const table of waysIn) {
      if (columnsOf(client, table).size === 0) continue
      client.prepare(`delete from ${table} where cell_id = ? and member_id = ?`).run(cellId, memberId)
    }
  }
  return rows > 0
}

const waysIn = ['device', 'member_link']

function columnsOf(client: SqliteClient, table: string): ReadonlySet<string> {
  return new Set(client.prepare<[string], string>('select name from pragma_table_info(?)').pluck().all(table))
}
