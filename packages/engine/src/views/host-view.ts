import { type AnswerSheet, type Contest, sheetFor } from '../contest.ts'
import { nextStepOf, stepOf } from '../decide-course.ts'
import { isOverFor } from '../extra-time.ts'
import { advancesByItself, revealMillis } from '../pace.ts'
import { orderReason } from '../rank.ts'
import { type ContestResult, contestResult } from '../result.ts'
import { scoreHundredths } from '../score.ts'
import { closedQuestions, distributionOf, revealOf } from './parts.ts'
import { screenView } from './screen-view.ts'
import type { HostPerson, HostRankingRow, HostView, ViewContext } from './view.ts'

/** What the host sees. The key of a question is not in it before the question is closed: a host may be a phone. */
export function hostView(
  contest: Contest,
  context: ViewContext,
  result: ContestResult = contestResult(contest),
): HostView {
  return {
    ...screenView(contest, context, result),
    step: stepOf(contest),
    next: nextStepOf(contest),
    autoAdvanceAt: autoAdvanceAt(contest),
    people: peopleOf(contest, context),
    // At the reveal too, so that a correction can show before and after (R6).
    ranking: isBetweenQuestions(contest) ? rankingOf(result, context) : [],
    asked: closedQuestions(contest).map((question) => ({
      ...revealOf(contest, question),
      distribution: distributionOf(contest, question),
    })),
  }
}

function isBetweenQuestions({ phase }: Contest): boolean {
  return phase.name === 'reveal' || phase.name === 'finished'
}

function autoAdvanceAt(contest: Contest): number | null {
  const { phase } = contest
  if (phase.name !== 'reveal' || !advancesByItself(contest)) return null
  return phase.since + revealMillis(contest, phase.question)
}

function peopleOf(contest: Contest, { nameOf, isConnected }: ViewContext): readonly HostPerson[] {
  const { phase } = contest
  const sheet = watchedSheet(contest)
  const someHaveTime = phase.name === 'asking' && isOverFor(phase.opening, 100)
  return [...contest.people].map(([memberId, { ranked, timePercent, presence }]) => {
    const answered = sheet ? sheet.answersByMember.has(memberId) : null
    return {
      memberId,
      name: nameOf(memberId),
      ranked,
      timePercent,
      presence,
      connected: isConnected(memberId),
      answered,
      hasTime: someHaveTime && presence === 'joined' && answered === false && !isOverFor(phase.opening, timePercent),
    }
  })
}

/** Of the question that runs; after the warm-up still, so that who could not answer is helped (C10). */
function watchedSheet(contest: Contest): AnswerSheet | undefined {
  const { phase } = contest
  if (phase.name === 'asking' || phase.name === 'closing') return contest.sheets.get(phase.opening.sheet)
  return phase.name === 'reveal' && phase.question === null ? sheetFor(contest, null) : undefined
}

function rankingOf(result: ContestResult, { nameOf }: ViewContext): readonly HostRankingRow[] {
  return result.rows.map((row, index) => {
    const { memberId, rank, ranked, timePercent, tookPart, right, totalMillis } = row
    const below = result.rows[index + 1]
    const comparable = rank !== null && below !== undefined && below.rank !== null
    return {
      memberId,
      name: nameOf(memberId),
      rank,
      ranked,
      timePercent,
      tookPart,
      scoreHundredths: scoreHundredths(row.scoreUnits),
      right,
      totalMillis,
      aboveNext: comparable ? orderReason(row, below) : null,
    }
  })
}
