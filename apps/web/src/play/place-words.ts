import type { PlaceView } from '@khac-sau/engine'
import { formatScore, formatSecondsSideBySide, type Locale, type playResult } from '@khac-sau/language'

type Texts = (typeof playResult)['vi']

export function placeLabel(rank: number, joint: boolean, text: Texts): string {
  if (rank === 1) return joint ? text.jointFirst : text.firstPlace
  if (rank === 2) return joint ? text.jointSecond : text.secondPlace
  if (rank === 3) return joint ? text.jointThird : text.thirdPlace
  return joint ? text.jointOther({ rank }) : text.otherPlace({ rank })
}

/** R7: by how little the one above was faster, or that it was too little to tell (R4); points speak for themselves. */
export function whyAbove(place: PlaceView, next: PlaceView | undefined, text: Texts, locale: Locale) {
  if (!next || (place.aboveNext !== 'time' && place.aboveNext !== 'within-error')) return undefined
  const seconds = formatSecondsSideBySide(place.totalMillis, next.totalMillis, locale)
  const why = place.aboveNext === 'time' ? text.aboveByTime : text.withinError
  return why({ points: formatScore(place.scoreHundredths, locale), ...seconds })
}
