import type { AskedQuestion, MemberId, OpeningId, OwnAnswerView, PressClaim, Receipt } from '@khac-sau/engine'
import type { Ack, RefusalCode } from '@khac-sau/protocol'

/** What is chosen and may still be changed. */
export type Choice = {
  readonly memberId: MemberId
  readonly openingId: OpeningId
  readonly question: AskedQuestion
  readonly options: readonly number[]
}

/** When it was pressed, as this phone has it, on the contest clock that `bootId` names. */
export type SentClaim = PressClaim & { readonly bootId: string }

/** What was submitted, as it waits on the device for its receipt (T4). */
export type Submitted = Choice & {
  readonly answerId: string
  readonly automatic: boolean
  readonly claim: SentClaim | null
}

/** How one answer stands, as its member is told. */
export type AnswerState =
  | { readonly name: 'none' }
  | { readonly name: 'choosing'; readonly options: readonly number[] }
  | { readonly name: 'sending'; readonly options: readonly number[] }
  /** No receipt yet: the phone sends it again by itself. */
  | { readonly name: 'not-sent'; readonly options: readonly number[] }
  /** A4: the server has it on disk. */
  | { readonly name: 'saved'; readonly answer: OwnAnswerView }
  /** `kept` is what the server stored all the same: an answer that came too late (A3). */
  | {
      readonly name: 'refused'
      readonly refusal: RefusalCode
      readonly options: readonly number[]
      readonly kept: OwnAnswerView | null
    }

export type AnswerAck = Ack<Receipt>

/** `null`: the server could not, but may soon; the answer goes on waiting. */
export function outcomeOf(ack: AnswerAck, { options }: Choice): AnswerState | null {
  if (ack.ok) return { name: 'saved', answer: ack.value }
  if (retryable.has(ack.refusal)) return null
  // An earlier answer stands (A2), and this is its receipt.
  if (ack.receipt?.counted) return { name: 'saved', answer: ack.receipt }
  return { name: 'refused', refusal: ack.refusal, options, kept: ack.receipt ?? null }
}

/** What the server's view says of an answer goes before everything the phone remembers. */
export function stateOfOwn(own: OwnAnswerView): AnswerState {
  if (own.counted) return { name: 'saved', answer: own }
  return { name: 'refused', refusal: 'too-late', options: own.options, kept: own }
}

const retryable: ReadonlySet<RefusalCode> = new Set([
  'not-open-yet',
  'not-joined',
  'storage-failed',
  'server-error',
  'moved-elsewhere',
  'too-many-requests',
])
