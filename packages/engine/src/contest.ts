import type { AnswerFacts, AskedQuestion, MemberId, OpeningId, OpeningPurpose } from './event.ts'
import { type LaterClose, type TimePercent, withExtraTime } from './time-percent.ts'
import type { ContestContent, ContestSettings, Question } from './question.ts'
import type { Millis } from './time.ts'
import type { TimingQuota } from './timing.ts'

/** `left` is the host's word (A7): a lost connection is not an event. `removed` is out of the contest until readmitted. */
export type Presence = 'absent' | 'joined' | 'left' | 'removed'

export type Person = {
  readonly ranked: boolean
  /** A9 */
  readonly timePercent: TimePercent
  readonly presence: Presence
  readonly tookPart: boolean
  /** T2: what is left of the credit for delays that cannot be proved. */
  readonly quota: TimingQuota
}

/** One showing of a question to everyone. An interrupted one is continued by another that shares its `sheet`. */
export type Opening = {
  readonly id: OpeningId
  /** The first opening of the chain: answers are kept under it, so that an interruption loses none (A2). */
  readonly sheet: OpeningId
  readonly question: AskedQuestion
  readonly purpose: OpeningPurpose
  readonly continued: boolean
  readonly stemAt: Millis
  readonly opensAt: Millis
  readonly closesAt: Millis
  /** A9: for those with extra time. */
  readonly laterCloses: readonly LaterClose[]
  /** A9: it is over for whoever had time until then; `null` while all have some. */
  readonly overThrough: Millis | null
}

export type RecordedAnswer = AnswerFacts & { readonly at: Millis }

/** All answers to one question: one per member (A2), the late ones apart (A3, T6). */
export type AnswerSheet = {
  readonly question: AskedQuestion
  readonly purpose: OpeningPurpose
  /** Interrupted or given extra seconds: it keeps its points and adds no time for anyone (R2). */
  readonly untimed: boolean
  /** By an outage or a standstill, so that not everyone had the same question in front of them; the host may void it. */
  readonly interrupted: boolean
  readonly closed: boolean
  readonly answersByMember: ReadonlyMap<MemberId, RecordedAnswer>
  readonly lateByMember: ReadonlyMap<MemberId, RecordedAnswer>
}

export type Phase =
  /** Before the room is open there is nothing to log about people. */
  | { readonly name: 'draft' }
  | { readonly name: 'lobby' }
  /** From 3-2-1 over the stem to the options: which of them is a matter of time (`opening`). */
  | { readonly name: 'asking'; readonly opening: Opening }
  /** Closed for pressing, still open for what was pressed in time (T5). */
  | { readonly name: 'closing'; readonly opening: Opening }
  /** `since` when what is shown now is shown: the reveal, then its standings. */
  | { readonly name: 'reveal'; readonly question: AskedQuestion; readonly since: Millis; readonly standings: boolean }
  | { readonly name: 'finished' }

/** All that the log says about one contest. Changed by `evolveAll` only. */
export type Contest = {
  readonly id: string
  readonly content: ContestContent
  readonly phase: Phase
  readonly paused: boolean
  readonly settled: boolean
  readonly people: ReadonlyMap<MemberId, Person>
  readonly sheets: ReadonlyMap<OpeningId, AnswerSheet>
  readonly openingCount: number
  readonly voided: ReadonlySet<number>
  readonly correctedKeys: ReadonlyMap<number, readonly number[]>
  /** The contest clock never runs back: no event is earlier than the one before it. */
  readonly lastEventAt: Millis
}

export function newContest(id: string, content: ContestContent): Contest {
  return {
    id,
    content,
    phase: { name: 'draft' },
    paused: false,
    settled: false,
    people: new Map(),
    sheets: new Map(),
    openingCount: 0,
    voided: new Set(),
    correctedKeys: new Map(),
    lastEventAt: 0,
  }
}

/** The key that counts now: corrected (R6) or as frozen. */
export function rightOptions(contest: Contest, question: AskedQuestion): readonly number[] {
  const corrected = question === null ? undefined : contest.correctedKeys.get(question)
  return corrected ?? questionAt(contest, question).right
}

/** An index that no question has is a bug of the caller: everything from outside is checked before. */
export function questionAt(contest: Contest, question: AskedQuestion): Question {
  const { questions, settings } = contest.content
  const found = question === null ? warmUpOf(settings) : questions[question]
  if (!found) throw new Error(`contest ${contest.id} has no question ${question ?? 'to warm up with'}`)
  return found
}

/** `undefined` while a question runs, and after the last. The warm-up comes before all others (C10). */
export function nextQuestionOf({ phase, content }: Contest): AskedQuestion | undefined {
  if (phase.name !== 'lobby' && phase.name !== 'reveal') return undefined
  if (phase.name === 'lobby' && content.settings.warmUp) return null
  const next = phase.name === 'lobby' || phase.question === null ? 0 : phase.question + 1
  return next < content.questions.length ? next : undefined
}

/** C10: a question as any other, but without a key. */
function warmUpOf({ warmUp }: ContestSettings): Question | undefined {
  return warmUp ? { ...warmUp, right: [], explanation: '', source: '', seconds: null } : undefined
}

/** C3: the question's own seconds, or the contest's. */
export function allottedMillis(contest: Contest, question: AskedQuestion): Millis {
  return (questionAt(contest, question).seconds ?? contest.content.settings.secondsPerQuestion) * 1000
}

/** A9: what a member has of it. */
export function ownAllottedMillis(contest: Contest, question: AskedQuestion, memberId: MemberId): Millis {
  return withExtraTime(allottedMillis(contest, question), contest.people.get(memberId)?.timePercent ?? 100)
}

export function purposeOf(question: AskedQuestion): OpeningPurpose {
  return question === null ? 'warm-up' : 'scored'
}

/** The answers to a question that was asked to be scored, or to warm up; `undefined` before. */
export function sheetFor(contest: Contest, question: AskedQuestion): AnswerSheet | undefined {
  for (const sheet of contest.sheets.values()) {
    if (sheet.question === question && sheet.purpose === purposeOf(question)) return sheet
  }
  return undefined
}

/** Of a question that counts: the warm-up is none (C10). */
export function scoredSheet(contest: Contest, question: number): AnswerSheet | undefined {
  return sheetFor(contest, question)
}

/** C10: the first question that counts has been asked. */
export function hasBegun({ sheets }: Pick<Contest, 'sheets'>): boolean {
  for (const { purpose } of sheets.values()) if (purpose === 'scored') return true
  return false
}

export function answerIsRight(right: readonly number[], chosen: readonly number[]): boolean {
  return right.length === chosen.length && right.every((option) => chosen.includes(option))
}

/** Who joined and has not answered: they hold the question to its deadline (A7). */
export function missingMembers(contest: Contest, opening: Opening): readonly MemberId[] {
  const answers = contest.sheets.get(opening.sheet)?.answersByMember
  return [...contest.people].flatMap(([memberId, { presence }]) =>
    presence === 'joined' && !answers?.has(memberId) ? [memberId] : [],
  )
}
