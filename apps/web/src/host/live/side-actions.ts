import type { HostView } from '@khac-sau/engine'
import type { SentHostCommand } from '@khac-sau/protocol'
import type { IconName } from '../../ui/icon.tsx'

export type SideAction = {
  readonly name: 'cutLead' | 'extend' | 'endQuestion' | 'pause' | 'showStandings' | 'finish'
  readonly key: string
  readonly icon: IconName
  /** Carried out at once, or else asked about in `dialog`. */
  readonly command?: SentHostCommand
  readonly dialog?: 'end-question' | 'finish'
}

/** What else can be done at this stage. */
export function sideActionsOf({ stage, paused, questionCount }: HostView): readonly SideAction[] {
  switch (stage.name) {
    case 'stem':
      return [{ name: 'cutLead', key: 'c', icon: 'next', command: { type: 'cut-lead', openingId: stage.openingId } }]
    case 'closing':
      // A9: the room's time is up; who has longer is waited for, or not.
      return stage.someHaveTime ? [endQuestion] : []
    case 'open':
      return [
        { name: 'extend', key: 't', icon: 'plus', command: { type: 'extend', openingId: stage.openingId } },
        endQuestion,
      ]
    case 'reveal':
      return [...pauseUnless(paused), standings, ...finishAfter(stage.question, questionCount)]
    case 'standings':
      return [...pauseUnless(paused), ...finishAfter(stage.afterQuestion, questionCount)]
    case 'lobby':
    case 'podium':
      return []
  }
}

const endQuestion: SideAction = { name: 'endQuestion', key: 'k', icon: 'stop', dialog: 'end-question' }
const standings: SideAction = { name: 'showStandings', key: 'b', icon: 'star', command: { type: 'show-standings' } }

/** After the last question the primary action ends the contest anyway. */
function finishAfter(question: number, questionCount: number): readonly SideAction[] {
  return question === questionCount - 1 ? [] : [{ name: 'finish', key: 'f', icon: 'stop', dialog: 'finish' }]
}

function pauseUnless(paused: boolean): readonly SideAction[] {
  return paused ? [] : [{ name: 'pause', key: 'p', icon: 'pause', command: { type: 'pause' } }]
}
