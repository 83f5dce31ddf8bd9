import type { Moving } from '@khac-sau/protocol'
import type { StepState } from '../parts/guided-step.tsx'

export const movingStepNames = ['copy', 'fetch', 'restore', 'check'] as const
export type MovingStepName = (typeof movingStepNames)[number]

/** What is done on the other computer nobody sees from here: whoever moves says so. */
export function movingSteps(
  { copyAtMs, fetchedAtMs }: Pick<Moving, 'copyAtMs' | 'fetchedAtMs'>,
  isRestored: boolean,
): Readonly<Record<MovingStepName, StepState>> {
  const isCopied = copyAtMs !== null
  // A file that was downloaded before the copy was made is not that copy.
  const isFetched = isCopied && fetchedAtMs !== null && fetchedAtMs >= copyAtMs
  const done = { copy: isCopied, fetch: isFetched, restore: isFetched && isRestored, check: false }
  const now = movingStepNames.find((name) => !done[name])
  const stateOf = (name: MovingStepName): StepState => (done[name] ? 'done' : name === now ? 'now' : 'later')
  return {
    copy: stateOf('copy'),
    fetch: stateOf('fetch'),
    restore: stateOf('restore'),
    check: stateOf('check'),
  }
}
