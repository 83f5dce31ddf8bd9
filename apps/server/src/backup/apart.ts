import { setPriority } from 'node:os'
import { backUpCellSqlite, backUpSqlite, restoreSqlite, stageSqlite } from '@khac-sau/database'
import type { ApartMessage, Job, JobOutcome } from './work-apart.ts'

// The other end of `workApart`: one job, its steps and its outcome, then the end of the process.
process.once('message', (job: Job) => {
  void work(job)
    .catch(failureOf)
    .then((outcome) => tell({ type: 'outcome', outcome }))
    .finally(() => process.connected && process.disconnect())
})

function work(job: Job): Promise<JobOutcome> {
  const onStep = (step: Extract<ApartMessage, { type: 'step' }>['step']) => void tell({ type: 'step', step })
  if (job.type === 'restore') {
    const { backupFile, dataFile, nowMillis, erased } = job
    return restoreSqlite(backupFile, dataFile, { nowMillis, onStep, erased })
  }
  setPriority(10) // phones are waiting for the server, nobody for the copy
  if (job.type === 'stage') {
    const { fromFile, stagedFile, erased } = job
    return stageSqlite(fromFile, stagedFile, { onStep, erased })
  }
  if (job.type === 'back-up-cell') return backUpCellSqlite(job.fromFile, job.toFile, job.cellId, onStep)
  return backUpSqlite(job.fromFile, job.toFile, onStep)
}

/** What the system refuses is part of the work; its code says more than its words. */
function failureOf(error: unknown): JobOutcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, refusal: 'failed', reason: reasonOf(code), message }
}

function reasonOf(code: string) {
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)$/.test(code)) return 'disk-full'
  if (/^(EACCES|EPERM|EROFS|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/.test(code)) return 'not-allowed'
  return 'other'
}

function tell(message: ApartMessage): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!process.send) throw new Error('apart.ts is started by workApart alone')
    process.send(message, (error: Error | null) => (error ? reject(error) : resolve()))
  })
}
