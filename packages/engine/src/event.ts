import type { LaterClose, TimePercent } from './time-percent.ts'
import type { Millis, WallMillis } from './time.ts'

export type MemberId = string
export type OpeningId = string
export type AccountId = string

/** Why a question was voided or its key corrected (R6). A code, because the log holds no free text. */
export const amendmentReasons = ['wrong-key', 'several-right', 'unclear', 'outdated', 'interrupted', 'other'] as const
export type AmendmentReason = (typeof amendmentReasons)[number]

export const closingReasons = ['deadline', 'everyone', 'host'] as const
export type ClosingReason = (typeof closingReasons)[number]

export const openingPurposes = ['scored', 'tie-break', 'warm-up'] as const
export type OpeningPurpose = (typeof openingPurposes)[number]

/** Index into the frozen questions. `null` is the warm-up question, which has no number (C10). */
export type AskedQuestion = number | null

export type RosterEntry = {
  readonly memberId: MemberId
  readonly ranked: boolean
  readonly timePercent: TimePercent
}

/** How an answer was timed: by its receipt alone, or by its press within what its link proved (`timing.ts`). */
export const timings = ['receipt-1', 'press-2'] as const
export type Timing = (typeof timings)[number]

/** One answer as the log keeps it. `responseMillis` is decided once, on arrival: a recount never re-times (T10). */
export type AnswerFacts = {
  readonly openingId: OpeningId
  readonly memberId: MemberId
  /** Made by the phone, so that the same answer sent twice is one answer (A2). */
  readonly answerId: string
  /** Indexes of the chosen options, ascending. */
  readonly options: readonly number[]
  /** Chosen but not submitted: sent by the phone at the deadline, with the full time (A2). */
  readonly automatic: boolean
  readonly responseMillis: Millis
  /** T11: by how much the press may have been earlier, as far as its link shows. */
  readonly errorMillis: Millis
  /** T10: what the time was decided from (`evidenceOf`); absent where it was not known. */
  readonly evidence: Readonly<Record<string, number>>
  readonly timing: Timing
}

/** A fact of one contest. The log of these is the truth: append-only, one row each, never rewritten, only upcast. */
export type Event = { readonly at: Millis } & (
  | { readonly type: 'taken-over'; readonly bootId: string; readonly wallMillis: WallMillis }
  | { readonly type: 'room-opened'; readonly contentHash: string; readonly roster: readonly RosterEntry[] }
  | ({ readonly type: 'enrolled' } & RosterEntry)
  /** A9: before the start only. */
  | {
      readonly type: 'time-given'
      readonly memberId: MemberId
      readonly timePercent: TimePercent
      readonly by: AccountId
    }
  | { readonly type: 'joined'; readonly memberId: MemberId }
  /** `by` is the host who said so, or the member who gave the place up. */
  | { readonly type: 'marked-left'; readonly memberId: MemberId; readonly by: string }
  | { readonly type: 'removed'; readonly memberId: MemberId; readonly by: AccountId }
  | { readonly type: 'readmitted'; readonly memberId: MemberId; readonly by: AccountId }
  | {
      readonly type: 'opened'
      readonly openingId: OpeningId
      readonly question: AskedQuestion
      readonly purpose: OpeningPurpose
      readonly audience: 'everyone'
      /** The interrupted opening that this one goes on with; its answers stand. */
      readonly continues: OpeningId | null
      /** From here the stem is read (C3); before it, 3-2-1. */
      readonly stemAt: Millis
      readonly opensAt: Millis
      readonly closesAt: Millis
      /** A9: for those with extra time. */
      readonly laterCloses: readonly LaterClose[]
    }
  | { readonly type: 'lead-cut'; readonly openingId: OpeningId; readonly opensAt: Millis; readonly closesAt: Millis }
  | { readonly type: 'extended'; readonly openingId: OpeningId; readonly closesAt: Millis; readonly by: AccountId }
  | ({ readonly type: 'answered' } & AnswerFacts)
  | ({ readonly type: 'answered-late' } & AnswerFacts)
  | { readonly type: 'interrupted'; readonly openingId: OpeningId }
  /** A9: for all whose time ends at `closesAt` or before; others still have some. */
  | { readonly type: 'closed-for-some'; readonly openingId: OpeningId; readonly closesAt: Millis }
  | {
      readonly type: 'closing'
      readonly openingId: OpeningId
      readonly reason: ClosingReason
      readonly closesAt: Millis
      /** Members who had joined and not answered, seen by a host who ended early (A7). */
      readonly missing: number
    }
  | { readonly type: 'closed'; readonly openingId: OpeningId }
  | { readonly type: 'standings-shown' }
  | { readonly type: 'paused'; readonly by: AccountId }
  | { readonly type: 'resumed'; readonly by: AccountId }
  | { readonly type: 'voided'; readonly question: number; readonly by: AccountId; readonly reason: AmendmentReason }
  | { readonly type: 'reinstated'; readonly question: number; readonly by: AccountId }
  | {
      readonly type: 'corrected'
      readonly question: number
      readonly right: readonly number[]
      readonly by: AccountId
      readonly reason: AmendmentReason
    }
  | { readonly type: 'finished' }
  | { readonly type: 'settled'; readonly by: AccountId; readonly wallMillis: WallMillis }
  | { readonly type: 'unsettled'; readonly by: AccountId; readonly wallMillis: WallMillis }
)

export type EventOf<T extends Event['type']> = Extract<Event, { readonly type: T }>
