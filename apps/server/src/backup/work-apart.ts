import { fork } from 'node:child_process'
import type { BackupOutcome, BackupStep, Erased, RestoreOutcome, StageOutcome } from '@khac-sau/database'
import { programOf } from '../program.ts'

export type BackupJob = { readonly type: 'back-up'; readonly fromFile: string; readonly toFile: string }
export type CellBackupJob = Omit<BackupJob, 'type'> & { readonly type: 'back-up-cell'; readonly cellId: string }
export type RestoreJob = {
  readonly type: 'restore'
  readonly backupFile: string
  readonly dataFile: string
  readonly nowMillis: number
  readonly erased: Erased
}
export type StageJob = {
  readonly type: 'stage'
  readonly fromFile: string
  readonly stagedFile: string
  readonly erased: Erased
}
export type Job = BackupJob | CellBackupJob | RestoreJob | StageJob

export type Failed = {
  readonly ok: false
  readonly refusal: 'failed'
  readonly reason: 'disk-full' | 'not-allowed' | 'other'
  readonly message: string
}

export type JobOutcome = BackupOutcome | RestoreOutcome | StageOutcome | Failed

/** What the other process says: where it is, and at last what came of it. */
export type ApartMessage =
  | { readonly type: 'step'; readonly step: BackupStep }
  | { readonly type: 'outcome'; readonly outcome: JobOutcome }

export type WorkApartOptions = {
  readonly onStep?: (step: BackupStep) => void
  /** Ctrl+C goes to every process of a terminal at once, also to one that is to finish its work. */
  readonly survivesInterrupt?: boolean
}

type OutcomeOf<T extends Job> =
  | Failed
  | (T extends BackupJob | CellBackupJob ? BackupOutcome : T extends StageJob ? StageOutcome : RestoreOutcome)

const { entry, execArgv } = programOf('backups')

/**
 * Copying and checking hold up the thread they run on, for seconds where the file is large. A process of its own also
 * has its own file handles: closing one on the data file would drop the locks of the server's connections.
 */
export function workApart<T extends Job>(
  job: T,
  { onStep = () => {}, survivesInterrupt = false }: WorkApartOptions = {},
): Promise<OutcomeOf<T>> {
  return new Promise((resolve) => {
    const child = fork(entry, {
      execArgv: [...execArgv],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      detached: survivesInterrupt,
    })
    child.on('message', (message: ApartMessage) => {
      if (message.type === 'step') onStep(message.step)
      // The job decides which of the outcomes comes back.
      else resolve(message.outcome as OutcomeOf<T>)
    })
    child.once('error', ({ message }) => resolve(failed(message)))
    child.once('exit', (code, signal) => {
      const end = () => resolve(failed(`the process ended with ${signal ?? code} before it was done`))
      // What it said last may still be on its way.
      if (child.connected) child.once('disconnect', end)
      else end()
    })
    child.send(job, (error) => error && resolve(failed(error.message)))
  })
}

function failed(message: string): Failed {
  return { ok: false, refusal: 'failed', reason: 'other', message }
}
