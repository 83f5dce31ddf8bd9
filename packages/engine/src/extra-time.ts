import type { Contest, Opening, Person } from './contest.ts'
import type { Millis } from './time.ts'
import { type LaterClose, type TimePercent, timePercents, withExtraTime } from './time-percent.ts'

/** One for each factor that somebody has. Who is enrolled with another one later has it from the next question on. */
export function laterCloses(
  people: Iterable<Person>,
  closesAtWith: (timePercent: TimePercent) => Millis,
): readonly LaterClose[] {
  const given = new Set([...people].map(({ timePercent }) => timePercent))
  return timePercents
    .filter((timePercent) => timePercent > 100 && given.has(timePercent))
    .map((timePercent) => ({ timePercent, closesAt: closesAtWith(timePercent) }))
}

/** When the question closes for whoever has so much time. */
export function closesAtFor(opening: Opening, timePercent: TimePercent): Millis {
  return opening.laterCloses.find((later) => later.timePercent === timePercent)?.closesAt ?? opening.closesAt
}

/** Its time is over, although others still have some. */
export function isOverFor(opening: Opening, timePercent: TimePercent): boolean {
  return opening.overThrough !== null && closesAtFor(opening, timePercent) <= opening.overThrough
}

/** When the question closes for the last who may have a part in it. */
export function lastCloseOf({ closesAt, laterCloses: later }: Opening): Millis {
  return Math.max(closesAt, ...later.map((one) => one.closesAt))
}

/** A7: when nobody has time any more; extra time that nobody is waited for is not waited for. */
export function questionEndsAt({ people, sheets }: Contest, opening: Opening): Millis {
  if (opening.laterCloses.length === 0) return opening.closesAt
  const answers = sheets.get(opening.sheet)?.answersByMember
  let endsAt = opening.closesAt
  for (const [memberId, { presence, timePercent }] of people) {
    if (presence === 'joined' && !answers?.has(memberId)) {
      endsAt = Math.max(endsAt, closesAtFor(opening, timePercent))
    }
  }
  return endsAt
}

/** The next instant at which the question closes for some, as far as that has not happened yet. */
export function nextCloseOf({ closesAt, laterCloses: later, overThrough }: Opening): Millis {
  const left = [closesAt, ...later.map((one) => one.closesAt)].filter((close) => close > (overThrough ?? -Infinity))
  return Math.min(...left)
}

/** Nobody has longer than to `closesAt`. */
export function closedBy(opening: Opening, closesAt: Millis): Opening {
  return moveCloses(opening, (close) => Math.min(close, closesAt))
}

/** Everybody has to `closesAt`, whose time was over, too. */
export function closedAnew(opening: Opening, closesAt: Millis): Opening {
  return moveCloses(opening, () => closesAt)
}

/** The whole question moves; what each has of it stays. */
export function opensEarlier(opening: Opening, opensAt: Millis, closesAt: Millis): Opening {
  return { ...moveCloses(opening, (close) => close + closesAt - opening.closesAt), opensAt }
}

/** Seconds that are given to everyone are more for those who have extra time. */
export function extendedTo(opening: Opening, closesAt: Millis): Opening {
  const given = closesAt - opening.closesAt
  return moveCloses(opening, (close, timePercent) => close + withExtraTime(given, timePercent))
}

function moveCloses(opening: Opening, moved: (closesAt: Millis, timePercent: TimePercent) => Millis): Opening {
  return {
    ...opening,
    closesAt: moved(opening.closesAt, 100),
    laterCloses: opening.laterCloses.map(({ timePercent, closesAt }) => ({
      timePercent,
      closesAt: moved(closesAt, timePercent),
    })),
  }
}
