import type { Millis, OpeningId } from '@khac-sau/engine'
import type { SentClaim } from './answer.ts'
import type { ContestClock } from './contest-clock.ts'
import type { StoredValue } from './device-storage.ts'

/** The paint as a reload finds it: on the contest clock, because the page's own clock begins anew. */
export type StoredPaint = { readonly openingId: OpeningId; readonly bootId: string; readonly paintedAt: Millis }

export type PressClaims = {
  /**
   * The options of this opening are drawn, and with that on the screen for the first time on this device (T3); or unseen
   * until then, where `unveilsAt` is still to come.
   */
  readonly onPainted: (openingId: OpeningId, unveilsAt: Millis | null) => void
  /** `eventAt` is the input event's own time stamp, on the page's clock; without one, now. */
  readonly claim: (openingId: OpeningId, eventAt: Millis | undefined) => SentClaim | null
  /**
   * The same press as the contest clock is known now. Right after a sleep it is not known at all, and an answer that
   * was pressed then leaves with the first view of the next connection, which says where the clock stands.
   */
  readonly renewed: (claim: SentClaim | null) => SentClaim | null
}

/** An instant of the page's own clock, which stands still while the device sleeps (T9). */
type Local = { readonly age: number; readonly localAt: Millis }
type Measured = { readonly painted: Local | null; readonly pressed: Local }

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
  let painted: (Local & { readonly openingId: OpeningId }) | null = null
  const measuredByClaim = new WeakMap<SentClaim, Measured>()

  const contestOf = (local: Local | null): Millis | null =>
    local?.age === clock.age() ? clock.contestOf(local.localAt) : null
  const paintedAt = (openingId: OpeningId, bootId: string): Millis | null => {
    const known = painted?.openingId === openingId ? contestOf(painted) : null
    if (known !== null) return known
    const before = stored.read()
    return before?.openingId === openingId && before.bootId === bootId ? before.paintedAt : null
  }

  return {
    onPainted(openingId, unveilsAt) {
      const bootId = clock.bootId()
      if (bootId === null) return
      // What is still veiled may be unveiled at another moment, as the clock is known better.
      const isVeiled = painted?.openingId === openingId && painted.localAt > now()
      if (!isVeiled && paintedAt(openingId, bootId) !== null) return
      const localAt = Math.max(now(), unveilsAt ?? 0)
      painted = { openingId, localAt, age: clock.age() }
      stored.write({ openingId, bootId, paintedAt: clock.contestOf(localAt) })
    },
    claim(openingId, eventAt) {
      const bootId = clock.bootId()
      if (bootId === null) return null
      const handledAt = now()
      const isOfThisClock = eventAt !== undefined && eventAt <= handledAt && eventAt > handledAt - oldestEventMillis
      const pressed = { localAt: isOfThisClock ? eventAt : handledAt, age: clock.age() }
      const pressedAt = clock.contestOf(pressed.localAt)
      const claim = { bootId, paintedAt: paintedAt(openingId, bootId), pressedAt }
      measuredByClaim.set(claim, { painted: painted?.openingId === openingId ? painted : null, pressed })
      return claim
    },
    renewed(claim) {
      const measured = claim ? measuredByClaim.get(claim) : undefined
      if (!claim || !measured || clock.bootId() !== claim.bootId) return claim
      const paintedAt = contestOf(measured.painted) ?? claim.paintedAt
      return { ...claim, paintedAt, pressedAt: contestOf(measured.pressed) ?? claim.pressedAt }
    },
  }
}
