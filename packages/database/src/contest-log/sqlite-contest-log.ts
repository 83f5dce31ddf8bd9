import type { Store } from '../store.ts'
import type { AppendWorker } from './append-worker.ts'
import { encodeBatch } from './batch.ts'
import type { ContestLog } from './contest-log.ts'
import { readLog, verifyLog } from './log-reading.ts'

/** Reads on the store's connection, appends through the worker's: a stalled fsync never stops this thread. */
export function sqliteContestLog(store: Store, worker: AppendWorker): ContestLog {
  return {
    append: async (contestId, afterSeq, events) => worker.append({ contestId, afterSeq, events: encodeBatch(events) }),
    read: (contestId) => readLog(store, contestId),
    verify: (contestId) => verifyLog(store, contestId),
  }
}
