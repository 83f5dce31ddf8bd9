import { chmod, chown, copyFile, mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { newId } from '../id.ts'
import type { SqliteClient } from '../sqlite-connection.ts'
import { errorCode } from '../statement-error.ts'
import type { BackupStep } from './back-up-sqlite.ts'
import { checkSqliteBackup, damageOf, type SqliteDamage } from './check-sqlite-backup.ts'
import { exists, keepUnder, syncFile, syncFolder, timeInFileName } from './durable-files.ts'

export type RestoreOutcome =
  | {
      readonly ok: true
      readonly value: {
        readonly contests: number
        /** Where the data that was there before is now: to undo, restore this. */
        readonly keptAs: string | undefined
      }
    }
  /** Somebody has the data file open. Nothing was touched. */
  | { readonly ok: false; readonly refusal: 'in-use' }
  /** Nothing was touched. */
  | { readonly ok: false; readonly refusal: 'damaged'; readonly damage: SqliteDamage }

export type RestoreOptions = { readonly nowMillis: number; readonly onStep?: (step: BackupStep) => void }

/** At every moment, also of a crash, the data file is either the old one or the restored one, whole. */
export async function restoreSqlite(
  backupFile: string,
  dataFile: string,
  { nowMillis, onStep = () => {} }: RestoreOptions,
): Promise<RestoreOutcome> {
  if (!(await exists(backupFile))) return { ok: false, refusal: 'damaged', damage: { kind: 'missing' } }
  await mkdir(dirname(dataFile), { recursive: true })
  const copy = `${dataFile}.${newId()}.restoring`
  try {
    onStep('copying')
    await copyWhole(backupFile, copy)
    onStep('checking')
    // The copy is checked and not the original: what is checked is what is put in place.
    const check = await checkCopy(copy)
    if (!check.ok) return { ok: false, refusal: 'damaged', damage: check.damage }
    onStep('replacing')
    await syncFile(copy)
    await takeOverOwner(copy, dataFile)
    const replaced = await replace(dataFile, copy, nowMillis)
    if (replaced === 'in-use') return { ok: false, refusal: 'in-use' }
    return { ok: true, value: { contests: check.contests, ...replaced } }
  } finally {
    for (const ending of ['', ...companions]) await rm(`${copy}${ending}`, { force: true })
  }
}

const companions = ['-wal', '-shm', '-journal'] as const

/** A data file that was copied by hand may have its latest commits in a WAL beside it. */
async function copyWhole(from: string, to: string): Promise<void> {
  if ((await stat(from)).isDirectory()) return
  await copyFile(from, to)
  if (await exists(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`)
}

async function checkCopy(copy: string) {
  if (!(await exists(copy))) return { ok: false, damage: { kind: 'not-a-database' } } as const
  const held = hold(copy)
  if (typeof held === 'object') held.close()
  return checkSqliteBackup(copy)
}

/** Whoever restores, perhaps root, the server must still be able to write. */
async function takeOverOwner(copy: string, dataFile: string): Promise<void> {
  if (!(await exists(dataFile))) return
  const [old, fresh] = [await stat(dataFile), await stat(copy)]
  if (old.uid !== fresh.uid) await chown(copy, old.uid, old.gid)
  await chmod(copy, old.mode & 0o777)
}

async function replace(dataFile: string, copy: string, nowMillis: number) {
  const keptAs = (await exists(dataFile)) ? await freeName(dataFile, nowMillis) : undefined
  const held = keptAs === undefined ? 'damaged' : await holdKeepingWal(dataFile, `${keptAs}-wal`)
  if (held === 'in-use') return held
  try {
    if (keptAs !== undefined) await keepUnder(dataFile, keptAs)
    // Before the rename: SQLite would play the old WAL into the restored file.
    for (const ending of companions) await rm(`${dataFile}${ending}`, { force: true })
    await syncFolder(dirname(dataFile))
    await rename(copy, dataFile)
    await syncFolder(dirname(dataFile))
    return { keptAs }
  } finally {
    if (typeof held === 'object') held.close()
  }
}

/** SQLite deletes a WAL whose database it cannot read; only one that it folded in is not needed any more. */
async function holdKeepingWal(dataFile: string, keptWal: string) {
  if (await exists(`${dataFile}-wal`)) await keepUnder(`${dataFile}-wal`, keptWal)
  const held = hold(dataFile)
  if (held !== 'damaged') await rm(keptWal, { force: true })
  return held
}

/**
 * Locks out everybody else for as long as the connection is open, and folds the WAL into the file, so that the one
 * file is all of it. A damaged one cannot be locked: it is the usual reason to restore.
 */
function hold(file: string): SqliteClient | 'in-use' | 'damaged' {
  const client = new SqliteDatabase(file, { fileMustExist: true, timeout: 0 })
  try {
    client.pragma('locking_mode = EXCLUSIVE')
    client.pragma('journal_mode = DELETE')
    client.exec('begin exclusive; commit')
    return client
  } catch (error) {
    client.close()
    if (errorCode(error)?.startsWith('SQLITE_BUSY') ?? false) return 'in-use'
    if (damageOf(error) === undefined) throw error
    return 'damaged'
  }
}

async function freeName(dataFile: string, nowMillis: number): Promise<string> {
  const base = dataFile.replace(/\.sqlite$/, '')
  for (let at = nowMillis; ; at += 1) {
    const name = `${base}.before-restore-${timeInFileName(at)}.sqlite`
    if (!(await exists(name))) return name
  }
}
