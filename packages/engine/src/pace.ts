import { type Contest, type Opening, questionAt } from './contest.ts'
import type { AskedQuestion, MemberId } from './event.ts'
import { closesAtFor, lastCloseOf, nextCloseOf, questionEndsAt } from './extra-time.ts'
import type { Millis } from './time.ts'

/** T5: what was pressed in time may still arrive for so long. */
export const GRACE_MILLIS: Millis = 2_500
/** 3-2-1 before the first question (C3), and before the warm-up (C10). */
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
export function revealMillis(contest: Contest, question: AskedQuestion): Millis {
  const { explanation, source } = questionAt(contest, question)
  return clamp(6_000 + readingMillis(explanation + source), 8_000, 30_000)
}

/**
 * The next instant at which the contest, or what is shown of it, changes by itself. What time has done already is
 * behind `now`; what it was to do and has not, because its tick came late or could not be stored, is due at `now`.
 */
export function nextEdgeAt(contest: Contest, now: Millis): Millis | null {
  const due = dueAt(contest)
  if (due === null) return null
  return Math.min(...shownAt(contest).filter((edge) => edge > now), Math.max(due, now))
}

/** T5: when the last answer that could count can have arrived. */
export function graceEndsAt(opening: Opening): Millis {
  return lastCloseOf(opening) + GRACE_MILLIS
}

/**
 * Everyone who joined has answered (A7), `besides` being here and answering just now, or could not be counted any more,
 * because their time was over before that of others (A9, T5). An empty room holds a question to its deadline. Stops at
 * the first who is missing: it is asked after every answer.
 */
export function nobodyIsAwaited(contest: Contest, opening: Opening, at: Millis, besides?: MemberId): boolean {
  const answers = contest.sheets.get(opening.sheet)?.answersByMember
  let anyoneJoined = besides !== undefined
  for (const [memberId, { presence, timePercent }] of contest.people) {
    if (presence !== 'joined') continue
    anyoneJoined = true
    if (memberId === besides || answers?.has(memberId)) continue
    if (at <= closesAtFor(opening, timePercent) + GRACE_MILLIS) return false
  }
  return anyoneJoined
}

/** When the next tick does something. */
function dueAt(contest: Contest): Millis | null {
  const { phase } = contest
  switch (phase.name) {
    case 'asking':
      return Math.min(questionEndsAt(contest, phase.opening), nextCloseOf(phase.opening))
    case 'closing':
      return graceEndsAt(phase.opening)
    case 'reveal':
      return advancesByItself(contest) ? phase.since + revealMillis(contest, phase.question) : null
    case 'draft':
    case 'lobby':
    case 'finished':
      return null
  }
}

/** When nothing happens but pages show something else: the stem, the options. */
function shownAt({ phase }: Contest): readonly Millis[] {
  return phase.name === 'asking' ? [phase.opening.stemAt, phase.opening.opensAt] : []
}

/** C10: never from the warm-up: whose phone failed in it is helped before anything counts. */
export function advancesByItself({ content, paused, phase }: Contest): boolean {
  const isWarmUp = phase.name === 'reveal' && phase.question === null
  return content.settings.autoAdvance && !paused && !isWarmUp
}

function readingMillis(text: string): Millis {
  return Math.ceil((text.length / READING_CHARACTERS_PER_SECOND) * 1000)
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
