import { access, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { timeInFileName, unfinishedEnding } from '@khac-sau/database'
import { workApart } from './work-apart.ts'

export type AutomaticBackupsDependencies = {
  readonly dataDir: string
  readonly databaseFile: string
  readonly wallNow: () => number
  readonly report: (error: unknown, about: string) => void
  readonly keep?: number
}

export type AutomaticBackups = {
  /** Resolves when a copy that holds the contest is on disk, or the failure was reported; never rejects. */
  afterContest(contestId: string): Promise<void>
  /** Waits for the copy that is being made: a laptop is often shut down right after the last contest. */
  close(): Promise<void>
}

type Queued = { readonly contestIds: string[]; readonly run: Promise<void> }

/** What a file here is called; nothing else in the folder is ever removed but what was left unfinished. */
const backupName = /^khac-sau-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z\.sqlite$/

export function automaticBackups(dependencies: AutomaticBackupsDependencies): AutomaticBackups {
  const { report } = dependencies
  let running: Promise<void> = Promise.resolve()
  let queued: Queued | undefined
  let closed = false

  /** One at a time; whoever asks while one runs shares the next, which begins after all of them asked. */
  function enqueue(contestId: string): Queued {
    const contestIds = [contestId]
    running = running.then(async () => {
      queued = undefined
      await backUp(dependencies).catch((error: unknown) => report(error, `backup after ${contestIds.join(', ')}`))
    })
    return { contestIds, run: running }
  }

  return {
    async afterContest(contestId) {
      if (closed) return report(new Error('the server is closing'), `backup after ${contestId}`)
      if (queued) queued.contestIds.push(contestId)
      else queued = enqueue(contestId)
      await queued.run
    },
    close() {
      closed = true
      return running
    },
  }
}

async function backUp({ dataDir, databaseFile, wallNow, keep = 10 }: AutomaticBackupsDependencies): Promise<void> {
  const folder = join(dataDir, 'backups')
  await mkdir(folder, { recursive: true })
  await removeUnfinished(folder)
  const toFile = await freeName(folder, wallNow())
  const outcome = await workApart({ type: 'back-up', fromFile: databaseFile, toFile }, { survivesInterrupt: true })
  if (!outcome.ok) throw new Error(`no backup was made: ${JSON.stringify(outcome)}`)
  await removeOldest(folder, keep)
}

async function freeName(folder: string, wallMillis: number): Promise<string> {
  const file = join(folder, `khac-sau-${timeInFileName(wallMillis)}.sqlite`)
  const taken = await access(file).then(
    () => true,
    () => false,
  )
  return taken ? freeName(folder, wallMillis + 1) : file
}

/** Only this process writes here, one copy at a time: what is unfinished now was left by a process that was killed. */
async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith('khac-sau-') && name.includes(unfinishedEnding))
  for (const name of left) await rm(join(folder, name), { force: true })
}

/** Names sort by time. */
async function removeOldest(folder: string, keep: number): Promise<void> {
  const backups = (await readdir(folder)).filter((name) => backupName.test(name)).sort()
  for (const name of backups.slice(0, Math.max(0, backups.length - keep))) await rm(join(folder, name), { force: true })
}
