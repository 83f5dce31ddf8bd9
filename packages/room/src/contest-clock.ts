import type { Millis } from '@khac-sau/engine'

/** Whoever looks at the clock more rarely than this stood still: stopped, asleep with the lid closed, or swapped out. */
const STANDSTILL_MILLIS: Millis = 3_000
/** So the clock is to be looked at more often than that. */
export const LOOK_EVERY_MILLIS: Millis = 1_000

export type RunningContestClock = {
  now(): Millis
}

/**
 * T1: the contest clock goes on from where the log ends, by the monotonic clock of the process that owns the contest.
 * It stands still while nobody owns it, and that is also while its process stood still: `stoodStill` is told since when,
 * before anything is stamped by the time after. Wall time has no part in it.
 */
export function contestClock(
  processNow: () => Millis,
  lastEventAt: Millis,
  stoodStill: (since: Millis) => void = () => {},
): RunningContestClock {
  let startedAt = processNow()
  let lookedAt = startedAt
  const contestMillis = (at: Millis) => lastEventAt + Math.floor(at - startedAt)
  return {
    now() {
      const at = processNow()
      const gap = at - lookedAt
      lookedAt = at
      if (gap > STANDSTILL_MILLIS) {
        startedAt += gap
        stoodStill(contestMillis(at))
      }
      return contestMillis(at)
    },
  }
}
