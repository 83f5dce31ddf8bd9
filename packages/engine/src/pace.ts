import { type Contest, type Opening, questionAt } from './contest.ts'
import type { MemberId } from './event.ts'
import type { Millis } from './time.ts'

/** T5: what was pressed in time may still arrive for so long. */
export const GRACE_MILLIS: Millis = 2_500
/** 3-2-1 before the first question. */
export const COUNTDOWN_MILLIS: Millis = 3_000
/** A visible pause before an interrupted question goes on, and the least that is left of it then. */
export const CONTINUE_AFTER_MILLIS: Millis = 3_000
export const CONTINUE_LEAST_MILLIS: Millis = 10_000
/** What one press of *+10 s* adds. */
export const EXTENSION_MILLIS: Millis = 10_000
/** A host who cuts the lead short still leaves the phones this long to get ready. */
export const CUT_LEAD_MILLIS: Millis = 1_000

const READING_CHARACTERS_PER_SECOND = 20

/** C3: the stem alone, about 20 characters a second, 3–15 s. */
export function leadMillis(stem: string): Millis {
  return clamp(readingMillis(stem), 3_000, 15_000)
}

/** How long the reveal stays before the next question is asked by itself, if it is. */
export function revealMillis(contest: Contest, question: number): Millis {
  const { explanation, source } = questionAt(contest, question)
  return clamp(6_000 + readingMillis(explanation + source), 8_000, 30_000)
}

/** The next instant after `now` at which the contest, or what is shown of it, changes by itself. */
export function nextEdgeAt(contest: Contest, now: Millis): Millis | null {
  const edges = edgesOf(contest).filter((edge) => edge > now)
  return edges.length === 0 ? null : Math.min(...edges)
}

/** T5: when the last answer that could count can have arrived. */
export function graceEndsAt(opening: Opening): Millis {
  return opening.closesAt + GRACE_MILLIS
}

/**
 * Everyone who joined has answered (A7), `besides` being answered just now. An empty room holds a question to its
 * deadline. Stops at the first who is missing: it is asked after every answer.
 */
export function everyoneAnswered(contest: Contest, opening: Opening, besides?: MemberId): boolean {
  const answers = contest.sheets.get(opening.sheet)?.answersByMember
  let anyoneJoined = false
  for (const [memberId, { presence }] of contest.people) {
    if (presence !== 'joined') continue
    anyoneJoined = true
    if (memberId !== besides && !answers?.has(memberId)) return false
  }
  return anyoneJoined
}

function edgesOf(contest: Contest): readonly Millis[] {
  const { phase } = contest
  switch (phase.name) {
    case 'asking':
      return [phase.opening.stemAt, phase.opening.opensAt, phase.opening.closesAt]
    case 'closing':
      return [graceEndsAt(phase.opening)]
    case 'reveal':
      return advancesByItself(contest) ? [phase.since + revealMillis(contest, phase.question)] : []
    case 'draft':
    case 'lobby':
    case 'finished':
      return []
  }
}

export function advancesByItself(contest: Contest): boolean {
  return contest.content.settings.autoAdvance && !contest.paused
}

function readingMillis(text: string): Millis {
  return Math.ceil((text.length / READING_CHARACTERS_PER_SECOND) * 1000)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
