import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type BackupOutcome, type BackupStep, type Erased, newId, type StageOutcome } from '@khac-sau/database'
import {
  backupFolder,
  cellCopies,
  cellCopyFolder,
  copiesOfCells,
  freeCopyFile,
  type KeptCopy,
  keptCopies,
  removeOldest,
  removeUnfinished,
  stagedFile,
} from './kept-copies.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { type Failed, workApart } from './work-apart.ts'

export type BackupsDependencies = {
  readonly dataDir: string
  readonly databaseFile: string
  readonly wallNow: () => number
  readonly report: (error: unknown, about: string) => void
  /** P2: what no copy that is put anywhere is to hold. */
  readonly erased: () => Promise<Erased>
  readonly keep?: number
}

export type Backups = {
  /** Resolves when a copy that holds the contest is on disk, or the failure was reported; never rejects. */
  afterContest(contestId: string): Promise<void>
  byHand(): Promise<CopyOutcome>
  /** Keeps an uploaded file as one more copy, if it is whole. */
  receive(content: Readable, mostBytes: number): Promise<CopyOutcome>
  /** The copy takes the place of the data when the server starts next, unless that is taken back. */
  stage(copy: KeptCopy): Promise<StageOutcome | Failed | Closing>
  unstage(): Promise<void>
  /** P2: each kept copy is written anew without what was erased since; one that cannot be is reported. `false` when it is closing. */
  eraseInCopies(): Promise<boolean>
  copies(): Promise<readonly KeptCopy[]>
  /** Of one cell alone, where several share the installation. */
  ofCell(cellId: string): CellBackups
  /** Where the copy is that is being made now. */
  step(): BackupStep | null
  /** Waits for the copy that is being made: a laptop is often shut down right after the last contest. */
  close(): Promise<void>
}

export type CellBackups = Pick<Backups, 'byHand' | 'copies'>

export type CopyOutcome = { readonly ok: true; readonly value: KeptCopy } | CopyRefusal
export type CopyRefusal =
  | Extract<BackupOutcome | StageOutcome | Failed, { readonly ok: false }>
  | Closing
  | { readonly ok: false; readonly refusal: 'backup-too-large' }
type Closing = { readonly ok: false; readonly refusal: 'closing' }

type Queued = { readonly contestIds: string[]; readonly run: Promise<void> }

/** Enough to choose from; whoever uploads a file has it. */
const uploadsKept = 3
const cellCopiesKept = 3
const closing: Closing = { ok: false, refusal: 'closing' }

