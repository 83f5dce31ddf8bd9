import SqliteDatabase from 'better-sqlite3'

/**
 * Whatever lets somebody in without a password. In a backup it is as it was then: what was ended, used up or taken back
 * since would be good again.
 */
const signIns = [
  'delete from account_session',
  'delete from account_recovery',
  'delete from administrator_session',
  'delete from administrator_link',
  'delete from contest_remote',
  'delete from invitation where accepted_at_ms is null',
] as const

/** On a copy, never on the data in use. A backup of an older version may lack a table. */
export function endSignIns(file: string): void {
  const client = new SqliteDatabase(file, { fileMustExist: true })
  try {
    const tables = client.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all()
    // The deleted rows are overwritten: the file is not to hold them any more.
    client.pragma('secure_delete = on')
    client.transaction(() => {
      for (const statement of signIns) {
        const [, , table = ''] = statement.split(' ')
        if (tables.includes(table)) client.exec(statement)
      }
    })()
  } finally {
    client.close()
  }
}
