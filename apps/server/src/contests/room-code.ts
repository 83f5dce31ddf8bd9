import { randomInt } from 'node:crypto'
import {
  contestRepository,
  type FreezeRefusal,
  type Freezing,
  newSecret,
  type Outcome,
  type Store,
} from '@khac-sau/database'

type Frozen = Extract<
  Awaited<ReturnType<ReturnType<typeof contestRepository>['freeze']>>,
  { readonly ok: true }
>['value']

const attempts = 20

/** What members type and what the projector opens. A code is short, so a taken one is drawn again. */
export async function freezeWithNewCodes(
  store: Store,
  cellId: string,
  contestId: string,
  draft: Omit<Freezing, 'roomCode' | 'screenKey'>,
  drawCode: () => string = newRoomCode,
): Promise<Outcome<Frozen, Exclude<FreezeRefusal, 'code-taken'>>> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const freezing = { ...draft, roomCode: drawCode(), screenKey: newSecret() }
    const outcome = await contestRepository(store).freeze(cellId, contestId, freezing)
    if (outcome.ok) return outcome
    if (outcome.refusal !== 'code-taken') return { ok: false, refusal: outcome.refusal }
  }
  throw new Error(`contest ${contestId}: no free room code in ${attempts} draws`)
}

/** Six random digits. Only an address: being on the roster is what lets somebody in. */
export function newRoomCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}
