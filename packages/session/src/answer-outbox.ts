import type { AskedQuestion, MemberId, OpeningId } from '@khac-sau/engine'
import { type AnswerAck, type AnswerState, outcomeOf, type Submitted } from './answer.ts'
import type { StoredValue } from './device-storage.ts'
import type { Schedule } from './link.ts'

export type AnswerOutbox = {
  /** T4: on the device first, then on its way, before this returns. */
  readonly put: (submitted: Submitted) => void
  /** Sends what waits, of this member: after a connect, a reload, a wake. */
  readonly flush: () => void
  /** Another page of this device may have submitted (A6): what waits there waits here, too. */
  readonly adopt: () => void
  readonly onLost: () => void
  /** `null` if nothing of this opening was submitted on this device. */
  readonly stateOf: (memberId: MemberId, openingId: OpeningId) => AnswerState | null
  readonly stateOfQuestion: (memberId: MemberId, question: AskedQuestion) => AnswerState | null
  /** How many are not acked yet; a view may tell before the ack that one is stored, of the question it shows. */
  readonly waiting: (memberId: MemberId, storedOfQuestion: AskedQuestion | undefined) => number
  readonly stop: () => void
}

export type AnswerOutboxOptions = {
  readonly stored: StoredValue<readonly Submitted[]>
  readonly schedule: Schedule
  /** On the socket; `null` while nothing can be sent as this member. */
  readonly send: (submitted: Submitted) => Promise<unknown> | null
  /** By a request of its own, for when the socket gives no ack (T7); `null` without a token. */
  readonly post: (submitted: Submitted) => Promise<unknown> | null
  /** Sent on the socket, and no ack in time. Once per answer. */
  readonly onSilence: () => void
  readonly onChange: () => void
}

/** A2, T4: an answer waits here until it is acked or finally refused, and is sent again with the same answerId. */
export function createAnswerOutbox({
  stored,
  schedule,
  send,
  post,
  onSilence,
  onChange,
}: AnswerOutboxOptions): AnswerOutbox {
  const entries = new Map<string, Entry>()
  for (const submitted of stored.read()) entries.set(submitted.answerId, entryOf(submitted, 'not-sent'))

  const attempt = (entry: Entry, ways: readonly Way[]) => {
    entry.cancel()
    const answers = ways.map((way) => way(entry.submitted)).filter((answer) => answer !== null)
    if (answers.length === 0) wait(entry)
    // Sent again and again: the first ack to arrive settles it, and the others find it gone.
    for (const answer of answers) {
      answer.then(
        (ack) => settle(entry, ack as AnswerAck),
        () => wait(entry),
      )
    }
    entry.cancel = schedule(() => {
      if (entry.state.name === 'sending') onSilence()
      wait(entry)
      if (!isDone(entry)) attempt(entry, [send, post])
    }, resendMillis)
  }
  const wait = (entry: Entry) => {
    if (isDone(entry) || entry.state.name === 'not-sent') return
    entry.state = { name: 'not-sent', options: entry.submitted.options }
    onChange()
  }
  const settle = (entry: Entry, ack: AnswerAck) => {
    const outcome = outcomeOf(ack, entry.submitted)
    if (isDone(entry)) return
    if (!outcome) return wait(entry)
    entry.cancel()
    entry.state = outcome
    stored.write(stored.read().filter(({ answerId }) => answerId !== entry.submitted.answerId))
    onChange()
  }
  const latest = (isAsked: (submitted: Submitted) => boolean) =>
    [...entries.values()].reverse().find(({ submitted }) => isAsked(submitted))?.state ?? null

  return {
    put(submitted) {
      const entry = entryOf(submitted, 'sending')
      entries.set(submitted.answerId, entry)
      stored.write([...stored.read(), submitted].slice(-keptAnswers))
      attempt(entry, [send])
    },
    flush() {
      for (const entry of entries.values()) if (!isDone(entry)) attempt(entry, [send])
    },
    adopt() {
      for (const submitted of stored.read()) {
        if (entries.has(submitted.answerId)) continue
        const entry = entryOf(submitted, 'sending')
        entries.set(submitted.answerId, entry)
        attempt(entry, [send])
      }
    },
    onLost() {
      // The timers go on: the other way may be open.
      for (const entry of entries.values()) wait(entry)
    },
    stateOf: (memberId, openingId) =>
      latest((submitted) => submitted.openingId === openingId && submitted.memberId === memberId),
    stateOfQuestion: (memberId, question) =>
      latest((submitted) => submitted.question === question && submitted.memberId === memberId),
    waiting: (memberId, storedOfQuestion) =>
      [...entries.values()].filter(
        (entry) =>
          entry.submitted.memberId === memberId && entry.submitted.question !== storedOfQuestion && !isDone(entry),
      ).length,
    stop() {
      for (const { cancel } of entries.values()) cancel()
    },
  }
}

type Way = (submitted: Submitted) => Promise<unknown> | null
type Entry = { readonly submitted: Submitted; state: AnswerState; cancel: () => void }

/** No receipt after this: the member is told, and it is sent again, both ways. */
const resendMillis = 1500
/** As many as a contest has questions, the warm-up included. */
const keptAnswers = 31

function entryOf(submitted: Submitted, name: 'sending' | 'not-sent'): Entry {
  return { submitted, state: { name, options: submitted.options }, cancel: () => {} }
}

function isDone({ state }: Entry): boolean {
  return state.name === 'saved' || state.name === 'refused'
}
