import type { Event } from '@khac-sau/engine'
import { and, asc, eq } from 'drizzle-orm'
import type { Store } from '../store.ts'
import type { ChainVerdict, LogContents, LogRow } from './contest-log.ts'
import { decodeEvent, UnreadableEventError } from './event-codec.ts'
import { firstHash, sealOf, verifyChain } from './hash-chain.ts'

export async function readLog(store: Store, contestId: string): Promise<LogContents> {
  const rows = await logRows(store, contestId)
  const last = rows.at(-1)
  return {
    events: rows.map(readEvent),
    lastSeq: last?.seq ?? 0,
    head: last?.hash ?? firstHash(contestId),
    seal: sealOf(contestId, rows),
  }
}

export async function verifyLog(store: Store, contestId: string): Promise<ChainVerdict> {
  return verifyChain(contestId, await logRows(store, contestId))
}

/** The hash that a row after `seq` builds on; none when the log does not reach so far. */
export async function hashAt(store: Store, contestId: string, seq: number): Promise<string | undefined> {
  if (seq === 0) return firstHash(contestId)
  const { contestLog } = store.tables
  const [row] = await store.read
    .select({ hash: contestLog.hash })
    .from(contestLog)
    .where(and(eq(contestLog.contestId, contestId), eq(contestLog.seq, seq)))
  return row?.hash
}

async function logRows(store: Store, contestId: string): Promise<LogRow[]> {
  const { contestLog } = store.tables
  return store.read.select().from(contestLog).where(eq(contestLog.contestId, contestId)).orderBy(asc(contestLog.seq))
}

function readEvent(row: LogRow): Event {
  try {
    return decodeEvent(row)
  } catch (cause) {
    throw new UnreadableEventError(`event ${row.seq} of contest ${row.contestId} cannot be read`, { cause })
  }
}
