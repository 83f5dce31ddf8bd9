import { rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { newId } from '../id.ts'
import { checkSqliteBackup, damageOf, type SqliteDamage } from './check-sqlite-backup.ts'
import { endSignIns } from './end-sign-ins.ts'
import { exists, renameToFree, sha256OfFile, syncFile, syncFolder } from './durable-files.ts'
import { keepOnlyCell } from './keep-only-cell.ts'

export type SqliteBackup = { readonly bytes: number; readonly contests: number; readonly sha256: string }

export type BackupOutcome =
  | { readonly ok: true; readonly value: SqliteBackup }
  | { readonly ok: false; readonly refusal: 'no-database' | 'no-folder' | 'target-exists' }
  /** What was copied is not whole, so it is no backup: nothing was left behind. */
  | { readonly ok: false; readonly refusal: 'damaged'; readonly damage: SqliteDamage }

export type BackupStep = 'copying' | 'checking' | 'replacing'

/** The ending of a copy that is not finished: after a crash such files are only in the way. */
export const unfinishedEnding = '.partial'

const busyTimeoutMillis = 10_000

/**
 * One consistent moment of a database that others may write to meanwhile, under its name only when it is on disk and
 * every chain in it was verified. Holds up its thread: a server runs it in another process. Rejects with the system's
 * error when the disk does.
 */
export async function backUpSqlite(
  fromFile: string,
  toFile: string,
  onStep: (step: BackupStep) => void = () => {},
): Promise<BackupOutcome> {
  return backUp(fromFile, toFile, { onStep, prepare: () => {} })
}

/** The same of one cell alone, for its owner to take away: nothing of another one is in it, and nobody is signed in by it. */
export async function backUpCellSqlite(
  fromFile: string,
  toFile: string,
  cellId: string,
  onStep: (step: BackupStep) => void = () => {},
): Promise<BackupOutcome> {
  return backUp(fromFile, toFile, { onStep, prepare: (copy) => keepOnlyCell(copy, cellId) })
}

type Making = { readonly onStep: (step: BackupStep) => void; readonly prepare: (copy: string) => void }

async function backUp(fromFile: string, toFile: string, { onStep, prepare }: Making): Promise<BackupOutcome> {
  if (!(await exists(fromFile))) return { ok: false, refusal: 'no-database' }
  // A folder is not made: a stick that is not plugged in would get a folder on the very disk that may fail.
  if (!(await exists(dirname(toFile)))) return { ok: false, refusal: 'no-folder' }
  if (await exists(toFile)) return { ok: false, refusal: 'target-exists' }
  const unfinished = `${toFile}.${newId()}${unfinishedEnding}`
  try {
    onStep('copying')
    const damage = vacuumInto(fromFile, unfinished)
    if (damage !== undefined) return { ok: false, refusal: 'damaged', damage }
    // Nobody would be signed in by it anyway: so it holds no token's hash, and nothing of the browsers (P4).
    endSignIns(unfinished)
    prepare(unfinished)
    await syncFile(unfinished)
    onStep('checking')
    return await publish(unfinished, toFile)
  } finally {
    await rm(unfinished, { force: true })
    await rm(`${unfinished}-journal`, { force: true })
  }
}

async function publish(unfinished: string, toFile: string): Promise<BackupOutcome> {
  const check = await checkSqliteBackup(unfinished)
  if (!check.ok) return { ok: false, refusal: 'damaged', damage: check.damage }
  const { size } = await stat(unfinished)
  const sha256 = await sha256OfFile(unfinished)
  if (!(await renameToFree(unfinished, toFile))) return { ok: false, refusal: 'target-exists' }
  await syncFolder(dirname(toFile))
  return { ok: true, value: { bytes: size, contests: check.contests, sha256 } }
}

/**
 * Only SQLite may open the source here: closing any other handle on it would drop the locks that this process holds.
 * The copy is not in WAL mode, so one file is all of it.
 */
function vacuumInto(fromFile: string, toFile: string): SqliteDamage | undefined {
  try {
    const client = new SqliteDatabase(fromFile, { readonly: true, fileMustExist: true, timeout: busyTimeoutMillis })
    try {
      client.prepare('vacuum into ?').run(toFile)
      return undefined
    } finally {
      client.close()
    }
  } catch (error) {
    const damage = damageOf(error)
    if (damage === undefined) throw error
    return damage
  }
}
