import {
  cellRepository,
  type ContestRecord,
  contestRepository,
  memberRepository,
  newId,
  type Store,
} from '@khac-sau/database'
import type { Millis, Question } from '@khac-sau/engine'
import type { Rehearsal } from '@khac-sau/protocol'
import type { Schedule } from '@khac-sau/room'
import { randomInt } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { oneAtATime } from '../backup/one-at-a-time.ts'
import { newRoomCode } from '../contests/room-code.ts'
import { seededRandom } from '../demo/random.ts'
import type { House, Houses } from '../rooms/houses.ts'
import { openRehearsalHouse, type OpenRooms, type RehearsalHouse } from './rehearsal-house.ts'
import { calmJoining, type Joining, simulatedPeople } from './simulated-people.ts'
import type { OwnDoor } from './simulated-phone.ts'

export type Rehearsals = {
  /** Instead of the cell's one before, if there is one. */
  begin(contest: ContestRecord, questions: readonly Question[]): Promise<RehearsalBegun>
  of(cellId: string): Rehearsal | undefined
  /** Wipes it; nothing to do is done, too. */
  end(cellId: string): Promise<void>
  houses(): readonly House[]
  isOver: Houses['isOver']
  close(): Promise<void>
}

export type RehearsalBegun =
  | { readonly ok: true; readonly value: Rehearsal }
  | { readonly ok: false; readonly refusal: 'too-many-rehearsals' }

export type RehearsalsDependencies = {
  /** The installation's. */
  readonly store: Store
  /** Of all rehearsals, and of nothing else: what a killed process left in it is deleted. */
  readonly folder: string
  readonly openRooms: OpenRooms
  readonly door: () => OwnDoor
  /** Sends the pages of a rehearsal away. */
  readonly closePages: (contestId: string) => void
  /** `calmJoining`, if it is not said. */
  readonly joining?: Joining | undefined
  readonly wallNow: () => number
  readonly schedule: Schedule
  readonly report: (error: unknown, about: string) => void
}

type Running = { readonly rehearsal: Rehearsal; readonly house: RehearsalHouse; stop(): void }

/** One per cell; a small machine bears a few. */
export const mostRehearsals = 4
/** Whoever forgets it has gone home. */
export const longestRehearsalMillis: Millis = 3 * 60 * 60 * 1_000

export function openRehearsals(dependencies: RehearsalsDependencies): Rehearsals {
  const { closePages, schedule, report } = dependencies
  const runningByCell = new Map<string, Running>()
  const over: string[] = []
  const turns = oneAtATime()

  async function end(cellId: string): Promise<void> {
    const running = runningByCell.get(cellId)
    if (!running) return
    runningByCell.delete(cellId)
    const { contestId, roomCode, screenKey } = running.house
    over.push(contestId, roomCode, screenKey)
    over.splice(0, over.length - keptNames)
    running.stop()
    closePages(contestId)
    await running.house.wipe()
  }

  async function begin(contest: ContestRecord, questions: readonly Question[]): Promise<RehearsalBegun> {
    await end(contest.cellId)
    if (runningByCell.size >= mostRehearsals) return { ok: false, refusal: 'too-many-rehearsals' }
    const { house, simulation } = await start(dependencies, contest, questions)
    const endSoon = () => turns.take(() => end(contest.cellId))
    const cancel = schedule(longestRehearsalMillis, () => {
      endSoon().catch((error: unknown) => report(error, 'a rehearsal that was forgotten'))
    })
    const rehearsal = { rehearsalId: house.contestId, contestId: contest.id }
    runningByCell.set(contest.cellId, {
      rehearsal,
      house,
      stop() {
        cancel()
        simulation.stop()
      },
    })
    return { ok: true, value: rehearsal }
  }

  return {
    begin: (contest, questions) => turns.take(() => begin(contest, questions)),
    of: (cellId) => runningByCell.get(cellId)?.rehearsal,
    end: (cellId) => turns.take(() => end(cellId)),
    houses: () => [...runningByCell.values()].map(({ house }) => house),
    isOver: (name) => over.includes(name),
    close: () =>
      turns.take(async () => {
        for (const cellId of runningByCell.keys()) await end(cellId)
      }),
  }
}

/** Of a process that was killed: whatever it left is no rehearsal any more. */
export function wipeLeftRehearsals(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true })
}

/** So that a page whose rehearsal ended is told so, and not that it never was. */
const keptNames = 3 * 50

async function start(
  { store, folder, openRooms, door, joining = calmJoining, wallNow, report }: RehearsalsDependencies,
  contest: ContestRecord,
  questions: readonly Question[],
) {
  const cell = await cellRepository(store).byId(contest.cellId)
  if (!cell) throw new Error(`cell ${contest.cellId} is gone`)
  const members = await memberRepository(store).list(cell.id)
  const random = seededRandom(randomInt(2 ** 31))
  const people = simulatedPeople(members.filter(({ active }) => active).length, joining, random, newId)
  const roomCode = await freeRoomCode(store)
  const house = await openRehearsalHouse(
    folder,
    { cell, contest, questions, people, roomCode, nowMillis: wallNow() },
    openRooms,
    (error) => report(error, 'database of a rehearsal'),
  )
  // Loaded only now: most starts of a server see no rehearsal, and everybody waits for a start (decisions/006).
  const { startSimulation } = await import('./simulated-members.ts')
  const content = { questions, settings: contest.settings }
  return { house, simulation: startSimulation({ door: door(), roomCode, content, people, random }) }
}

/** No contest ever had it: a phone that knows the code of one must not get into the other. */
async function freeRoomCode(store: Store): Promise<string> {
  const roomCode = newRoomCode()
  return (await contestRepository(store).byRoomCode(roomCode)) ? freeRoomCode(store) : roomCode
}
