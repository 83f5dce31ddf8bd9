import type { ContestSummary } from '@khac-sau/protocol'
import type { StepState } from '../parts/guided-step.tsx'
import type { Triable } from '../parts/tried-steps.ts'

export const stepNames = ['roster', 'contest', 'check', 'rehearsal', 'room'] as const
export type StepName = (typeof stepNames)[number]

export type Steps = {
  /** The contest being written, or the newest of all. */
  readonly contest: ContestSummary | undefined
  readonly states: Readonly<Record<StepName, StepState>>
  /** No room has ever been opened: the guide is of use. */
  readonly isBeginning: boolean
}

/** From the cell to its first contest. The first step that is not done is to be done now; leaving in between loses nothing. */
export function stepsOf(
  contests: readonly ContestSummary[],
  activeMembers: number,
  tried: ReadonlySet<Triable>,
): Steps {
  const contest = contests.find(({ stage }) => stage === 'draft') ?? contests[0]
  const done: Readonly<Record<StepName, boolean>> = {
    roster: activeMembers > 0,
    contest: (contest?.questionCount ?? 0) > 0,
    check: tried.has('check'),
    rehearsal: tried.has('rehearsal'),
    room: false,
  }
  const now = stepNames.find((name) => !done[name])
  const stateOf = (name: StepName): StepState => (done[name] ? 'done' : name === now ? 'now' : 'later')
  return {
    contest,
    states: {
      roster: stateOf('roster'),
      contest: stateOf('contest'),
      check: stateOf('check'),
      rehearsal: stateOf('rehearsal'),
      room: stateOf('room'),
    },
    isBeginning: contests.every(({ stage }) => stage === 'draft'),
  }
}
