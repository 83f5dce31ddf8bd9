import type { Handover } from '@khac-sau/protocol'
import type { StepState } from '../parts/guided-step.tsx'

export const handoverStepNames = ['invite', 'signIn', 'backUp', 'look', 'leave'] as const
export type HandoverStepName = (typeof handoverStepNames)[number]

/** What is done is done, in whatever order; the first of the others is the one of now. */
export function handoverSteps(handover: Handover): Readonly<Record<HandoverStepName, StepState>> {
  const { successors, backupAtMs, lookedAtMs } = handover
  const done: Readonly<Record<HandoverStepName, boolean>> = {
    invite: successors.length > 0,
    signIn: successors.some(({ isSignedIn }) => isSignedIn),
    backUp: backupAtMs !== null,
    look: lookedAtMs !== null,
    leave: false,
  }
  const now = handoverStepNames.find((name) => !done[name])
  const stateOf = (name: HandoverStepName): StepState => (done[name] ? 'done' : name === now ? 'now' : 'later')
  return {
    invite: stateOf('invite'),
    signIn: stateOf('signIn'),
    backUp: stateOf('backUp'),
    look: stateOf('look'),
    leave: stateOf('leave'),
  }
}
