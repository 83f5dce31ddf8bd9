import {
  accept,
  type Command,
  type Decision,
  type HostCommand,
  type NextStep,
  nothing,
  refuse,
  type Step,
} from './command.ts'
import {
  allottedMillis,
  type Contest,
  missingMembers,
  nextQuestionOf,
  type Opening,
  type Phase,
  purposeOf,
  questionAt,
} from './contest.ts'
import type { AskedQuestion, ClosingReason, Event } from './event.ts'
import { closedAnew, closedBy, closesAtFor, isOverFor, laterCloses, nextCloseOf, questionEndsAt } from './extra-time.ts'
import { type TimePercent, withExtraTime } from './time-percent.ts'
import {
  advancesByItself,
  CONTINUE_AFTER_MILLIS,
  CONTINUE_LEAST_MILLIS,
  COUNTDOWN_MILLIS,
  CUT_LEAD_MILLIS,
  EXTENSION_MILLIS,
  graceEndsAt,
  leadMillis,
  nobodyIsAwaited,
  revealMillis,
} from './pace.ts'
import type { Millis } from './time.ts'

type At<T> = T & { readonly at: Millis }
type CourseCommand = At<
  Extract<
    HostCommand,
    { type: 'next' | 'cut-lead' | 'extend' | 'end-question' | 'show-standings' | 'pause' | 'resume' | 'finish' }
  >
>

/** The host's hand on the contest: what is asked, when, and for how long. */
export function decideCourse(contest: Contest, command: CourseCommand): Decision {
  switch (command.type) {
    case 'next':
      return decideNext(contest, command.at, command.after)
    case 'cut-lead':
      return withAskedOpening(contest, command.openingId, (opening) => cutLead(opening, command.at))
    case 'extend':
      return withAskedOpening(contest, command.openingId, (opening) => extend(opening, command))
    case 'end-question':
      return withAskedOpening(contest, command.openingId, (opening) => endQuestion(contest, opening, command.at))
    case 'show-standings':
      return showStandings(contest, command.at)
    case 'pause':
      return pause(contest, command)
    case 'resume':
      return contest.paused ? accept({ type: 'resumed', at: command.at, by: command.by }) : nothing
    case 'finish':
      return isScoredReveal(contest.phase) ? accept({ type: 'finished', at: command.at }) : refuse('not-now')
  }
}

/** What time does by itself: a question closes, its grace ends, the next one is asked. */
export function decideTick(contest: Contest, at: Millis): Decision {
  const { phase } = contest
  if (phase.name === 'asking') return closeInTime(contest, phase.opening, at)
  if (phase.name === 'closing' && at >= graceEndsAt(phase.opening)) {
    return accept({ type: 'closed', at, openingId: phase.opening.id })
  }
  if (phase.name === 'reveal' && advancesByItself(contest)) {
    if (at >= phase.since + revealMillis(contest, phase.question)) return goOn(contest, at)
  }
  return nothing
}

/** A9: the question closes when nobody has time any more; before that, for each whose own time is over. */
function closeInTime(contest: Contest, opening: Opening, at: Millis): Decision {
  const endsAt = questionEndsAt(contest, opening)
  if (at >= endsAt) return accept(...closing(contest, opening, at, 'deadline', endsAt))
  const closesAt = nextCloseOf(opening)
  return at >= closesAt ? accept({ type: 'closed-for-some', at, openingId: opening.id, closesAt }) : nothing
}

/** A process begins to own the contest. What was open when the last one died is interrupted, and goes on (R2). */
export function takeOver(contest: Contest, command: Extract<Command, { type: 'take-over' }>): Decision {
  const { at, bootId, wallMillis } = command
  const taken: Event = { type: 'taken-over', at, bootId, wallMillis }
  if (contest.phase.name === 'asking') return accept(taken, ...goOnAsking(contest, contest.phase.opening, at))
  if (contest.phase.name === 'closing') return accept(taken, ...closeAnew(contest, contest.phase.opening, at))
  return accept(taken)
}

/** T5: what was on its way when the process died has to find the next one first. */
function closeAnew(contest: Contest, opening: Opening, at: Millis): readonly Event[] {
  const interrupted: Event = { type: 'interrupted', at, openingId: opening.id }
  const closesAt = at + CONTINUE_AFTER_MILLIS
  return [interrupted, ...closing(contest, closedAnew(opening, closesAt), at, 'deadline', closesAt)]
}

function goOnAsking(contest: Contest, opening: Opening, at: Millis): readonly Event[] {
  const opensAt = at + CONTINUE_AFTER_MILLIS
  /** A9: whose time was over already has none of it, but what was on its way is awaited once more (T5). */
  const closesAtWith = (timePercent: TimePercent): Millis => {
    if (isOverFor(opening, timePercent)) return opensAt
    const closesAt = closesAtFor(opening, timePercent)
    const left = Math.min(closesAt - at, closesAt - opening.opensAt)
    return opensAt + Math.max(left, withExtraTime(CONTINUE_LEAST_MILLIS, timePercent))
  }
  const interrupted: Event = { type: 'interrupted', at, openingId: opening.id }
  const opened: Event = {
    type: 'opened',
    at,
    openingId: nextOpeningId(contest),
    question: opening.question,
    purpose: opening.purpose,
    audience: 'everyone',
    continues: opening.id,
    stemAt: at,
    opensAt,
    closesAt: closesAtWith(100),
    laterCloses: laterCloses(contest.people.values(), closesAtWith),
  }
  return [interrupted, opened]
}

/** Where the contest stands, as *next* must name it. */
export function stepOf({ phase }: Contest): Step | null {
  if (phase.name === 'lobby') return 'lobby'
  if (phase.name !== 'reveal') return null
  if (phase.question === null) return 'reveal-warm-up'
  return `${phase.standings ? 'standings' : 'reveal'}-${phase.question}`
}

