import { Worker } from 'node:worker_threads'
import type { AppendFaults, AppendJob, AppendThreadData, FromAppendThread, ToAppendThread } from './append-message.ts'
import type { AppendFailure, AppendOutcome } from './contest-log.ts'

/** The one thread that appends to the logs of a SQLite file. */
export type AppendWorker = {
  readonly append: (job: AppendJob) => Promise<AppendOutcome>
  /** How many appends were answered, in how many groups: what the group commit saves. */
  readonly statistics: () => { readonly appends: number; readonly groups: number }
  /** Commits what is waiting, then ends the thread. */
  readonly close: () => Promise<void>
}

type Settle = (outcome: AppendOutcome) => void
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Settle>; lost: string | undefined }
type Counters = { appends: number; groups: number }

/** Rejects when the file cannot be opened durably. */
export async function openAppendWorker(file: string, faults: AppendFaults = {}): Promise<AppendWorker> {
  const counters: Counters = { appends: 0, groups: 0 }
  let thread = await startThread({ file, faults }, counters)
  let restarting: Promise<Thread> | undefined
  let closing: Promise<void> | undefined
  let jobs = 0

  /** One new thread for all who wait, so that their order is kept. */
  function restart(): Promise<Thread> {
    restarting ??= startThread({ file, faults }, counters)
      .then((started) => (thread = started))
      .finally(() => (restarting = undefined))
    return restarting
  }

  async function append(job: AppendJob): Promise<AppendOutcome> {
    if (closing !== undefined) return failed('closed', 'the log is closed')
    jobs += 1
    const jobId = jobs
    if (thread.lost === undefined) return send(thread, jobId, job)
    try {
      return await send(await restart(), jobId, job)
    } catch (error) {
      return failed('io', error instanceof Error ? error.message : String(error))
    }
  }

  return {
    append,
    statistics: () => ({ ...counters }),
    close() {
      closing ??= restarting === undefined ? endThread(thread) : restarting.then(endThread, () => undefined)
      return closing
    },
  }
}

/** In the server's bundle the thread stands beside it, compiled; from the sources it needs a way to read TypeScript. */
const start = new URL(
  import.meta.url.endsWith('.ts') ? './append-thread-start.mjs' : './append-thread.js',
  import.meta.url,
)

function startThread(workerData: AppendThreadData, counters: Counters): Promise<Thread> {
  const worker = new Worker(start, { execArgv: [], workerData }) // no arguments of whoever started this process
  const thread: Thread = { worker, waiting: new Map(), lost: undefined }
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromAppendThread) => {
      if (message.type === 'ready') resolve(thread)
      else settleGroup(thread, message, counters)
    })
    const lose = (error: Error) => {
      loseThread(thread, error.message)
      reject(error)
    }
    worker.on('error', lose)
    worker.on('exit', (code) => lose(new Error(`the thread that appends ended with code ${code}`)))
  })
}

function send({ worker, waiting, lost }: Thread, jobId: number, job: AppendJob): Promise<AppendOutcome> {
  if (lost !== undefined) return Promise.resolve(failed('worker-lost', lost))
  return new Promise((resolve) => {
    waiting.set(jobId, resolve)
    tell(worker, { type: 'append', jobId, job })
  })
}

function settleGroup(
  { waiting }: Thread,
  { replies }: Extract<FromAppendThread, { readonly type: 'group' }>,
  counters: Counters,
): void {
  counters.groups += 1
  counters.appends += replies.length
  for (const { jobId, outcome } of replies) {
    waiting.get(jobId)?.(outcome)
    waiting.delete(jobId)
  }
}

/** What was waiting may or may not be on disk: the writers are told that they do not know. */
function loseThread(thread: Thread, message: string): void {
  thread.lost ??= message
  for (const settle of thread.waiting.values()) settle(failed('worker-lost', thread.lost))
  thread.waiting.clear()
}

function endThread({ worker, lost }: Thread): Promise<void> {
  if (lost !== undefined) return Promise.resolve()
  return new Promise((resolve) => {
    worker.once('exit', () => resolve())
    tell(worker, { type: 'close' })
  })
}

function failed(reason: AppendFailure, message: string): AppendOutcome {
  return { outcome: 'failed', reason, message }
}

function tell(worker: Worker, message: ToAppendThread): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(message)
}
