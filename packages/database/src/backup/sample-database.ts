import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Event } from '@khac-sau/engine'
import SqliteDatabase from 'better-sqlite3'
import { type Database, openDatabase } from '../database.ts'
import { report } from '../testing/databases.ts'
import { sampleEvents } from '../testing/sample-events.ts'
import { addCell, addOpenContest } from '../testing/sample-rows.ts'

/** For tests: a folder with the data file of a server that runs, with two contests in it. */
export async function sampleDatabase() {
  const folder = await mkdtemp(join(tmpdir(), 'khac-sau-backup-'))
  const file = join(folder, 'khac-sau.sqlite')
  const database = await openDatabase(file, { report })
  const cellId = await addCell(database.store)
  const contestIds = [await addPlayedContest(database, cellId), await addPlayedContest(database, cellId)] as const
  return {
    folder,
    file,
    database,
    cellId,
    contestIds,
    at: (name: string) => join(folder, name),
    async discard() {
      await database.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Enough rows to fill pages of their own. */
export async function addPlayedContest({ store, contestLog }: Database, cellId: string): Promise<string> {
  const contestId = await addOpenContest(store, cellId)
  const joins = Array.from({ length: 300 }, (_, index): Event => ({ ...sampleEvents.joined, at: 900 + index }))
  const appended = await contestLog.append(contestId, 0, [sampleEvents['room-opened'], ...joins])
  if (appended.outcome !== 'stored') throw new Error(appended.outcome)
  return contestId
}

/** Changes a file behind everybody's back. */
export function change(file: string, statement: string): void {
  const client = new SqliteDatabase(file)
  try {
    client.pragma('foreign_keys = OFF')
    client.exec(statement)
  } finally {
    client.close()
  }
}