export function closing(
  contest: Contest,
  opening: Opening,
  at: Millis,
  reason: ClosingReason,
  closesAt: Millis,
): readonly Event[] {
  const missing = missingMembers(contest, opening).length
  const openingId = opening.id
  const begun: Event = { type: 'closing', at, openingId, reason, closesAt, missing }
  // T5: with nobody missing there is nothing to wait for.
  return nobodyIsAwaited(contest, closedBy(opening, closesAt), at)
    ? [begun, { type: 'closed', at, openingId }]
    : [begun]
}

function decideNext(contest: Contest, at: Millis, after: Step): Decision {
  const { phase } = contest
  if (phase.name === 'draft') return refuse('room-not-open')
  if (phase.name === 'finished') return refuse('contest-over')
  if (phase.name === 'asking' || phase.name === 'closing') return refuse('question-still-open')
  if (after !== stepOf(contest)) return refuse('stale-step')
  if (contest.paused) return refuse('paused')
  return phase.name === 'lobby' ? start(contest, at) : goOn(contest, at)
}

function start(contest: Contest, at: Millis): Decision {
  const anyoneJoined = [...contest.people.values()].some(({ presence }) => presence === 'joined')
  return anyoneJoined ? askNext(contest, at) : refuse('nobody-joined')
}

/** From a reveal to the standings, where they follow each one (P1), to the next question or to the end. */
export function nextStepOf(contest: Contest): NextStep | null {
  const { phase } = contest
  if (phase.name === 'lobby') return contest.content.settings.warmUp ? 'warm-up' : 'question'
  if (phase.name !== 'reveal') return null
  if (phase.question === null) return 'question'
  if (isLast(contest, phase.question)) return 'podium'
  return contest.content.settings.showStandings && !phase.standings ? 'standings' : 'question'
}

function goOn(contest: Contest, at: Millis): Decision {
  switch (nextStepOf(contest)) {
    case 'podium':
      return accept({ type: 'finished', at })
    case 'standings':
      return accept({ type: 'standings-shown', at })
    case 'question':
    case 'warm-up':
    case null:
      return askNext(contest, at)
  }
}

/** C3, C10: 3-2-1 before the warm-up, and before the first question, because now it counts. */
function askNext(contest: Contest, at: Millis): Decision {
  const question = nextQuestionOf(contest)
  if (question === undefined) return refuse('contest-over')
  return accept(ask(contest, question, at, question === null || question === 0 ? at + COUNTDOWN_MILLIS : at))
}

function ask(contest: Contest, question: AskedQuestion, at: Millis, stemAt: Millis): Event {
  const opensAt = stemAt + leadMillis(questionAt(contest, question).stem)
  const allotted = allottedMillis(contest, question)
  const closesAtWith = (timePercent: TimePercent) => opensAt + withExtraTime(allotted, timePercent)
  return {
    type: 'opened',
    at,
    openingId: nextOpeningId(contest),
    question,
    purpose: purposeOf(question),
    audience: 'everyone',
    continues: null,
    stemAt,
    opensAt,
    closesAt: closesAtWith(100),
    laterCloses: laterCloses(contest.people.values(), closesAtWith),
  }
}

/** Unique everywhere because the contest's id is; no randomness, so that a replay makes the same ones. */
function nextOpeningId(contest: Contest): string {
  return `${contest.id}.${contest.openingCount + 1}`
}

/** A7: at its deadline a question is over, also before its tick has said so. */
function extend(opening: Opening, { at, by }: CourseCommand): Decision {
  if (at >= opening.closesAt || opening.overThrough !== null) return refuse('not-now')
  return accept({ type: 'extended', at, openingId: opening.id, closesAt: opening.closesAt + EXTENSION_MILLIS, by })
}

/** A5: to end what is not open yet would show its options. */
function endQuestion(contest: Contest, opening: Opening, at: Millis): Decision {
  if (at < opening.opensAt) return refuse('not-now')
  return accept(...closing(contest, opening, at, 'host', Math.min(at, questionEndsAt(contest, opening))))
}

/** C3: the lead may be cut short; the question's own time stays whole. */
function cutLead(opening: Opening, at: Millis): Decision {
  const opensAt = Math.max(at, opening.stemAt) + CUT_LEAD_MILLIS
  if (opensAt >= opening.opensAt) return nothing
  const closesAt = opensAt + (opening.closesAt - opening.opensAt)
  return accept({ type: 'lead-cut', at, openingId: opening.id, opensAt, closesAt })
}

function showStandings({ phase }: Contest, at: Millis): Decision {
  if (!isScoredReveal(phase)) return refuse('not-now')
  return phase.standings ? nothing : accept({ type: 'standings-shown', at })
}

/** Between questions only: a clock that runs is never stopped. */
function pause(contest: Contest, { at, by }: CourseCommand): Decision {
  if (contest.paused) return nothing
  const between = contest.phase.name === 'lobby' || contest.phase.name === 'reveal'
  return between ? accept({ type: 'paused', at, by }) : refuse('not-now')
}

function withAskedOpening({ phase }: Contest, openingId: string, then: (opening: Opening) => Decision): Decision {
  if (phase.name !== 'asking') return refuse('not-now')
  return phase.opening.sheet === openingId ? then(phase.opening) : refuse('stale-step')
}

/** C10: after the warm-up nobody has a place yet, and nothing that could be over has begun. */
function isScoredReveal(phase: Phase): phase is Extract<Phase, { name: 'reveal' }> {
  return phase.name === 'reveal' && phase.question !== null
}

function isLast(contest: Contest, question: number): boolean {
  return question === contest.content.questions.length - 1
}
