import SqliteDatabase from 'better-sqlite3'
import { deleteRowsOfCells, ofErasedCells, ofTheInstallation } from './rows-of-cells.ts'

/**
 * Makes of a copy of the whole data one of a single cell: every other row is deleted and the file written anew, so that
 * nothing of them is left in it.
 */
export function keepOnlyCell(file: string, cellId: string): void {
  const client = new SqliteDatabase(file, { fileMustExist: true })
  try {
    deleteRowsOfCells(client, 'others', [cellId], [...ofTheInstallation, ofErasedCells])
    client.exec('vacuum')
  } finally {
    client.close()
  }
}
