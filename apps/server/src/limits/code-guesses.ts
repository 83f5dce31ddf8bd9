import type { Millis } from '@khac-sau/engine'
import { type Allowance, isSpent, spend, type Used } from './allowance.ts'
import { newestKeys } from './newest-keys.ts'

/** L3: bounds who guesses room codes by their misses. A whole room may come from one address, so whoever comes in uses up nothing. */
export type CodeGuesses = {
  judge(knock: Knock): 'in' | 'no-such-room' | 'crowded'
  /** Somebody of this contest is at that address: from now on its code is enough there. */
  cameIn(address: string, contestId: string, people: number): void
}

/** `contestId` is `null` where there is no such room. `isKnown`: a phone or page that has already shown whose it is. */
export type Knock = { readonly address: string; readonly contestId: string | null; readonly isKnown: boolean }

/** Each of a room may mistype it so often in ten minutes. */
const missesEach = 3
const withinSeconds = 600
/** So that a small room is not a strict one. */
const leastPeople = 60

export function codeGuesses(now: () => Millis): CodeGuesses {
  const missesByAddress = newestKeys<Used>()
  const contestsByAddress = newestKeys<ReadonlySet<string>>()
  let mostPeople = leastPeople
  return {
    judge({ address, contestId, isKnown }) {
      if (contestId !== null && (isKnown || contestsByAddress.get(address)?.has(contestId))) return 'in'
      const misses = missesByAddress.get(address)
      // What is not looked up tells nobody which codes there are.
      if (isSpent(misses, now(), allowanceFor(mostPeople))) return 'crowded'
      if (contestId !== null) return 'in'
      missesByAddress.set(address, spend(misses, now(), allowanceFor(mostPeople)).used)
      return 'no-such-room'
    },
    cameIn(address, contestId, people) {
      mostPeople = Math.max(mostPeople, people)
      const contests = contestsByAddress.get(address)
      if (!contests?.has(contestId)) {
        contestsByAddress.set(address, new Set([...(contests ?? []), contestId].slice(-contestsRemembered)))
      }
    },
  }
}

/** Of one address: as many as a building has rooms on one evening. */
const contestsRemembered = 50

function allowanceFor(people: number): Allowance {
  const atOnce = missesEach * people
  return { atOnce, perSecond: atOnce / withinSeconds }
}
