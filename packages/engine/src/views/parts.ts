import {
  answerIsRight,
  type AnswerSheet,
  type Contest,
  type Opening,
  questionAt,
  type RecordedAnswer,
  rightOptions,
  scoredSheet,
  sheetFor,
} from '../contest.ts'
import type { AskedQuestion, MemberId } from '../event.ts'
import { orderReason } from '../rank.ts'
import { type ContestResult, isApart, resultOf, type ResultRow } from '../result.ts'
import { type ScoreUnits, scoreHundredths } from '../score.ts'
import type { Millis } from '../time.ts'
import type {
  Distribution,
  OpenView,
  OptionsAhead,
  OwnAnswerView,
  OwnResultView,
  PlaceView,
  Progress,
  PublicPlaces,
  RevealView,
  ReviewItem,
  StandingsView,
  StemView,
  ViewContext,
  ViewHead,
} from './view.ts'

export function headOf(contest: Contest, { bootId, now, cellName, rehearsal }: ViewContext): ViewHead {
  const { title, month, settings, questions } = contest.content
  const { maximumScore, secondsPerQuestion } = settings
  const { paused, settled } = contest
  return {
    bootId,
    now,
    cellName,
    title,
    month,
    questionCount: questions.length,
    maximumScore,
    secondsPerQuestion,
    paused,
    settled,
    rehearsal,
  }
}

/** C10: whether there is one, never what it asks. */
export function hasWarmUp({ content }: Contest): boolean {
  return content.settings.warmUp !== null
}

/** A5: no option is in it. */
export function stemOf(contest: Contest, opening: Opening): StemView {
  const { question, sheet, continued, stemAt, opensAt, closesAt } = opening
  const { stem, right } = questionAt(contest, question)
  return { openingId: sheet, question, stem, multiple: right.length > 1, continued, stemAt, opensAt, closesAt }
}

/** A5: only from the instant at which the options open. */
export function openOf(contest: Contest, opening: Opening): OpenView {
  return { ...stemOf(contest, opening), options: questionAt(contest, opening.question).options }
}

/** T8: what may leave just before the options open; nothing once they are, because then views carry them. */
export function optionsAhead(contest: Contest, now: Millis): OptionsAhead | null {
  const { phase } = contest
  if (phase.name !== 'asking' || now >= phase.opening.opensAt) return null
  const { sheet, question, opensAt } = phase.opening
  return { openingId: sheet, opensAt, options: questionAt(contest, question).options }
}

/** T5: only once the question is closed. */
export function revealOf<Question extends AskedQuestion>(
  contest: Contest,
  question: Question,
): RevealView & { readonly question: Question } {
  const sheet = sheetFor(contest, question)
  const { stem, options, explanation, source } = questionAt(contest, question)
  return {
    question,
    stem,
    options,
    right: rightOptions(contest, question),
    explanation,
    source,
    voided: question !== null && contest.voided.has(question),
    corrected: question !== null && contest.correctedKeys.has(question),
    untimed: sheet?.untimed ?? false,
    interrupted: sheet?.interrupted ?? false,
  }
}

export function reviewOf<Question extends AskedQuestion>(
  contest: Contest,
  question: Question,
  memberId: MemberId,
): ReviewItem & { readonly question: Question } {
  const reveal = revealOf(contest, question)
  const own = ownAnswerOf(sheetFor(contest, question), memberId)
  const correct = own?.counted === true && answerIsRight(reveal.right, own.options)
  return { ...reveal, own, correct }
}

export function closedQuestions(contest: Contest): readonly number[] {
  return contest.content.questions.flatMap((_, question) => (scoredSheet(contest, question)?.closed ? [question] : []))
}

export function ownAnswerOf(sheet: AnswerSheet | undefined, memberId: MemberId): OwnAnswerView | null {
  const counted = sheet?.answersByMember.get(memberId)
  if (counted) return ownView(counted, true)
  const late = sheet?.lateByMember.get(memberId)
  return late ? ownView(late, false) : null
}

