import type { Millis } from '@khac-sau/engine'

/** One answered clock request: `at` is where the contest clock stood between the two local times. */
export type ClockSample = {
  readonly sentAt: Millis
  readonly receivedAt: Millis
  readonly at: Millis
  readonly bootId: string
}

export type ContestClock = {
  readonly sample: (sample: ClockSample) => void
  /** What a view says of the time: it serves only until the first sample, which knows how long its way was. */
  readonly seed: (seed: { readonly at: Millis; readonly bootId: string; readonly receivedAt: Millis }) => void
  /** Who owns the clock; `null` before anything was heard of it. */
  readonly bootId: () => string | null
  readonly contestNow: () => Millis
  readonly contestOf: (localMillis: Millis) => Millis
  /** The local time at which the contest clock will stand there. */
  readonly localOf: (contestMillis: Millis) => Millis
  /** What was read from the page's own clock at one age says nothing of another: the device slept in between (T9). */
  readonly age: () => number
  /** T9: true if the device slept or its time was set since the last call; all samples are void then. */
  readonly dropIfTimeJumped: () => boolean
}

/**
 * The contest clock (T1) as seen from a page. `now` is the page's own monotonic clock, `wallNow` its time of day:
 * the two drift apart while a device sleeps (T9).
 */
export function createContestClock(now: () => Millis, wallNow: () => Millis = now): ContestClock {
  let bootId: string | null = null
  let samples: readonly Measured[] = []
  let offset = 0
  let isSeedUsable = true
  /** Of the best sample so far: the way of a view is as long, whoever owns the clock. */
  let halfTrip = 0
  let lastLead = wallNow() - now()
  let jumps = 0

  /** Another process counts from elsewhere: nothing measured against the former one holds (T1). */
  const belongTo = (owner: string) => {
    if (owner === bootId) return
    bootId = owner
    samples = []
    offset = Number.NEGATIVE_INFINITY
    isSeedUsable = true
  }

  const hasJumped = () => Math.abs(wallNow() - now() - lastLead) > jumpMillis

  return {
    sample({ sentAt, receivedAt, at, bootId: owner }) {
      belongTo(owner)
      const measured = { receivedAt, roundTrip: receivedAt - sentAt, offset: at - (sentAt + receivedAt) / 2 }
      samples = [...samples.filter(({ receivedAt: then }) => receivedAt - then <= keptMillis), measured]
      const best = bestOf(samples, receivedAt)
      offset = best.offset
      halfTrip = best.roundTrip / 2
      isSeedUsable = false
    },
    seed({ at, bootId: owner, receivedAt }) {
      belongTo(owner)
      // Every seed is late by its way here, or by more, so the greatest is the nearest.
      if (isSeedUsable) offset = Math.max(offset, at + halfTrip - receivedAt)
    },
    bootId: () => bootId,
    contestNow: () => now() + offset,
    contestOf: (localMillis) => localMillis + offset,
    localOf: (contestMillis) => contestMillis - offset,
    age: () => jumps + (hasJumped() ? 1 : 0),
    dropIfTimeJumped() {
      const jumped = hasJumped()
      lastLead = wallNow() - now()
      if (!jumped) return false
      jumps += 1
      samples = []
      isSeedUsable = true
      return true
    },
  }
}

type Measured = { readonly receivedAt: Millis; readonly roundTrip: Millis; readonly offset: Millis }

const keptMillis = 120_000
/** T9 */
const jumpMillis = 250
/** How far two quartz clocks may part: an old sample is worth less by this much. */
const driftPerMilli = 200e-6

/** The error of a sample is at most half its round trip, plus what the clocks drifted since. */
function bestOf(samples: readonly Measured[], now: Millis): Measured {
  const doubt = ({ roundTrip, receivedAt }: Measured) => roundTrip + (now - receivedAt) * driftPerMilli
  return samples.reduce((best, sample) => (doubt(sample) <= doubt(best) ? sample : best))
}
