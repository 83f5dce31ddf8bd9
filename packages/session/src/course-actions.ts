import type { AskedQuestion, CourseView, NextStep, RemoteStage, ViewHead } from '@khac-sau/engine'
import type { RemoteCommand } from '@khac-sau/protocol'

/** What the host's page and every remote know of where a contest stands. */
export type CourseState = Pick<ViewHead, 'paused' | 'settled'> &
  Pick<CourseView, 'step' | 'next'> & {
    readonly stage:
      | { readonly name: Exclude<RemoteStage['name'], 'stem' | 'open' | 'closing' | 'reveal'> }
      | { readonly name: 'reveal'; readonly question: AskedQuestion }
      | { readonly name: 'stem' | 'open'; readonly openingId: string }
      | { readonly name: 'closing'; readonly openingId: string; readonly someHaveTime: boolean }
  }

export type PrimaryAction = {
  readonly name:
    | 'start'
    | 'warmUp'
    | 'firstQuestion'
    | 'nextQuestion'
    | 'toStandings'
    | 'announce'
    | 'resume'
    | 'settle'
  readonly command: RemoteCommand
  /** Settling is asked about before it is done. */
  readonly asks: boolean
}

/** The one thing to do next, or `null` while the contest runs by itself. */
export function primaryActionOf({ stage, settled, paused, step, next }: CourseState): PrimaryAction | null {
  if (stage.name === 'podium') return settled ? null : { name: 'settle', command: { type: 'settle' }, asks: true }
  if (paused) return { name: 'resume', command: { type: 'resume' }, asks: false }
  if (step === null || next === null) return null
  const name = nameOfNext(stage, next)
  // Names the step as the view does, so that two presses, or two hosts, make one step.
  return { name, command: { type: 'next', after: step }, asks: false }
}

function nameOfNext(stage: CourseState['stage'], next: NextStep): PrimaryAction['name'] {
  if (next === 'warm-up') return 'warmUp'
  if (stage.name === 'lobby') return 'start'
  // C10: from the warm-up to where it counts.
  if (stage.name === 'reveal' && stage.question === null) return 'firstQuestion'
  return namesOfNext[next]
}

const namesOfNext = { question: 'nextQuestion', standings: 'toStandings', podium: 'announce' } as const

export type CourseAction = {
  readonly name: 'cutLead' | 'extend' | 'endQuestion' | 'pause' | 'showStandings'
  readonly key: string
  readonly command: RemoteCommand
  /** A7: asked about before it is done. */
  readonly asks: boolean
}

/** What else can be done at this stage. */
export function courseActionsOf({ stage, paused }: CourseState): readonly CourseAction[] {
  switch (stage.name) {
    case 'stem':
      return [action('cutLead', 'c', { type: 'cut-lead', openingId: stage.openingId })]
    case 'closing':
      // A9: the room's time is up; who has longer is waited for, or not.
      return stage.someHaveTime ? [endQuestion(stage.openingId)] : []
    case 'open':
      return [action('extend', 't', { type: 'extend', openingId: stage.openingId }), endQuestion(stage.openingId)]
    case 'reveal':
      // C10: after the warm-up nobody has a place yet.
      return stage.question === null
        ? pauseUnless(paused)
        : [...pauseUnless(paused), action('showStandings', 'b', { type: 'show-standings' })]
    case 'standings':
      return pauseUnless(paused)
    case 'lobby':
    case 'podium':
      return []
  }
}

function action(name: CourseAction['name'], key: string, command: RemoteCommand, asks = false): CourseAction {
  return { name, key, command, asks }
}

function endQuestion(openingId: string): CourseAction {
  return action('endQuestion', 'k', { type: 'end-question', openingId }, true)
}

function pauseUnless(paused: boolean): readonly CourseAction[] {
  return paused ? [] : [action('pause', 'p', { type: 'pause' })]
}
