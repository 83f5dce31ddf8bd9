import {
  type Cell,
  cellRepository,
  contestRepository,
  type ContestRecord,
  type Database,
  memberRepository,
  newId,
  newSecret,
  openDatabase,
} from '@khac-sau/database'
import type { MemberId, Question } from '@khac-sau/engine'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFile } from '../environment.ts'
import type { ContestRooms } from '../rooms/contest-rooms.ts'
import type { House } from '../rooms/houses.ts'
import { type SimulatedPerson, trialPhoneNames } from './simulated-people.ts'

/** The rooms of a rehearsal's own database; the room code is known before, because it must be free elsewhere, too. */
export type OpenRooms = (database: Database, roomCode: string) => ContestRooms

export type RehearsalHouse = House & {
  readonly contestId: string
  readonly roomCode: string
  readonly screenKey: string
  /** Nothing of it is left on the disk. */
  wipe(): Promise<void>
}

export type RehearsalOf = {
  readonly cell: Cell
  readonly contest: Pick<ContestRecord, 'title' | 'month' | 'settings'>
  readonly questions: readonly Question[]
  readonly people: readonly SimulatedPerson[]
  readonly roomCode: string
  readonly nowMillis: number
}

/**
 * A cell of its own in a database of its own, with a contest whose room is open: what is not in the installation's
 * database cannot count, be listed, be exported or be backed up, and deleting a folder forgets it.
 */
export async function openRehearsalHouse(
  folder: string,
  rehearsal: RehearsalOf,
  openRooms: OpenRooms,
  report: (error: unknown) => void,
): Promise<RehearsalHouse> {
  const dataDir = join(folder, newId())
  const empty = () => rm(dataDir, { recursive: true, force: true })
  await mkdir(dataDir, { recursive: true })
  try {
    const database = await openDatabase(databaseFile({ dataDir }), { report })
    const rooms = openRooms(database, rehearsal.roomCode)
    let isOver = false
    const wipe = async () => {
      isOver = true
      await rooms.close()
      await database.close()
      await empty()
    }
    const opened = await openContest(database, rooms, rehearsal).catch(async (error: unknown) => {
      await wipe()
      throw error
    })
    return {
      ...opened,
      roomCode: rehearsal.roomCode,
      store: database.store,
      // Pages that are on their way out may still ask.
      rooms: { ...rooms, of: async (...asked) => (isOver ? undefined : rooms.of(...asked)) },
      wipe,
    }
  } catch (error) {
    await empty()
    throw error
  }
}

async function openContest({ store }: Database, rooms: ContestRooms, rehearsal: RehearsalOf) {
  const { cell, contest, questions, people, nowMillis } = rehearsal
  const { title, month, settings } = contest
  const contestId = newId()
  await cellRepository(store).create({ ...cell, boardKey: newSecret() })
  const member = (name: string, id: MemberId, index: number) => ({
    id,
    name,
    ranked: true,
    active: true,
    fromMonth: month,
    createdAtMs: nowMillis + index,
  })
  await memberRepository(store).create(cell.id, [
    ...people.map(({ name, memberId }, index) => member(name, memberId, index)),
    ...trialPhoneNames.map((name, index) => member(name, newId(), people.length + index)),
  ])
  const draft = { id: contestId, month, title, settings, draft: questions, createdAtMs: nowMillis }
  const { revision } = await contestRepository(store).create(cell.id, draft)
  const opening = await rooms.open(cell.id, contestId, { title, month, settings, questions }, revision)
  if (!opening.ok) throw new Error(`the rehearsal does not open: ${opening.refusal}`)
  const screenKey = (await contestRepository(store).byId(cell.id, contestId))?.screenKey
  if (!screenKey) throw new Error('the rehearsal has no projector')
  return { contestId, screenKey }
}
