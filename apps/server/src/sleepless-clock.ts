import type { Millis } from '@khac-sau/engine'

/** Asking for the uptime reads a file; what is stamped before it is asked is stamped as before the sleep. */
const ASK_EVERY_MILLIS: Millis = 250
/** How much the two clocks may part without sleep: the uptime comes in hundredths of a second. */
const DOUBT_MILLIS: Millis = 1_000

/**
 * Monotonic milliseconds that go on while the machine sleeps. `monotonicNow` stands still in sleep on Linux, as with a
 * closed lid; `uptimeSeconds` does not (CLOCK_BOOTTIME). A change of the wall clock moves neither.
 */
export function sleeplessClock(monotonicNow: () => Millis, uptimeSeconds: () => number): () => Millis {
  const leadAt = (now: Millis) => uptimeSeconds() * 1_000 - now
  let askedAt = monotonicNow()
  let knownLead = leadAt(askedAt)
  let slept: Millis = 0
  return () => {
    const now = monotonicNow()
    if (now - askedAt < ASK_EVERY_MILLIS) return now + slept
    askedAt = now
    const grown = leadAt(now) - knownLead
    if (grown > DOUBT_MILLIS) {
      slept += grown
      knownLead += grown
    }
    return now + slept
  }
}
