import type { Contest } from '../contest.ts'
import { type ContestResult, contestResult } from '../result.ts'
import { distributionOf, headOf, openOf, progressOf, revealOf, standingsOf, stemOf } from './parts.ts'
import type { ScreenStage, ScreenView, ViewContext } from './view.ts'

/** What the room sees on the projector. */
export function screenView(
  contest: Contest,
  context: ViewContext,
  result: ContestResult = contestResult(contest),
): ScreenView {
  const joined = [...contest.people.values()].filter(({ presence }) => presence === 'joined')
  return { ...headOf(contest, context), joinedCount: joined.length, stage: stageOf(contest, context, result) }
}

function stageOf(contest: Contest, context: ViewContext, result: ContestResult): ScreenStage {
  const { phase } = contest
  switch (phase.name) {
    case 'draft':
    case 'lobby':
      return { name: 'lobby', present: named(contest, context, true), missing: named(contest, context, false) }
    case 'asking':
      if (context.now < phase.opening.opensAt) return { name: 'stem', ...stemOf(contest, phase.opening) }
      return { name: 'open', ...openOf(contest, phase.opening), progress: progressOf(contest, phase.opening) }
    case 'closing':
      return { name: 'closing', ...openOf(contest, phase.opening), progress: progressOf(contest, phase.opening) }
    case 'reveal':
      if (phase.standings) {
        return { name: 'standings', afterQuestion: phase.question, ...standingsOf(result, context) }
      }
      return {
        name: 'reveal',
        ...revealOf(contest, phase.question),
        distribution: distributionOf(contest, phase.question),
      }
    case 'finished':
      return { name: 'podium', ...standingsOf(result, context) }
  }
}

function named(contest: Contest, { nameOf }: ViewContext, joined: boolean): readonly string[] {
  return [...contest.people].flatMap(([memberId, { presence }]) => {
    if (presence === 'removed') return []
    return (presence === 'joined') === joined ? [nameOf(memberId)] : []
  })
}
