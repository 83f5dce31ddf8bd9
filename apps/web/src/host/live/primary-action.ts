import type { HostView, Step } from '@khac-sau/engine'
import type { SentHostCommand } from '@khac-sau/protocol'

export type PrimaryAction = {
  readonly label: 'start' | 'nextQuestion' | 'toStandings' | 'announce' | 'resume' | 'settle'
  readonly command: SentHostCommand
  /** Settling is asked about before it is done. */
  readonly asks: boolean
}

/** The one thing to do next, or `null` while the contest runs by itself. */
export function primaryActionOf(view: HostView, hasStandingsBetween: boolean): PrimaryAction | null {
  const { stage, settled, paused, questionCount } = view
  if (stage.name === 'podium') {
    return settled ? null : { label: 'settle', command: { type: 'settle' }, asks: true }
  }
  if (paused) return { label: 'resume', command: { type: 'resume' }, asks: false }
  const command = nextOf(view)
  switch (stage.name) {
    case 'lobby':
      return command && { label: 'start', command, asks: false }
    case 'reveal': {
      const isLast = stage.question === questionCount - 1
      const label = isLast ? 'announce' : hasStandingsBetween ? 'toStandings' : 'nextQuestion'
      return command && { label, command, asks: false }
    }
    case 'standings': {
      const isLast = stage.afterQuestion === questionCount - 1
      return command && { label: isLast ? 'announce' : 'nextQuestion', command, asks: false }
    }
    case 'stem':
    case 'open':
    case 'closing':
      return null
  }
}

/** Names the step as the view does, so that two presses, or two hosts, make one step. */
function nextOf({ step }: HostView): SentHostCommand | null {
  return step === null ? null : { type: 'next', after: step as Step }
}
