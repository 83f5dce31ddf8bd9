import type { Millis } from '@khac-sau/engine'
import type { Random } from './random.ts'
import type { Cancel, VirtualTime } from './virtual-time.ts'

/** A phone's own idea of time: neither clock starts where another does, and both run at the speed of its quartz. */
export type PhoneClock = {
  /** Monotonic; stands still while the phone sleeps. */
  readonly now: () => Millis
  readonly wallNow: () => Millis
  readonly localOf: (trueMillis: Millis) => Millis
  readonly stepWall: (byMillis: Millis) => void
  readonly sleep: (millis: Millis) => void
  readonly isAsleep: () => boolean
  /** At once, or when the phone wakes. */
  readonly whenAwake: (run: () => void) => void
  /** A timer of a page: late by up to a millisecond, and by the whole of a sleep. */
  readonly schedule: (run: () => void, afterMillis: Millis) => Cancel
}

export function createPhoneClock(time: VirtualTime, random: Random): PhoneClock {
  const rate = 1 + random.between(-1e-4, 1e-4)
  const offset = random.between(0, 5e6)
  let wallOffset = 1_795_000_000_000 + random.between(-5e6, 5e6)
  let slept: Millis = 0
  let wakesAt: Millis = 0
  const localOf = (trueMillis: Millis) => (trueMillis - slept) * rate + offset
  const isAsleep = () => time.now() < wakesAt
  const whenAwake = (run: () => void) => {
    if (isAsleep()) time.at(wakesAt, run)
    else run()
  }
  return {
    // It sleeps through what is counted as slept already.
    now: () => localOf(Math.max(time.now(), wakesAt)),
    wallNow: () => wallOffset + time.now() * rate,
    localOf,
    stepWall: (byMillis) => void (wallOffset += byMillis),
    sleep(millis) {
      wakesAt = time.now() + millis
      slept += millis
    },
    isAsleep,
    whenAwake,
    schedule(run, afterMillis) {
      let isCancelled = false
      const cancel = time.at(time.now() + Math.max(0, afterMillis) / rate + random.next(), () =>
        whenAwake(() => !isCancelled && run()),
      )
      return () => {
        isCancelled = true
        cancel()
      }
    },
  }
}
