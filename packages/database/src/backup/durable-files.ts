import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { constants, copyFile, link, lstat, open, rename, stat, unlink } from 'node:fs/promises'
import { errorCode } from '../statement-error.ts'

/** 2026-11-22T05-00-00-000Z: fit for a file name on every system, and names sort by time. */
export function timeInFileName(wallMillis: number): string {
  return new Date(wallMillis).toISOString().replace(/[:.]/g, '-')
}

/** A link that leads nowhere exists too. */
export async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Two names of one file. */
export async function isSameFile(one: string, other: string): Promise<boolean> {
  if (!(await exists(one)) || !(await exists(other))) return false
  const [left, right] = [await stat(one, { bigint: true }), await stat(other, { bigint: true })]
  return left.ino !== 0n && left.ino === right.ino && left.dev === right.dev
}

export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes new names last. Windows has no such thing and does not open folders. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network shares and sticks cannot sync a folder; the file itself is synced.
    if (!['EINVAL', 'ENOTSUP', 'EISDIR'].includes(errorCode(error) ?? '')) throw error
  } finally {
    await handle.close()
  }
}

/** `rename` would overwrite; a hard link does not. False when the name is taken. */
export async function renameToFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
  } catch (error) {
    if (await exists(to)) return false
    if (!hasNoLinks(error)) throw error
    await rename(from, to)
    return true
  }
  await unlink(from)
  return true
}

/** A second name for what is there, without a moment at which the first is missing; a copy where there are no links. */
export async function keepUnder(file: string, name: string): Promise<void> {
  try {
    await link(file, name)
  } catch (error) {
    if (!hasNoLinks(error)) throw error
    await copyFile(file, name, constants.COPYFILE_EXCL)
    await syncFile(name)
  }
}

export async function sha256OfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}

/** FAT, exFAT and some network shares; Windows says EISDIR. */
function hasNoLinks(error: unknown): boolean {
  return ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'].includes(errorCode(error) ?? '')
}
