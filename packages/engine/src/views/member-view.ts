import { type Contest } from '../contest.ts'
import type { MemberId, OpeningId } from '../event.ts'
import { type ContestResult, contestResult } from '../result.ts'
import { closedQuestions, headOf, openOf, ownAnswerOf, ownResultOf, reviewOf, standingsOf, stemOf } from './parts.ts'
import type { MemberStage, MemberView, OwnResultView, ViewContext } from './view.ts'

/**
 * The whole of what one phone may know now. `result` is the same for all phones: the caller computes it once per
 * push and not once per phone.
 */
export function memberView(
  contest: Contest,
  memberId: MemberId,
  context: ViewContext,
  result: ContestResult = contestResult(contest),
): MemberView {
  const ranked = contest.people.get(memberId)?.ranked ?? false
  return {
    ...headOf(contest, context),
    me: { memberId, name: context.nameOf(memberId), ranked },
    oneTap: contest.content.settings.oneTap,
    stage: stageOf(contest, memberId, context, result),
  }
}

function stageOf(contest: Contest, memberId: MemberId, context: ViewContext, result: ContestResult): MemberStage {
  const { phase } = contest
  if (contest.people.get(memberId)?.presence === 'removed') return { name: 'removed' }
  switch (phase.name) {
    case 'draft':
    case 'lobby':
      return { name: 'lobby' }
    case 'asking':
      if (context.now < phase.opening.opensAt) return { name: 'stem', ...stemOf(contest, phase.opening) }
      return {
        name: 'open',
        ...openOf(contest, phase.opening),
        own: currentAnswer(contest, phase.opening.sheet, memberId),
      }
    case 'closing':
      return {
        name: 'closing',
        ...openOf(contest, phase.opening),
        own: currentAnswer(contest, phase.opening.sheet, memberId),
      }
    case 'reveal':
      return {
        name: 'reveal',
        ...reviewOf(contest, phase.question, memberId),
        result: soFar(ownResultOf(result, memberId), phase.standings),
      }
    case 'finished':
      return {
        name: 'podium',
        result: ownResultOf(result, memberId),
        standings: standingsOf(result, context),
        review: closedQuestions(contest).map((question) => reviewOf(contest, question, memberId)),
      }
  }
}

function currentAnswer(contest: Contest, sheet: OpeningId, memberId: MemberId) {
  return ownAnswerOf(contest.sheets.get(sheet), memberId)
}

/** P1: standings between questions are shown when the host asks for them, and one's own rank with them. */
function soFar(own: OwnResultView | null, standings: boolean): OwnResultView | null {
  return own && !standings ? { ...own, rank: null } : own
}
