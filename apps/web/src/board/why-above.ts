import type { OrderReason } from '@khac-sau/engine'
import { type board, formatScore, formatSecondsSideBySide, type Locale } from '@khac-sau/language'

export type BoardText = (typeof board)[Locale]

/** A line of either board: only the year counts monthly firsts. */
export type BoardPlace = {
  /** `null` in the own line of who is not ranked (R5, A9). */
  readonly rank: number | null
  readonly name: string
  readonly scoreHundredths: number
  readonly totalMillis: number
  readonly firsts?: number
  /** A9: why there is no rank. */
  readonly extraTime?: boolean
  readonly aboveNext: OrderReason | null
  readonly own: boolean
}

/** R7: why this line stands above the next one shown; `null` below the last. */
export function whyAbove(
  place: BoardPlace,
  next: BoardPlace | undefined,
  text: BoardText,
  locale: Locale,
): string | null {
  if (!next || place.aboveNext === null) return null
  if (place.aboveNext === 'same') return text.whySame
  if (place.aboveNext === 'within-error') return text.whyWithinError
  if (next.rank === null) return null
  return text.aboveRank({ rank: next.rank, why: reasonOf(place.aboveNext, place, next, text, locale) })
}

function reasonOf(
  reason: Exclude<OrderReason, 'same' | 'within-error'>,
  place: BoardPlace,
  next: BoardPlace,
  text: BoardText,
  locale: Locale,
): string {
  const score = formatScore(place.scoreHundredths, locale)
  switch (reason) {
    case 'firsts':
      return text.whyFirsts({ score, above: place.firsts ?? 0, below: next.firsts ?? 0 })
    case 'time': {
      const seconds = formatSecondsSideBySide(place.totalMillis, next.totalMillis, locale)
      return place.firsts === undefined
        ? text.whyTime({ score, ...seconds })
        : text.whyTimeAfterFirsts({ score, ...seconds })
    }
    case 'score':
      return text.whyScore({ above: score, below: formatScore(next.scoreHundredths, locale) })
  }
}
