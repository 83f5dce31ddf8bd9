import { chmod, chown, copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { newId } from '../id.ts'
import type { SqliteClient } from '../sqlite-connection.ts'
import { errorCode } from '../statement-error.ts'
import { type BackupStep, unfinishedEnding } from './back-up-sqlite.ts'
import { type BackupCheck, checkSqliteBackup, damageOf, type SqliteDamage } from './check-sqlite-backup.ts'
import { endSignIns } from './end-sign-ins.ts'
import { type Erased, eraseIn, nothingErased } from './erase-in.ts'
import { exists, isSameFile, keepUnder, syncFile, syncFolder, timeInFileName } from './durable-files.ts'

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

export type RestoreOptions = {
  readonly nowMillis: number
  readonly onStep?: (step: BackupStep) => void
  readonly erased?: Erased
}

export type StageOutcome =
  | { readonly ok: true; readonly value: { readonly contests: number } }
  /** Nothing was left behind. */
  | { readonly ok: false; readonly refusal: 'damaged'; readonly damage: SqliteDamage }

/** At every moment, also of a crash, the data file is either the old one or the restored one, whole. */
export async function restoreSqlite(
  backupFile: string,
  dataFile: string,
  { nowMillis, onStep = () => {}, erased = nothingErased }: RestoreOptions,
): Promise<RestoreOutcome> {
  await mkdir(dirname(dataFile), { recursive: true })
  const copy = `${dataFile}.${newId()}.restoring`
  try {
    const check = await copyChecked(backupFile, copy, onStep, erased)
    if (!check.ok) return { ok: false, refusal: 'damaged', damage: check.damage }
    onStep('replacing')
    return await putInPlace(copy, dataFile, { contests: check.contests, nowMillis })
  } finally {
    await removeWhole(copy)
  }
}

/** A copy that is whole and on disk, under a name that it gets only then, and takes from what had it before. */
export async function stageSqlite(
  fromFile: string,
  stagedFile: string,
  { onStep = () => {}, erased = nothingErased }: Omit<RestoreOptions, 'nowMillis'> = {},
): Promise<StageOutcome> {
  const copy = `${stagedFile}.${newId()}${unfinishedEnding}`
  try {
    const check = await copyChecked(fromFile, copy, onStep, erased)
    if (!check.ok) return { ok: false, refusal: 'damaged', damage: check.damage }
    await syncFile(copy)
    await rename(copy, stagedFile)
    await syncFolder(dirname(stagedFile))
    return { ok: true, value: { contests: check.contests } }
  } finally {
    await removeWhole(copy)
  }
}

/**
 * Puts in place what was staged in the same folder. The rename that does it also ends the request: whatever is killed
 * when, it is done once or not yet. Checked again, for it may have waited long.
 */
export async function restoreStagedSqlite(
  stagedFile: string,
  dataFile: string,
  { nowMillis, onStep = () => {} }: RestoreOptions,
): Promise<RestoreOutcome> {
  onStep('checking')
  const check = await checkSqliteBackup(stagedFile)
  if (!check.ok) return { ok: false, refusal: 'damaged', damage: check.damage }
  onStep('replacing')
  return putInPlace(stagedFile, dataFile, { contests: check.contests, nowMillis })
}

const companions = ['-wal', '-shm', '-journal'] as const

async function putInPlace(
  copy: string,
  dataFile: string,
  { contests, nowMillis }: { readonly contests: number; readonly nowMillis: number },
): Promise<RestoreOutcome> {
  await syncFile(copy)
  await takeOverOwner(copy, dataFile)
  const replaced = await replace(dataFile, copy, nowMillis)
  if (replaced === 'in-use') return { ok: false, refusal: 'in-use' }
  const { keptAs, isReadable } = replaced
  if (keptAs !== undefined && isReadable) endSignInsOfKept(keptAs)
  return { ok: true, value: { contests, keptAs } }
}

/** The copy is checked and not the original: what is checked is what is put in place. Nobody is signed in by it, nothing erased is in it. */
async function copyChecked(
  fromFile: string,
  copy: string,
  onStep: (step: BackupStep) => void,
  erased: Erased,
): Promise<BackupCheck> {
  if (!(await exists(fromFile))) return { ok: false, damage: { kind: 'missing' } }
  onStep('copying')
  await copyWhole(fromFile, copy)
  onStep('checking')
  const check = await checkCopy(copy)
  if (check.ok) {
    endSignIns(copy)
    eraseIn(copy, erased)
  }
  return check
}

/** P4: it is kept, perhaps for long. Not of a damaged one: opening it would delete its WAL. */
function endSignInsOfKept(keptFile: string): void {
  try {
    endSignIns(keptFile)
  } catch {
    // A full disk, say: the restore is done, and what is kept is as it was.
  }
}

async function removeWhole(file: string): Promise<void> {
  for (const ending of ['', ...companions]) await rm(`${file}${ending}`, { force: true })
}

/** A data file that was copied by hand may have its latest commits in a WAL beside it. */
async function copyWhole(from: string, to: string): Promise<void> {
  if ((await stat(from)).isDirectory()) return
  await copyFile(from, to)
  if (await exists(`${from}-wal`)) await copyFile(`${from}-wal`, `${to}-wal`)
}

/** A folder was not copied; opening an empty file would make a database of it. */
async function checkCopy(copy: string): Promise<BackupCheck> {
  const isEmpty = !(await exists(copy)) || (await stat(copy)).size === 0
  if (isEmpty) return { ok: false, damage: { kind: 'not-a-database' } }
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
  const keptAs = (await exists(dataFile)) ? await keptName(dataFile, nowMillis) : undefined
  const held = keptAs === undefined ? 'damaged' : await holdKeepingWal(dataFile, `${keptAs}-wal`)
  if (held === 'in-use') return held
  try {
    if (keptAs !== undefined && !(await isSameFile(dataFile, keptAs))) await keepUnder(dataFile, keptAs)
    // Before the rename: SQLite would play the old WAL into the restored file.
    for (const ending of companions) await rm(`${dataFile}${ending}`, { force: true })
    await syncFolder(dirname(dataFile))
    await rename(copy, dataFile)
    await syncFolder(dirname(dataFile))
    return { keptAs, isReadable: typeof held === 'object' }
  } finally {
    if (typeof held === 'object') held.close()
  }
}

/** SQLite deletes a WAL whose database it cannot read; only one that it folded in is not needed any more. */
async function holdKeepingWal(dataFile: string, keptWal: string) {
  const wal = `${dataFile}-wal`
  if ((await exists(wal)) && !(await isSameFile(wal, keptWal))) {
    await rm(keptWal, { force: true })
    await keepUnder(wal, keptWal)
  }
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

/** What a killed restore has already kept under a name is not kept a second time. */
async function keptName(dataFile: string, nowMillis: number): Promise<string> {
  const base = `${dataFile.replace(/\.sqlite$/, '')}.before-restore-`
  for (const name of await readdir(dirname(dataFile))) {
    const file = join(dirname(dataFile), name)
    if (!file.startsWith(base)) continue
    if (await isSameFile(dataFile, file)) return file
    const whole = file.replace(/-wal$/, '')
    if (whole !== file && !(await exists(whole))) return whole
  }
  for (let at = nowMillis; ; at += 1) {
    const name = `${base}${timeInFileName(at)}.sqlite`
    if (!(await exists(name))) return name
  }
}
