import { cellRepository, type ContestRecord, contestRepository, type Store } from '@khac-sau/database'
import type { ContestRooms } from './contest-rooms.ts'

/** Where contests live, with the devices of their members: the installation itself, or a rehearsal (C9). */
export type House<Rooms = ContestRooms> = { readonly store: Store; readonly rooms: Rooms }

export type Houses = {
  /** The installation first: no rehearsal can stand before a contest. */
  readonly all: () => readonly House[]
  /** A rehearsal went by this id, room code or projector key, and is over. */
  readonly isOver: (name: string) => boolean
}

type Contests = ReturnType<typeof contestRepository>

export async function findContest<Rooms>(
  houses: readonly House<Rooms>[],
  find: (contests: Contests) => Promise<ContestRecord | undefined>,
): Promise<{ readonly house: House<Rooms>; readonly contest: ContestRecord } | undefined> {
  for (const house of houses) {
    const contest = await find(contestRepository(house.store))
    if (contest) return { house, contest }
  }
  return undefined
}

/** Nobody comes into a cell that was closed. */
export async function closedRefusal({ store }: Pick<House, 'store'>, { cellId }: ContestRecord) {
  const cell = await cellRepository(store).byId(cellId)
  return cell?.closedAtMs === null ? undefined : ({ ok: false, refusal: 'cell-closed' } as const)
}

/** What a page is told that names a contest which is not there. */
export function refusalOfNothing({ isOver }: Houses, name: string) {
  return { ok: false, refusal: isOver(name) ? 'rehearsal-over' : 'no-such-room' } as const
}