export function distributionOf(contest: Contest, question: AskedQuestion): Distribution {
  const sheet = sheetFor(contest, question)
  const counts = questionAt(contest, question).options.map(() => 0)
  for (const { options } of sheet?.answersByMember.values() ?? []) {
    for (const option of options) counts[option] = (counts[option] ?? 0) + 1
  }
  const expected = [...contest.people].filter(([memberId, person]) => {
    if (person.presence === 'removed') return false
    // C10: nobody has taken part yet when there was but the warm-up.
    return question === null ? person.presence === 'joined' || sheet?.answersByMember.has(memberId) : person.tookPart
  })
  return { counts, answered: sheet?.answersByMember.size ?? 0, expected: expected.length }
}

/** n/m: who has answered, of those who hold the question open and those who have answered and gone. */
export function progressOf(contest: Contest, opening: Opening): Progress {
  const answers = contest.sheets.get(opening.sheet)?.answersByMember
  let missing = 0
  for (const [memberId, { presence }] of contest.people) {
    if (presence === 'joined' && !answers?.has(memberId)) missing += 1
  }
  const answered = answers?.size ?? 0
  return { openingId: opening.sheet, answered, expected: answered + missing }
}

/** P1: the first places by name and score, everyone else by name alone. */
export function standingsOf(result: ContestResult, context: ViewContext): StandingsView {
  const competing = result.rows.filter((row) => row.rank !== null)
  const shown = competing.filter((row) => isPublic(row.rank, context.publicPlaces))
  const apart = publicApart(result.rows.filter(isApart), competing, context.publicPlaces)
  const shownIds = new Set([...shown, ...apart].map(({ memberId }) => memberId))
  return {
    places: shown.map((row, index) => placeOf(row, shown[index + 1], context)),
    apart: apart.map(({ memberId, scoreUnits }) => ({
      name: context.nameOf(memberId),
      scoreHundredths: scoreHundredths(scoreUnits),
    })),
    others: result.rows
      .filter(({ tookPart, memberId }) => tookPart && !shownIds.has(memberId))
      .map(({ memberId }) => context.nameOf(memberId))
      // By code point, only so that the order of scores does not show through; the screen sorts as Vietnamese do.
      .sort(),
    questionsCounted: result.questionsCounted,
  }
}

export function ownResultOf(result: ContestResult, memberId: MemberId): OwnResultView | null {
  const row = resultOf(result, memberId)
  if (!row?.tookPart) return null
  const { rank, ranked, timePercent, right, totalMillis } = row
  const competitors = result.rows.filter((other) => other.rank !== null).length
  return {
    rank,
    ranked,
    timePercent,
    competitors,
    scoreHundredths: scoreHundredths(row.scoreUnits),
    right,
    totalMillis,
  }
}

/** A9, P1: whoever is shown apart is public with the score of a public place; `apart` and `competing` by score. */
export function publicApart<Row extends { readonly scoreUnits: ScoreUnits }>(
  apart: readonly Row[],
  competing: readonly { readonly scoreUnits: ScoreUnits }[],
  places: PublicPlaces,
): readonly Row[] {
  const above = (row: Row) => competing.filter(({ scoreUnits }) => scoreUnits > row.scoreUnits).length
  return apart.filter((row) => isPublic(1 + above(row), places))
}

export function isPublic(rank: number | null, places: PublicPlaces): boolean {
  if (rank === null) return false
  return places === 'all' || rank <= (places === 'top-3' ? 3 : 10)
}

function placeOf(row: ResultRow, below: ResultRow | undefined, { nameOf }: ViewContext): PlaceView {
  const { rank, memberId, right, totalMillis } = row
  return {
    rank: rank ?? 0,
    name: nameOf(memberId),
    scoreHundredths: scoreHundredths(row.scoreUnits),
    right,
    totalMillis,
    aboveNext: below ? orderReason(row, below) : null,
  }
}

function ownView({ options, automatic, responseMillis }: RecordedAnswer, counted: boolean): OwnAnswerView {
  return { options, counted, automatic, responseMillis }
}
