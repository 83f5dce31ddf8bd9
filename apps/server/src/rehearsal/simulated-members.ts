import type { ContestContent } from '@khac-sau/engine'
import type { Random } from '../demo/random.ts'
import { intentionsOf, warmUpIntentions } from './intentions.ts'
import type { SimulatedPerson } from './simulated-people.ts'
import { type OwnDoor, openSimulatedPhone } from './simulated-phone.ts'

export type Simulation = {
  readonly door: OwnDoor
  readonly roomCode: string
  readonly content: Pick<ContestContent, 'questions' | 'settings'>
  readonly people: readonly SimulatedPerson[]
  readonly random: Random
}

/** Everyone joins, answers and goes on by themselves, as far as the host leads. */
export function startSimulation({ door, roomCode, content, people, random }: Simulation): { stop(): void } {
  const intentions = intentionsOf(content, people, random)
  const warmUp = warmUpIntentions(content, people, random)
  const phones = people.map(({ memberId, joinsAfterMillis }, place) =>
    openSimulatedPhone({
      door,
      roomCode,
      memberId,
      joinsAfterMillis,
      intentionOf: (question) => (question === null ? warmUp : intentions[question])?.[place],
    }),
  )
  return {
    stop() {
      for (const phone of phones) phone.stop()
    },
  }
}
