import type { Command, Decision, Receipt, Submission } from './command.ts'
import { refuse } from './command.ts'
import {
  type AnswerSheet,
  type Contest,
  type Opening,
  ownAllottedMillis,
  questionAt,
  type RecordedAnswer,
} from './contest.ts'
import type { AnswerFacts, Event } from './event.ts'
import { closesAtFor } from './extra-time.ts'
import { GRACE_MILLIS, nobodyIsAwaited } from './pace.ts'
import type { Millis } from './time.ts'
import { evidenceOf, fullQuota, timePress } from './timing.ts'

type AnswerCommand = Extract<Command, { type: 'answer' }>

/** A1–A4, A7, A9, T5, T6. */
export function decideAnswer(contest: Contest, command: AnswerCommand): Decision {
  const sheet = contest.sheets.get(command.openingId)
  if (!sheet) return refuse('no-such-opening')
  const person = contest.people.get(command.memberId)
  if (!person) return refuse('not-in-contest')
  if (person.presence === 'removed') return refuse('removed')
  if (person.presence === 'absent') return refuse('not-joined')
  if (!isChoice(contest, sheet, command.options)) return refuse('bad-option')

  const earlier = sheet.answersByMember.get(command.memberId)
  if (earlier) return repeat(earlier, command)
  const late = sheet.lateByMember.get(command.memberId)
  if (late) return tooLate(late, [])
  const opening = currentOpening(contest, command)
  if (!opening) return keepLate(contest, sheet, command)
  const closesAt = closesAtFor(opening, person.timePercent)
  if (command.at > closesAt + GRACE_MILLIS || isProvenLate(closesAt, command)) return keepLate(contest, sheet, command)
  // After an interruption the options have been seen already: an answer that waited on the phone need not wait again.
  if (command.at < opening.opensAt && !opening.continued) return refuse('not-open-yet')
  return count(contest, opening, closesAt, command)
}

function receiptOf(answer: RecordedAnswer, counted: boolean): Receipt {
  const { answerId, openingId, options, automatic, responseMillis } = answer
  return { answerId, openingId, options, automatic, counted, responseMillis }
}

/** A2: the same answer sent twice is one answer, and the second send gets the first one's receipt. */
function repeat(earlier: RecordedAnswer, command: AnswerCommand): Decision {
  const receipt = receiptOf(earlier, true)
  if (earlier.answerId === command.answerId) return { events: [], reply: { ok: true, receipt } }
  return { events: [], reply: { ok: false, refusal: 'already-answered', receipt } }
}

/** A3, T6: stored, shown to its member as too late, never counted; at most once per member and question. */
function keepLate(contest: Contest, sheet: AnswerSheet, command: AnswerCommand): Decision {
  const facts = factsOf(command, untimed(ownAllottedMillis(contest, sheet.question, command.memberId)))
  const answer = { ...facts, at: command.at }
  return tooLate(answer, [{ type: 'answered-late', ...answer }])
}

/** Not revived by an interruption either, after which the question is open again (T6). */
function tooLate(late: RecordedAnswer, events: readonly Event[]): Decision {
  return { events, reply: { ok: false, refusal: 'too-late', receipt: receiptOf(late, false) } }
}

function count(contest: Contest, opening: Opening, closesAt: Millis, command: AnswerCommand): Decision {
  const facts = factsOf(command, timeOf(contest, opening, closesAt, command))
  const answered: Event = { type: 'answered', at: command.at, ...facts }
  return {
    events: [...returning(contest, command), answered, ...closingAfter(contest, opening, command)],
    reply: { ok: true, receipt: receiptOf({ ...facts, at: command.at }, true) },
  }
}

/** Who answers is here, whatever the host took them for: what was acked must count (A4, A8). */
function returning(contest: Contest, { at, memberId }: AnswerCommand): readonly Event[] {
  return contest.people.get(memberId)?.presence === 'left' ? [{ type: 'joined', at, memberId }] : []
}

/** A7: the last answer closes the question, and with nobody missing it is closed at once (T5). */
function closingAfter(contest: Contest, opening: Opening, { at, memberId }: AnswerCommand): readonly Event[] {
  if (!nobodyIsAwaited(contest, opening, at, memberId)) return []
  const closed: Event = { type: 'closed', at, openingId: opening.id }
  if (contest.phase.name === 'closing') return [closed]
  return [{ type: 'closing', at, openingId: opening.id, reason: 'everyone', closesAt: at, missing: 0 }, closed]
}

/**
 * T5: a ping that was answered before it left the server after the question had closed; what is sent at the close may.
 * Half a round trip is an estimate, and an answer is refused on proof alone: nothing is answered before it was sent.
 */
function isProvenLate(closesAt: Millis, { press, automatic }: AnswerCommand): boolean {
  const { provenAfter = null, connectedAt = null, roundTripMillis = 0 } = press?.link ?? {}
  // A connection that began after the close says when the answer was sent, and it may have waited for it since the press.
  if (automatic || provenAfter === null || connectedAt === null || connectedAt > closesAt) return false
  return provenAfter - roundTripMillis / 2 > closesAt
}

type TimeFacts = Pick<AnswerFacts, 'responseMillis' | 'errorMillis' | 'evidence' | 'timing'>

function untimed(responseMillis: Millis): TimeFacts {
  return { responseMillis, errorMillis: 0, evidence: {}, timing: 'receipt-1' }
}

/** What the phone submitted by itself takes the full time (A2), so that waiting never pays. */
function timeOf(
  contest: Contest,
  opening: Opening,
  closesAt: Millis,
  { at, automatic, press, memberId }: AnswerCommand,
): TimeFacts {
  const allotted = ownAllottedMillis(contest, opening.question, memberId)
  const within = (startedAt: Millis, pressedAt: Millis) =>
    Math.min(Math.max(Math.min(pressedAt, closesAt) - startedAt, 0), allotted)
  if (automatic) return untimed(allotted)
  if (press === null) return untimed(within(opening.opensAt, at))
  const quota = contest.people.get(memberId)?.quota ?? fullQuota
  const timing = timePress(press, at, opening.opensAt, quota)
  return {
    responseMillis: within(timing.startedAt, timing.pressedAt),
    errorMillis: timing.errorMillis,
    evidence: evidenceOf(press, timing, quota),
    timing: 'press-2',
  }
}

function factsOf(submission: Submission, time: TimeFacts): AnswerFacts {
  const { memberId, openingId, answerId, automatic } = submission
  const options = [...submission.options].sort((a, b) => a - b)
  return { openingId, memberId, answerId, options, automatic, ...time }
}

function currentOpening({ phase }: Contest, command: AnswerCommand): Opening | undefined {
  if (phase.name !== 'asking' && phase.name !== 'closing') return undefined
  return phase.opening.sheet === command.openingId ? phase.opening : undefined
}

/** C2: at least one option, none twice, all of them real; several only where several are right. */
function isChoice(contest: Contest, sheet: AnswerSheet, options: readonly number[]): boolean {
  const question = questionAt(contest, sheet.question)
  const real = options.every((option) => Number.isInteger(option) && option >= 0 && option < question.options.length)
  const most = question.right.length > 1 ? question.options.length : 1
  return real && options.length >= 1 && options.length <= most && new Set(options).size === options.length
}
