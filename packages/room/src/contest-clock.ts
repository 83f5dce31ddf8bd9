import type { Millis } from '@khac-sau/engine'

/**
 * T1: the contest clock goes on from where the log ends, by the monotonic clock of the process that owns the contest.
 * It stands still while nobody owns it; wall time has no part in it.
 */
export function contestClock(processNow: () => Millis, lastEventAt: Millis): { now(): Millis } {
  const startedAt = processNow()
  return { now: () => lastEventAt + Math.floor(processNow() - startedAt) }
}
