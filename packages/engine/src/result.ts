import {
  allottedMillis,
  answerIsRight,
  type AnswerSheet,
  type Contest,
  ownAllottedMillis,
  rightOptions,
  scoredSheet,
} from './contest.ts'
import type { MemberId } from './event.ts'
import { hasExtraTime, type TimePercent } from './time-percent.ts'
import { compareInOrder, rankContest } from './rank.ts'
import { type ScoreUnits, scoreUnits } from './score.ts'
import type { Millis } from './time.ts'
import { totalErrorMillis } from './timing.ts'

export type ResultRow = {
  readonly memberId: MemberId
  readonly ranked: boolean
  /** A9: with extra time, shown apart. */
  readonly timePercent: TimePercent
  readonly tookPart: boolean
  readonly right: number
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  /** T11: by how much the total may be wrong. */
  readonly errorMillis: Millis
  /** `null` for who did not take part, is *không xếp hạng* (R5), or had extra time (A9). */
  readonly rank: number | null
}

export type ContestResult = {
  /** In order of rank; then who had extra time, by score; then who is not ranked; then who did not take part. */
  readonly rows: readonly ResultRow[]
  /** Asked and not voided: what the score is divided by when the contest is over (C4). */
  readonly questionsCounted: number
  /** What a member who answered nothing is given (R2, S2). */
  readonly fullMillis: Millis
}

type Counted = { readonly question: number; readonly sheet: AnswerSheet; readonly right: readonly number[] }

/**
 * R1–R5 and A9, recounted from the log each time (R6). Until the contest is over the score is what has been earned of the
 * whole maximum; then questions that were never asked drop out as voided ones do.
 */
export function contestResult(contest: Contest): ContestResult {
  const counted = countedQuestions(contest)
  const over = contest.phase.name === 'finished'
  const questionsCounted = over ? counted.length : contest.content.questions.length - contest.voided.size
  const fullMillis = counted.reduce((sum, { question, sheet }) => sum + fullMillisOf(contest, question, sheet), 0)
  const rows = [...contest.people].map(([memberId, person]) => {
    const tookPart = person.tookPart && person.presence !== 'removed'
    const { ranked, timePercent } = person
    return { memberId, ranked, timePercent, tookPart, ...tally(contest, counted, memberId, questionsCounted) }
  })
  return { rows: rankedRows(rows, contest.content.settings.strictOrder), questionsCounted, fullMillis }
}

export function resultOf(result: ContestResult, memberId: MemberId): ResultRow | undefined {
  return result.rows.find((row) => row.memberId === memberId)
}

/** A9: with a score and without a place. */
export function isApart(row: Pick<ResultRow, 'tookPart' | 'ranked' | 'timePercent'>): boolean {
  return row.tookPart && row.ranked && hasExtraTime(row)
}

/** Scored, closed and not voided. */
function countedQuestions(contest: Contest): readonly Counted[] {
  return contest.content.questions.flatMap((_, question) => {
    const sheet = scoredSheet(contest, question)
    if (!sheet?.closed || contest.voided.has(question)) return []
    return [{ question, sheet, right: rightOptions(contest, question) }]
  })
}

function tally(contest: Contest, counted: readonly Counted[], memberId: MemberId, questionsCounted: number) {
  let right = 0
  let totalMillis = 0
  let clampedMillis = 0
  for (const { question, sheet, right: key } of counted) {
    const answer = sheet.answersByMember.get(memberId)
    if (answer && answerIsRight(key, answer.options)) right += 1
    if (sheet.untimed) continue
    totalMillis += answer ? answer.responseMillis : ownAllottedMillis(contest, question, memberId)
    clampedMillis += answer ? answer.errorMillis : 0
  }
  const score = scoreUnits(contest.content.settings.maximumScore, right, questionsCounted)
  return { right, scoreUnits: score, totalMillis, errorMillis: totalErrorMillis(clampedMillis) }
}

function fullMillisOf(contest: Contest, question: number, sheet: AnswerSheet): Millis {
  return sheet.untimed ? 0 : allottedMillis(contest, question)
}

function rankedRows(rows: readonly Omit<ResultRow, 'rank'>[], strictOrder: boolean): readonly ResultRow[] {
  const competing = rows.filter((row) => row.tookPart && row.ranked && !hasExtraTime(row))
  const apart = rows.filter((row) => isApart(row))
  const unranked = rows.filter(({ tookPart, ranked }) => tookPart && !ranked)
  const absent = rows.filter(({ tookPart }) => !tookPart)
  return [
    ...rankContest(competing, strictOrder),
    // Equal scores in roster order: their time puts nobody above another.
    ...[...apart].sort((a, b) => b.scoreUnits - a.scoreUnits).map((row) => ({ ...row, rank: null })),
    ...[...unranked].sort(compareInOrder).map((row) => ({ ...row, rank: null })),
    ...absent.map((row) => ({ ...row, rank: null })),
  ]
}
