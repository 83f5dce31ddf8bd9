import type { Contest, Opening } from '../contest.ts'
import { isOverFor } from '../extra-time.ts'
import { type ContestResult, contestResult } from '../result.ts'
import { distributionOf, hasWarmUp, headOf, openOf, progressOf, revealOf, standingsOf, stemOf } from './parts.ts'
import type { Millis } from '../time.ts'
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
      return {
        name: 'lobby',
        present: named(contest, context, true),
        missing: named(contest, context, false),
        warmUp: hasWarmUp(contest),
      }
    case 'asking':
    case 'closing':
      return questionOf(contest, phase, context.now)
    case 'reveal':
      if (phase.standings && phase.question !== null) {
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

/** A9: that somebody has longer is said of the room, never of a person. */
function questionOf(
  contest: Contest,
  { name, opening }: { readonly name: 'asking' | 'closing'; readonly opening: Opening },
  now: Millis,
): ScreenStage {
  if (name === 'asking' && now < opening.opensAt) return { name: 'stem', ...stemOf(contest, opening) }
  const progress = progressOf(contest, opening)
  const someHaveTime = name === 'asking' && isOverFor(opening, 100)
  const isClosing = name === 'closing' || someHaveTime
  return { name: isClosing ? 'closing' : 'open', ...openOf(contest, opening), progress, someHaveTime }
}

function named(contest: Contest, { nameOf }: ViewContext, joined: boolean): readonly string[] {
  return [...contest.people].flatMap(([memberId, { presence }]) => {
    if (presence === 'removed') return []
    return (presence === 'joined') === joined ? [nameOf(memberId)] : []
  })
}
