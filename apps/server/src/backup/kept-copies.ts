import { access, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { timeInFileName, unfinishedEnding } from '@khac-sau/database'
import type { BackupKind } from '@khac-sau/protocol'

/** A whole copy of the data, as it lies in the data folder. */
export type KeptCopy = {
  readonly name: string
  readonly kind: BackupKind
  readonly madeAtMs: number
  readonly bytes: number
  readonly file: string
}

type MadeKind = Exclude<BackupKind, 'before-restore'>

const time = String.raw`(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)-(\d{3})Z`

/** What a file is called; nothing else in these folders is listed, handed out or removed. */
const patterns: Readonly<Record<BackupKind, RegExp>> = {
  automatic: new RegExp(`^khac-sau-${time}\\.sqlite$`),
  'by-hand': new RegExp(`^khac-sau-${time}-by-hand\\.sqlite$`),
  uploaded: new RegExp(`^khac-sau-${time}-uploaded\\.sqlite$`),
  'before-restore': new RegExp(`^khac-sau\\.before-restore-${time}\\.sqlite$`),
}

const endings: Readonly<Record<MadeKind, string>> = { automatic: '', 'by-hand': '-by-hand', uploaded: '-uploaded' }

export function backupFolder(dataDir: string): string {
  return join(dataDir, 'backups')
}

/** Of one cell alone, where several share the installation. */
export function cellCopyFolder(dataDir: string, cellId: string): string {
  return join(cellCopiesFolder(dataDir), cellId)
}

/** The newest first. */
export async function cellCopies(dataDir: string, cellId: string): Promise<readonly KeptCopy[]> {
  return newestFirst(await copiesIn(cellCopyFolder(dataDir, cellId), ['by-hand']))
}

/** Of every cell that has any. */
export async function copiesOfCells(dataDir: string): Promise<readonly KeptCopy[]> {
  const cellIds = await readdir(cellCopiesFolder(dataDir)).catch(() => [])
  return (await Promise.all(cellIds.map((cellId) => cellCopies(dataDir, cellId)))).flat()
}

function cellCopiesFolder(dataDir: string): string {
  return join(dataDir, 'cell-copies')
}

/** Where a whole and checked copy waits for the next start: its being there is the request to restore it. */
export function stagedFile(dataFile: string): string {
  return dataFile.replace(/\.sqlite$/, '.restore-pending.sqlite')
}

/** The newest first. What a restore replaced lies beside the data. */
export async function keptCopies(dataDir: string): Promise<readonly KeptCopy[]> {
  const copies = [
    ...(await copiesIn(backupFolder(dataDir), ['automatic', 'by-hand', 'uploaded'])),
    ...(await copiesIn(dataDir, ['before-restore'])),
  ]
  return newestFirst(copies)
}

function newestFirst(copies: readonly KeptCopy[]): readonly KeptCopy[] {
  return [...copies].sort((one, other) => other.madeAtMs - one.madeAtMs || other.name.localeCompare(one.name))
}

/** A name that nobody has yet: the time in UTC, and what kind of copy it is. */
export async function freeCopyFile(folder: string, kind: MadeKind, wallMillis: number): Promise<string> {
  const file = join(folder, `khac-sau-${timeInFileName(wallMillis)}${endings[kind]}.sqlite`)
  const taken = await access(file).then(
    () => true,
    () => false,
  )
  return taken ? freeCopyFile(folder, kind, wallMillis + 1) : file
}

/** Only this process writes here, one copy at a time: what is unfinished now was left by a process that was killed. */
export async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith('khac-sau-') && name.includes(unfinishedEnding))
  for (const name of left) await rm(join(folder, name), { force: true })
}

/** Names of one kind sort by time. */
export async function removeOldest(folder: string, kind: MadeKind, keep: number): Promise<void> {
  const copies = (await readdir(folder)).filter((name) => patterns[kind].test(name)).sort()
  for (const name of copies.slice(0, Math.max(0, copies.length - keep))) await rm(join(folder, name), { force: true })
}

async function copiesIn(folder: string, kinds: readonly BackupKind[]): Promise<readonly KeptCopy[]> {
  const names = await readdir(folder).catch(() => [])
  const copies = names.flatMap((name) => {
    const kind = kinds.find((one) => patterns[one].test(name))
    return kind ? [copyOf(join(folder, name), name, kind)] : []
  })
  return (await Promise.all(copies)).filter((copy) => copy !== undefined)
}

/** Nothing, if it was removed a moment ago or is no file. */
async function copyOf(file: string, name: string, kind: BackupKind): Promise<KeptCopy | undefined> {
  const [, day, hour, minute, second, millis] = patterns[kind].exec(name) ?? []
  const madeAtMs = Date.parse(`${day}T${hour}:${minute}:${second}.${millis}Z`)
  const status = await stat(file).catch(() => undefined)
  if (!status?.isFile() || Number.isNaN(madeAtMs)) return undefined
  return { name, kind, madeAtMs, bytes: status.size, file }
}
