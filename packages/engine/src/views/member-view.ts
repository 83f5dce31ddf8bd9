import type { Contest, Opening } from '../contest.ts'
import type { MemberId } from '../event.ts'
import { closesAtFor, isOverFor } from '../extra-time.ts'
import { type ContestResult, contestResult } from '../result.ts'
import {
  closedQuestions,
  hasWarmUp,
  headOf,
  openOf,
  ownAnswerOf,
  ownResultOf,
  reviewOf,
  standingsOf,
  stemOf,
} from './parts.ts'
import type { Millis } from '../time.ts'
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
  const { ranked, timePercent } = contest.people.get(memberId) ?? { ranked: false, timePercent: 100 }
  return {
    ...headOf(contest, context),
    me: { memberId, name: context.nameOf(memberId), ranked, timePercent },
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
      return { name: 'lobby', warmUp: hasWarmUp(contest) }
    case 'asking':
    case 'closing':
      return questionStage(contest, phase, memberId, context.now)
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

/** A9: to each member their own time, which may be over before that of others. */
function questionStage(
  contest: Contest,
  phase: { readonly name: 'asking' | 'closing'; readonly opening: Opening },
  memberId: MemberId,
  now: Millis,
): MemberStage {
  const { opening } = phase
  const timePercent = contest.people.get(memberId)?.timePercent ?? 100
  const own = { ...opening, closesAt: closesAtFor(opening, timePercent) }
  if (phase.name === 'asking' && now < opening.opensAt) return { name: 'stem', ...stemOf(contest, own) }
  const isClosing = phase.name === 'closing' || isOverFor(opening, timePercent)
  return {
    name: isClosing ? 'closing' : 'open',
    ...openOf(contest, own),
    own: ownAnswerOf(contest.sheets.get(opening.sheet), memberId),
  }
}

/** P1: standings between questions are shown when the host asks for them, and one's own rank with them. */
function soFar(own: OwnResultView | null, standings: boolean): OwnResultView | null {
  return own && !standings ? { ...own, rank: null } : own
}
