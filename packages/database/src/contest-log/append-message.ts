import type { AppendOutcome, EncodedEvent } from './contest-log.ts'

/** What crosses between the main thread and the one that appends. */
export type AppendJob = {
  readonly contestId: string
  readonly afterSeq: number
  readonly events: readonly EncodedEvent[]
}

export type ToAppendThread = { readonly type: 'append'; readonly jobId: number; readonly job: AppendJob } | CloseMessage
type CloseMessage = { readonly type: 'close' }

export type AppendReply = { readonly jobId: number; readonly outcome: AppendOutcome }
/** `group`: the replies to everything that was committed together. */
export type FromAppendThread =
  | { readonly type: 'ready' }
  | { readonly type: 'group'; readonly replies: readonly AppendReply[] }

export type AppendThreadData = { readonly file: string; readonly faults: AppendFaults }

/** Faults for tests alone: what a real disk or a real crash does, on demand. */
export type AppendFaults = {
  /** How long each commit holds its thread, as a stalled fsync does. */
  readonly stallMillis?: number
  /**
   * A full disk: the file may not grow beyond so many pages, 0 for no limit. Shared with the thread, so that space is
   * lost and gained while it runs.
   */
  readonly largestPageCount?: Int32Array<SharedArrayBuffer>
  /** The thread dies when it is asked to append to this contest. */
  readonly dieOnContestId?: string
}
