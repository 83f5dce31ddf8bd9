import type { Millis } from '@khac-sau/engine'
import { optionCount } from './evening.ts'
import type { Phone } from './phone.ts'
import type { Random } from './random.ts'

/** The hands of everyone in the room: who presses what, and when. */
export type Answering = {
  /** `lastMillis[r]`: how long those of round r may wait at most. A round begins when the one before was disrupted. */
  readonly begin: (question: number, lastMillis: readonly Millis[]) => void
  readonly nextRound: () => void
  /** Whenever a phone shows something new. */
  readonly look: (phone: Phone) => void
}

type Intention = {
  readonly round: number
  readonly delayMillis: Millis
  readonly option: number
  /** Chosen and left: the phone submits it at the deadline (A2). */
  readonly isLeft: boolean
}

export function createAnswering(phones: readonly Phone[], random: Random): Answering {
  const intentions = new Map<string, Intention>()
  const timers = new Map<string, NodeJS.Timeout>()
  let asked = -1
  let round = 0

  const press = (phone: Phone, { option, isLeft }: Intention) => {
    timers.delete(phone.memberId)
    if (!isAsked(phone, asked)) return
    phone.choose([option])
    if (!isLeft) phone.submit()
  }
  const look = (phone: Phone) => {
    const intention = intentions.get(phone.memberId)
    if (!intention || intention.round > round || timers.has(phone.memberId) || !isAsked(phone, asked)) return
    timers.set(
      phone.memberId,
      setTimeout(() => press(phone, intention), intention.delayMillis),
    )
  }
  return {
    look,
    begin(question, lastMillis) {
      for (const timer of timers.values()) clearTimeout(timer)
      timers.clear()
      asked = question
      round = 0
      const areSomeLeft = random.isOneIn(8)
      for (const { memberId } of phones) {
        intentions.set(memberId, drawIntention(random, lastMillis, areSomeLeft && random.isOneIn(10)))
      }
      for (const phone of phones) look(phone)
    },
    nextRound() {
      round += 1
      for (const phone of phones) look(phone)
    },
  }
}

function drawIntention(random: Random, lastMillis: readonly Millis[], isLeft: boolean): Intention {
  const round = random.between(0, lastMillis.length - 1)
  const delayMillis = random.between(0, lastMillis[round] ?? 0)
  return { round, delayMillis, option: random.between(0, optionCount - 1), isLeft }
}

/** As far as the phone knows, which may be cut off. */
function isAsked(phone: Phone, question: number): boolean {
  const { view, answer } = phone.state()
  return view?.stage.name === 'open' && view.stage.question === question && answer.name === 'none'
}
