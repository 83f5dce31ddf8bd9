import type { AccountId, AmendmentReason, MemberId, OpeningId, RosterEntry } from './event.ts'
import type { Event } from './event.ts'
import type { TimePercent } from './time-percent.ts'
import type { Millis, WallMillis } from './time.ts'
import type { PressEvidence } from './timing.ts'

/** What somebody asks of a contest. `at` is stamped on arrival by the server (A1), never by who asks. */
export type Command = { readonly at: Millis } & (
  | { readonly type: 'take-over'; readonly bootId: string; readonly wallMillis: WallMillis }
  | { readonly type: 'open-room'; readonly contentHash: string; readonly roster: readonly RosterEntry[] }
  | ({ readonly type: 'enroll' } & RosterEntry)
  | { readonly type: 'join' | 'leave'; readonly memberId: MemberId }
  | ({ readonly type: 'answer' } & Submission)
  | { readonly type: 'tick' }
  | HostCommand
)

export type Submission = {
  readonly memberId: MemberId
  readonly openingId: OpeningId
  readonly answerId: string
  readonly options: readonly number[]
  /** Chosen but not submitted: sent by the phone at the deadline (A2). */
  readonly automatic: boolean
  /** `null` where nothing is known but that it arrived: it is timed by its receipt. */
  readonly press: PressEvidence | null
}

/** `by` is the account that pressed. `after` and `openingId` say what the host was looking at: a step asked for twice happens once. */
export type HostCommand = { readonly by: AccountId } & (
  | { readonly type: 'next'; readonly after: Step }
  | { readonly type: 'cut-lead'; readonly openingId: OpeningId }
  | { readonly type: 'extend'; readonly openingId: OpeningId }
  | { readonly type: 'end-question'; readonly openingId: OpeningId }
  | { readonly type: 'show-standings' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'mark-left'; readonly memberId: MemberId }
  | { readonly type: 'remove'; readonly memberId: MemberId }
  | { readonly type: 'readmit'; readonly memberId: MemberId }
  | { readonly type: 'give-time'; readonly memberId: MemberId; readonly timePercent: TimePercent }
  | { readonly type: 'void'; readonly question: number; readonly reason: AmendmentReason }
  | { readonly type: 'reinstate'; readonly question: number }
  | {
      readonly type: 'correct'
      readonly question: number
      readonly right: readonly number[]
      readonly reason: AmendmentReason
    }
  | { readonly type: 'finish' }
  | { readonly type: 'settle'; readonly wallMillis: WallMillis }
  | { readonly type: 'unsettle'; readonly wallMillis: WallMillis }
)

/** Where a contest stands, as a host saw it when pressing *next*. */
export type Step = 'lobby' | 'reveal-warm-up' | `reveal-${number}` | `standings-${number}`

/** What *next* leads to. */
export type NextStep = 'warm-up' | 'question' | 'standings' | 'podium'

export const refusals = [
  'room-already-open',
  'room-not-open',
  'no-questions',
  'empty-roster',
  'not-in-contest',
  'not-joined',
  'removed',
  'contest-over',
  'nobody-joined',
  'no-such-opening',
  'not-open-yet',
  'too-late',
  'already-answered',
  'bad-option',
  'stale-step',
  'question-still-open',
  'paused',
  'not-now',
  'no-such-question',
  'settled',
  'not-settled',
] as const
export type Refusal = (typeof refusals)[number]

/** What the phone is told of a stored answer. `counted` is false for one that came too late (A3). */
export type Receipt = {
  readonly answerId: string
  readonly openingId: OpeningId
  readonly options: readonly number[]
  readonly automatic: boolean
  readonly counted: boolean
  readonly responseMillis: Millis
}

export type Reply =
  | { readonly ok: true; readonly receipt?: Receipt }
  | { readonly ok: false; readonly refusal: Refusal; readonly receipt?: Receipt }

/** A refusal may carry events: a late answer is refused and kept (A3). */
export type Decision = { readonly events: readonly Event[]; readonly reply: Reply }

export const nothing: Decision = { events: [], reply: { ok: true } }

export function accept(...events: readonly Event[]): Decision {
  return { events, reply: { ok: true } }
}

export function refuse(refusal: Refusal): Decision {
  return { events: [], reply: { ok: false, refusal } }
}
