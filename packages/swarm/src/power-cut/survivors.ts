import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { type LoggedContest, readContestLog } from '../contest-log.ts'
import { brokenLink, type ChainedRow } from './chain.ts'

/** What is found in a database after a power cut. */
export type Survivors = {
  /** What nobody should ever find in it, no matter what was promised. */
  readonly damage: readonly string[]
  readonly logOf: (contestId: string) => LoggedContest
}

/** Opens it as the server would, so that SQLite recovers what there is. */
export function survivorsIn(databaseFile: string, contestIds: readonly string[]): Survivors {
  const nothing = { openings: [], closings: [], answers: [] }
  try {
    const { damage, hasLog } = existsSync(databaseFile) ? look(databaseFile, contestIds) : { damage: [], hasLog: false }
    return { damage, logOf: (contestId) => (hasLog ? readContestLog(databaseFile, contestId) : nothing) }
  } catch (error) {
    // Whatever SQLite refuses to read is damage; and then nothing is found.
    if (!(error instanceof Database.SqliteError)) throw error
    return { damage: [`${error.code}: ${error.message}`], logOf: () => nothing }
  }
}

function look(databaseFile: string, contestIds: readonly string[]) {
  const database = new Database(databaseFile)
  try {
    const verdict = String(database.pragma('integrity_check', { simple: true }))
    const damage = verdict === 'ok' ? [] : [`integrity_check: ${verdict}`]
    const hasLog = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'contest_log'").get() !== undefined
    if (hasLog) damage.push(...contestIds.flatMap((contestId) => chainDamage(database, contestId)))
    return { damage, hasLog }
  } finally {
    database.close()
  }
}

function chainDamage(database: Database.Database, contestId: string): readonly string[] {
  const rows = database.prepare('SELECT * FROM contest_log WHERE contest_id = ? ORDER BY seq').all(contestId)
  const broken = brokenLink(contestId, rows as readonly ChainedRow[])
  return broken ? [`the chain of ${contestId} breaks at row ${broken.seq}`] : []
}
