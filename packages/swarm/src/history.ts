import type { Millis, OpeningId, Receipt } from '@khac-sau/engine'
import type { AnswerAck, MemberState } from '@khac-sau/session'

/** What one phone sent and was told in one contest, by the clock of whoever records it. */
export type PhoneHistory = {
  readonly memberId: string
  /** On the device, and so meant to reach the log (T4). */
  readonly submitted: readonly SubmittedAnswer[]
  /** Every receipt that came back, whichever way and however often. */
  readonly receipts: readonly ReceivedReceipt[]
  /** What its screen said: saved, or kept as too late. */
  readonly shown: readonly ShownAnswer[]
  readonly refusals: readonly string[]
}

export type SubmittedAnswer = {
  readonly answerId: string
  readonly openingId: OpeningId
  readonly question: number
  readonly options: readonly number[]
  readonly at: Millis
}

export type ReceivedReceipt = Pick<Receipt, 'answerId' | 'openingId' | 'options' | 'counted'> & { readonly at: Millis }

export type ShownAnswer = {
  readonly question: number
  readonly options: readonly number[]
  readonly counted: boolean
  readonly at: Millis
}

export type HistoryRecorder = {
  readonly history: PhoneHistory
  /** The outbox as it was written to the device. */
  readonly onOutbox: (json: string) => void
  readonly onAck: (ack: AnswerAck) => void
  readonly onState: (state: MemberState) => void
}

export function recordHistory(memberId: string, now: () => Millis): HistoryRecorder {
  const submitted: SubmittedAnswer[] = []
  const receipts: ReceivedReceipt[] = []
  const shown: ShownAnswer[] = []
  const refusals: string[] = []
  const known = new Set<string>()

  return {
    history: { memberId, submitted, receipts, shown, refusals },
    onOutbox(json) {
      for (const { answerId, openingId, question, options } of JSON.parse(json) as SubmittedAnswer[]) {
        if (known.has(answerId)) continue
        known.add(answerId)
        submitted.push({ answerId, openingId, question, options, at: now() })
      }
    },
    onAck(ack) {
      if (!ack.ok) refusals.push(ack.refusal)
      const receipt = ack.ok ? ack.value : ack.receipt
      if (receipt) receipts.push({ ...receipt, at: now() })
    },
    onState(state) {
      const seen = shownIn(state)
      if (!seen || known.has(JSON.stringify(seen))) return
      known.add(JSON.stringify(seen))
      shown.push({ ...seen, at: now() })
    },
  }
}

function shownIn({ view, answer }: MemberState): Omit<ShownAnswer, 'at'> | null {
  if (!view || !('question' in view.stage)) return null
  const { question } = view.stage
  if (question === null) return null
  if (answer.name === 'saved') return { question, options: answer.answer.options, counted: true }
  if (answer.name === 'refused' && answer.kept) return { question, options: answer.kept.options, counted: false }
  return null
}
