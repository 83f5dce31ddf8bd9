import type { Millis, OpeningId } from '@khac-sau/engine'
import type { SentClaim } from './answer.ts'
import type { ContestClock } from './contest-clock.ts'
import type { StoredValue } from './device-storage.ts'

/** The paint as a reload finds it: on the contest clock, because the page's own clock begins anew. */
export type StoredPaint = { readonly openingId: OpeningId; readonly bootId: string; readonly paintedAt: Millis }

export type PressClaims = {
  /** The options of this opening are on the screen, for the first time on this device (T3). */
  readonly onPainted: (openingId: OpeningId) => void
  /** `eventAt` is the input event's own time stamp, on the page's clock; without one, now. */
  readonly claim: (openingId: OpeningId, eventAt: Millis | undefined) => SentClaim | null
}

/** An event that waited longer than this for its handler has another clock than the page's. */
const oldestEventMillis = 3_000

/**
 * T2, T4: when the options were painted and when the press was, for the server to believe as far as it can prove. Both
 * are turned into contest time at the press, so that an error of the phone's clock cancels out of their difference.
 */
export function createPressClaims(
  stored: StoredValue<StoredPaint | null>,
  clock: ContestClock,
  now: () => Millis,
): PressClaims {
  let painted: { readonly openingId: OpeningId; readonly localAt: Millis } | null = null

  const paintedAt = (openingId: OpeningId, bootId: string): Millis | null => {
    if (painted?.openingId === openingId) return clock.contestOf(painted.localAt)
    const before = stored.read()
    return before?.openingId === openingId && before.bootId === bootId ? before.paintedAt : null
  }

  return {
    onPainted(openingId) {
      const bootId = clock.bootId()
      const localAt = now()
      if (bootId === null || paintedAt(openingId, bootId) !== null) return
      painted = { openingId, localAt }
      stored.write({ openingId, bootId, paintedAt: clock.contestOf(localAt) })
    },
    claim(openingId, eventAt) {
      const bootId = clock.bootId()
      if (bootId === null) return null
      const handledAt = now()
      const isOfThisClock = eventAt !== undefined && eventAt <= handledAt && eventAt > handledAt - oldestEventMillis
      const pressedAt = clock.contestOf(isOfThisClock ? eventAt : handledAt)
      return { bootId, paintedAt: paintedAt(openingId, bootId), pressedAt }
    },
  }
}
