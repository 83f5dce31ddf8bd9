import type { Millis, OpeningId } from '@khac-sau/engine'

/** How much earlier than T0 a page must begin to show options, so that they are on its screen then (T2, T8). */
export type PaintLead = {
  readonly millis: () => Millis
  /** The page begins to show them now; it was to begin at `dueAt`, or has them only since. */
  readonly begun: (openingId: OpeningId, dueAt: Millis) => void
  readonly painted: () => void
}

/** What a busy page or one out of sight takes says nothing of the next time. */
const slowestMillis: Millis = 500
/** Options are seen so much before T0 at the worst, should the page be quicker than it was. */
const mostMillis: Millis = 100
const kept = 4

/** The least of the last few: a page that paints a little late is within the slack of T2, one that is early gives time away. */
export function createPaintLead(now: () => Millis): PaintLead {
  let taken: readonly Millis[] = []
  let last: { readonly openingId: OpeningId; readonly dueAt: Millis; done: boolean } | null = null

  return {
    millis: () => (taken.length === 0 ? 0 : Math.min(mostMillis, ...taken)),
    begun(openingId, dueAt) {
      // A view that was on its way shows the stem once more, and the options at once again.
      if (last?.openingId !== openingId) last = { openingId, dueAt, done: false }
    },
    painted() {
      if (!last || last.done) return
      last.done = true
      const millis = now() - last.dueAt
      if (millis <= slowestMillis) taken = [...taken, Math.max(0, millis)].slice(-kept)
    },
  }
}
