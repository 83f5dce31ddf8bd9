import SqliteDatabase from 'better-sqlite3'
import { deleteRowsOfCells } from './rows-of-cells.ts'

/**
 * On a copy that is to take the place of the data, or of itself: cells that were erased since it was made are erased in
 * it, too. Says how many were in it.
 */
export function eraseCellsIn(file: string, cellIds: readonly string[]): number {
  if (cellIds.length === 0) return 0
  const client = new SqliteDatabase(file, { fileMustExist: true })
  try {
    const named = 'select count(*) from cell where id in (select value from json_each(?))'
    const there = Number(client.prepare(named).pluck().get(JSON.stringify(cellIds)))
    if (there === 0) return 0
    deleteRowsOfCells(client, 'these', cellIds)
    client.exec('vacuum')
    return there
  } finally {
    client.close()
  }
}
