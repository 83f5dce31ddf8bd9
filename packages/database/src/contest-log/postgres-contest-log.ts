import type { Store } from '../store.ts'
import { failureOf } from './append-failure.ts'
import { encodeBatch } from './batch.ts'
import type { AppendOutcome, ContestLog, EncodedEvent } from './contest-log.ts'
import { chainRows } from './hash-chain.ts'
import { hashAt, readLog, verifyLog } from './log-reading.ts'

export function postgresContestLog(store: Store): ContestLog {
  return {
    append: async (contestId, afterSeq, events) => append(store, contestId, afterSeq, encodeBatch(events)),
    read: (contestId) => readLog(store, contestId),
    verify: (contestId) => verifyLog(store, contestId),
  }
}

/** No transaction is needed: a row once written never changes, and the primary key fences whoever comes second. */
async function append(
  store: Store,
  contestId: string,
  afterSeq: number,
  events: readonly EncodedEvent[],
): Promise<AppendOutcome> {
  try {
    const previousHash = await hashAt(store, contestId, afterSeq)
    if (previousHash === undefined) return { outcome: 'fenced' }
    const rows = chainRows(contestId, afterSeq, previousHash, events)
    await insertRows(store, rows)
    return { outcome: 'stored', lastSeq: afterSeq + rows.length, head: rows.at(-1)?.hash ?? previousHash }
  } catch (error) {
    return failureOf(error)
  }
}

/** One statement, so it is atomic. */
async function insertRows({ tables: { contestLog }, write }: Store, rows: ReturnType<typeof chainRows>) {
  return write((writer) => writer.insert(contestLog).values(rows).returning({ seq: contestLog.seq }))
}
