import type { Event } from '@khac-sau/engine'

/** The durable log of all contests: append-only, hash-chained, owned by one writer per contest at a time. */
export type ContestLog = {
  /**
   * Appends all or nothing, on disk when it resolves. `afterSeq` is the last sequence number the writer knows, 0 at the
   * start. Throws only for what is no event at all.
   */
  readonly append: (contestId: string, afterSeq: number, events: readonly Event[]) => Promise<AppendOutcome>
  readonly read: (contestId: string) => Promise<LogContents>
  readonly verify: (contestId: string) => Promise<ChainVerdict>
}

/**
 * `fenced`: nothing was written, because someone else took the sequence number or one of the answers is already there.
 * `failed`: nothing was confirmed. After `worker-lost` and `connection` the events may be there all the same, so the
 * writer reads the log before it goes on.
 */
export type AppendOutcome =
  | { readonly outcome: 'stored'; readonly lastSeq: number; readonly head: string }
  | { readonly outcome: 'fenced' }
  | { readonly outcome: 'failed'; readonly reason: AppendFailure; readonly message: string }

export type AppendFailure = 'disk-full' | 'io' | 'busy' | 'connection' | 'worker-lost' | 'closed' | 'other'

export type LogContents = {
  readonly events: readonly Event[]
  readonly lastSeq: number
  /** The hash of the last row: it vouches for all rows before. */
  readonly head: string
  /** Printed on papers: the head as it was when the result was settled. */
  readonly seal: string
}

export type ChainVerdict =
  | { readonly ok: true; readonly head: string }
  /** `seq` is the first row that is missing or is not what was written. */
  | { readonly ok: false; readonly seq: number }

/** What one event is stored as. `body` is canonical JSON of the fields that have no column of their own. */
export type EncodedEvent = {
  readonly atMs: number
  readonly kind: string
  readonly version: number
  readonly openingId: string | null
  readonly memberId: string | null
  readonly body: string
}

export type LogRow = EncodedEvent & { readonly contestId: string; readonly seq: number; readonly hash: string }