export function openBackups(dependencies: BackupsDependencies): Backups {
  const { dataDir, databaseFile, report, wallNow, erased, keep = 10 } = dependencies
  const folder = backupFolder(dataDir)
  const turn = oneAtATime()
  let queued: Queued | undefined
  let step: BackupStep | null = null
  let closed = false

  const watched = { onStep: (next: BackupStep) => void (step = next), survivesInterrupt: true }
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    return turn.take(() => work().finally(() => (step = null)))
  }

  async function backUp(kind: 'automatic' | 'by-hand'): Promise<CopyOutcome> {
    await prepareFolder(folder)
    const toFile = await freeCopyFile(folder, kind, wallNow())
    const outcome = await workApart({ type: 'back-up', fromFile: databaseFile, toFile }, watched)
    if (outcome.ok && kind === 'automatic') await removeOldest(folder, kind, keep)
    return outcome.ok ? { ok: true, value: await kept(dataDir, toFile) } : outcome
  }

  async function stage(fromFile: string, toFile: string) {
    return workApart({ type: 'stage', fromFile, stagedFile: toFile, erased: await erased() }, watched)
  }

  async function backUpCell(cellId: string): Promise<CopyOutcome> {
    const own = cellCopyFolder(dataDir, cellId)
    await prepareFolder(own)
    const toFile = await freeCopyFile(own, 'by-hand', wallNow())
    const outcome = await workApart({ type: 'back-up-cell', fromFile: databaseFile, toFile, cellId }, watched)
    if (!outcome.ok) return outcome
    await removeOldest(own, 'by-hand', cellCopiesKept)
    return { ok: true, value: named(await cellCopies(dataDir, cellId), toFile) }
  }

  /** Behind every copy that is being made, so that none is missed; of a cell that was erased, its own go. */
  async function copiesToEraseIn(): Promise<readonly KeptCopy[]> {
    for (const cellId of (await erased()).cellIds) {
      await rm(cellCopyFolder(dataDir, cellId), { recursive: true, force: true })
    }
    return [...(await keptCopies(dataDir)), ...(await copiesOfCells(dataDir))]
  }

  async function adopt(upload: string): Promise<CopyOutcome> {
    await prepareFolder(folder)
    const toFile = await freeCopyFile(folder, 'uploaded', wallNow())
    const outcome = await stage(upload, toFile)
    if (outcome.ok) await removeOldest(folder, 'uploaded', uploadsKept)
    return outcome.ok ? { ok: true, value: await kept(dataDir, toFile) } : outcome
  }

  /** One at a time; whoever asks while one runs shares the next, which begins after all of them asked. */
  function enqueue(contestId: string): Queued {
    const contestIds = [contestId]
    const run = inTurn(async () => {
      queued = undefined
      const outcome = await backUp('automatic')
      if (!outcome.ok) throw new Error(`no backup was made: ${JSON.stringify(outcome)}`)
    }).catch((error: unknown) => report(error, `backup after ${contestIds.join(', ')}`))
    return { contestIds, run }
  }

  return {
    async afterContest(contestId) {
      if (closed) return report(new Error('the server is closing'), `backup after ${contestId}`)
      if (queued) queued.contestIds.push(contestId)
      else queued = enqueue(contestId)
      await queued.run
    },
    async byHand() {
      return closed ? closing : inTurn(() => backUp('by-hand'))
    },
    async receive(content, mostBytes) {
      const upload = join(dataDir, 'uploads', newId())
      try {
        if (!(await written(content, upload, mostBytes))) return { ok: false, refusal: 'backup-too-large' }
        return closed ? closing : await inTurn(() => adopt(upload))
      } finally {
        await rm(upload, { force: true })
      }
    },
    async stage({ file }) {
      if (closed) return closing
      return inTurn(() => stage(file, stagedFile(databaseFile)))
    },
    async eraseInCopies() {
      if (closed) return false
      for (const { file, name } of await inTurn(copiesToEraseIn)) {
        if (closed) return false
        const outcome = await inTurn(() => stage(file, file))
        if (!outcome.ok) report(new Error(`not written anew: ${JSON.stringify(outcome)}`), `erasing in ${name}`)
      }
      return true
    },
    unstage: () => rm(stagedFile(databaseFile), { force: true }),
    copies: () => keptCopies(dataDir),
    ofCell: (cellId) => ({
      byHand: async () => (closed ? closing : inTurn(() => backUpCell(cellId))),
      copies: () => cellCopies(dataDir, cellId),
    }),
    step: () => step,
    close() {
      closed = true
      return turn.idle()
    },
  }
}

async function prepareFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await removeUnfinished(folder)
}

async function kept(dataDir: string, file: string): Promise<KeptCopy> {
  return named(await keptCopies(dataDir), file)
}

function named(copies: readonly KeptCopy[], file: string): KeptCopy {
  const copy = copies.find(({ name }) => name === basename(file))
  if (!copy) throw new Error(`${file} is gone`)
  return copy
}

/** False when there is more than may be; never more of it is on disk. */
async function written(content: Readable, file: string, mostBytes: number): Promise<boolean> {
  await mkdir(join(file, '..'), { recursive: true })
  let bytes = 0
  const most = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > mostBytes ? new TooLargeError() : null, chunk)
    },
  })
  try {
    await pipeline(content, most, createWriteStream(file, { flags: 'wx' }))
    return true
  } catch (error) {
    if (error instanceof TooLargeError) return false
    throw error
  }
}

class TooLargeError extends Error {}
