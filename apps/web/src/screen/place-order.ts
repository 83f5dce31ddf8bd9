import type { PlaceView } from '@khac-sau/engine'
import { formatScore, formatSeconds, formatSecondsSideBySide, type Locale, type screen } from '@khac-sau/language'

export type ScreenText = (typeof screen)[Locale]

/** Everyone of one rank; equal ranks stand together (R3, R4). */
export type PlaceGroup = { readonly rank: number; readonly people: readonly [PlaceView, ...PlaceView[]] }

export function placeGroups(places: readonly PlaceView[]): readonly PlaceGroup[] {
  const groups: PlaceGroup[] = []
  for (const place of places) {
    const last = groups.at(-1)
    if (last?.rank === place.rank) groups[groups.length - 1] = { ...last, people: [...last.people, place] }
    else groups.push({ rank: place.rank, people: [place] })
  }
  return groups
}

/**
 * R7 for two neighbouring groups. The first of each is compared: for joint firsts (R4) it is the fastest, against which
 * the error of measurement was held.
 */
export function whyAbove({ people: [above] }: PlaceGroup, next: PlaceGroup, text: ScreenText, locale: Locale): string {
  const [below] = next.people
  const score = formatScore(above.scoreHundredths, locale)
  if (above.scoreHundredths !== below.scoreHundredths) {
    return text.whyScore({ above: score, below: formatScore(below.scoreHundredths, locale) })
  }
  return text.whyTime({ score, ...formatSecondsSideBySide(above.totalMillis, below.totalMillis, locale) })
}

/** R4: why two with different times share a rank. `null` for someone alone. */
export function whyJoint({ people }: PlaceGroup, text: ScreenText, locale: Locale): string | null {
  const last = people.at(-1)
  const [first] = people
  if (!last || last === first) return null
  const score = formatScore(first.scoreHundredths, locale)
  if (first.totalMillis === last.totalMillis) {
    return text.whySame({ score, seconds: formatSeconds(first.totalMillis, locale) })
  }
  return text.whyWithinError({ score, ...formatSecondsSideBySide(first.totalMillis, last.totalMillis, locale) })
}

/** The printed reasons (R7, R4), each under the last person of the group that it is about. */
export function placeReasons(
  groups: readonly PlaceGroup[],
  text: ScreenText,
  locale: Locale,
): ReadonlyMap<PlaceView, string> {
  const reasons = new Map<PlaceView, string>()
  groups.forEach((group, index) => {
    const last = group.people.at(-1)
    const reason = groupReason(group, groups[index + 1], text, locale)
    if (last && reason) reasons.set(last, reason)
  })
  return reasons
}

/** Why they share their rank, if they do, and why they are above the next. */
export function groupReason(
  group: PlaceGroup,
  next: PlaceGroup | undefined,
  text: ScreenText,
  locale: Locale,
): string | null {
  const joint = whyJoint(group, text, locale)
  const above = next && text.aboveRank({ rank: next.rank, why: whyAbove(group, next, text, locale) })
  const parts = [joint && text.jointBecause({ why: joint }), above].filter(Boolean)
  return parts.length > 0 ? parts.join('. ') : null
}

export function rankWord({ rank, people: [best, ...others] }: PlaceGroup, text: ScreenText): string {
  const joint = others.length > 0
  if (rank === 1) {
    const place = joint ? text.jointFirstPlace : text.firstPlace
    // Nobody is commended for no right answer.
    return best.scoreHundredths > 0 ? text.commended({ place }) : place
  }
  if (rank === 2) return joint ? text.jointSecondPlace : text.secondPlace
  if (rank === 3) return joint ? text.jointThirdPlace : text.thirdPlace
  return joint ? text.jointPlace({ rank }) : text.place({ rank })
}
