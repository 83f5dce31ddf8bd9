import type { Cheat } from './cheat.ts'
import { memberIdOf } from './content.ts'
import { ableHuman } from './human.ts'
import type { NetworkShape } from './network.ts'
import type { ContestPlan, PhonePlan } from './play.ts'
import { randomOf } from './random.ts'

/** GB1: round trips from 20 to 800 ms, as often short as long, and 3 % of all packets lost. */
export function mixedShape(...purpose: readonly (string | number)[]): NetworkShape {
  const draws = randomOf('shape', ...purpose)
  const roundTripMillis = draws.logUniform(20, 800)
  const downShare = draws.between(0.35, 0.65)
  return { roundTripMillis, downShare, jitterMillis: 5 + 0.1 * roundTripMillis, loss: 0.03 }
}

export const lanShape: NetworkShape = { roundTripMillis: 25, downShare: 0.5, jitterMillis: 5, loss: 0.001 }

/** A full evening: ten questions of thirty seconds, and time enough before them for the clocks. */
export const evening = {
  questions: 10,
  secondsPerQuestion: 30,
  lobbyMillis: 25_000,
  revealMillis: 1_500,
  oneTap: false,
  isKernelAsked: false,
} satisfies Omit<ContestPlan, 'seed' | 'phones'>

export function mixedCrowd(seed: number, size: number): readonly PhonePlan[] {
  return Array.from({ length: size }, (_, index) => ablePhone(seed, index, mixedShape(seed, index)))
}

export function ablePhone(seed: number, index: number, shape: NetworkShape, cheat: Cheat = {}): PhonePlan {
  return { shape, cheat, human: ableHuman(seed, memberIdOf(index)) }
}
