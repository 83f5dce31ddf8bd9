import type { MemberId, Millis } from '@khac-sau/engine'
import { optionCount } from './content.ts'
import { randomOf } from './random.ts'

/** What somebody will do with a question, once its options are on the screen. */
export type Intention = {
  /** `left`: chosen, and not submitted. */
  readonly kind: 'press' | 'left' | 'none'
  readonly reactionMillis: Millis
  readonly option: number
}

export type Human = (question: number) => Intention

/** Knows everything: all that is left to decide is who is faster. */
export function ableHuman(seed: number, memberId: MemberId): Human {
  return (question) => {
    const draws = randomOf(seed, memberId, 'reaction', question)
    return { kind: 'press', reactionMillis: reaction(draws.normal()), option: 0 }
  }
}

/** Guesses, changes nothing, and now and then leaves it. */
export function carelessHuman(seed: number, memberId: MemberId, mostMillis: Millis): Human {
  return (question) => {
    const draws = randomOf(seed, memberId, 'reaction', question)
    const kind = draws.chance(0.06) ? 'none' : draws.chance(0.06) ? 'left' : 'press'
    return { kind, reactionMillis: draws.between(300, mostMillis), option: draws.whole(0, optionCount - 1) }
  }
}

function reaction(normal: number): Millis {
  return Math.min(Math.max(Math.exp(Math.log(5_200) + 0.55 * normal), 700), 29_000)
}
