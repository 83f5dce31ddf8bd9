import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Database, openDatabase } from '@khac-sau/database'
import { databaseFile } from '../environment.ts'

export type TemporaryDatabase = { readonly database: Database; readonly dataDir: string; discard(): Promise<void> }

/** A real SQLite file in a folder of its own, which `discard` removes. */
export async function openTemporaryDatabase(): Promise<TemporaryDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'khac-sau-server-'))
  const report = (error: Error) => {
    throw error
  }
  const database = await openDatabase(databaseFile({ dataDir }), { report })
  return {
    database,
    dataDir,
    async discard() {
      await database.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
