import { cellRepository, contestRepository, newId, newSecret } from '@khac-sau/database'
import { defaultSettings } from '@khac-sau/engine'
import { openPageLinks, type Schedule } from '@khac-sau/room'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { newAudience } from '../rooms/audience.ts'
import { contestRooms } from '../rooms/contest-rooms.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.ts'
import { longestRehearsalMillis, mostRehearsals, openRehearsals, wipeLeftRehearsals } from './rehearsals.ts'

const question = {
  stem: 'Câu hỏi?',
  options: ['Một', 'Hai'],
  right: [1],
  explanation: '',
  source: '',
  seconds: null,
}

let temporary: TemporaryDatabase
let folder: string
let rehearsals: ReturnType<typeof openRehearsals>
const timers = new Set<{ readonly delay: number; readonly run: () => void }>()
const closePages = vi.fn<(contestId: string) => void>()
const nothing = () => {}
const report = (error: unknown) => {
  throw error
}

beforeEach(async () => {
  temporary = await openTemporaryDatabase()
  folder = join(temporary.dataDir, 'rehearsals')
  timers.clear()
  closePages.mockClear()
  rehearsals = openRehearsals({
    store: temporary.database.store,
    folder,
    openRooms: (database, roomCode) =>
      contestRooms({ ...surroundings, database, rehearsal: true, drawRoomCode: () => roomCode }),
    // Nobody comes: what is tested here is not theirs.
    door: () => ({ address: 'http://127.0.0.1:9', origin: 'http://localhost' }),
    joining: { firstAfterMillis: 3_600_000, withinMillis: 0 },
    closePages,
    wallNow: () => 1,
    schedule,
    report,
  })
})

afterEach(async () => {
  await rehearsals.close()
  await temporary.discard()
})

const schedule: Schedule = (delay, run) => {
  const timer = { delay, run }
  timers.add(timer)
  return () => timers.delete(timer)
}
const audience = newAudience()
const links = openPageLinks(
  () => 0,
  () => nothing,
)
const surroundings = {
  outletsOf: () => ({
    connectedMembers: audience.members,
    toMember: nothing,
    toScreens: nothing,
    toHosts: nothing,
    progress: nothing,
    course: nothing,
  }),
  audienceOf: () => audience,
  linksOf: () => links,
  now: () => 0,
  wallNow: () => 1,
  schedule,
  report,
  settled: nothing,
}

const left = () => readdir(folder).catch(() => [])

/** In a new cell. */
async function begin() {
  const { store } = temporary.database
  const cellId = newId()
  await cellRepository(store).create({ id: cellId, name: 'Chi bộ Mẫu', boardKey: newSecret(), createdAtMs: 1 })
  const draft = { month: '2027-04', title: 'Tháng 4', settings: defaultSettings, draft: [question] }
  const contest = await contestRepository(store).create(cellId, { id: newId(), ...draft, createdAtMs: 1 })
  return { cellId, begun: await rehearsals.begin(contest, [question]) }
}

test('[C9] a rehearsal that is forgotten ends after some hours, and its pages are sent away', async () => {
  const { cellId, begun } = await begin()
  if (!begun.ok) throw new Error(begun.refusal)
  expect(await left()).toHaveLength(1)
  const forgotten = [...timers].find(({ delay }) => delay === longestRehearsalMillis)
  forgotten?.run()
  await rehearsals.end('nobody’s, behind it')
  expect(rehearsals.of(cellId)).toBeUndefined()
  expect(closePages).toHaveBeenCalledWith(begun.value.rehearsalId)
  expect(rehearsals.isOver(begun.value.rehearsalId)).toBe(true)
  expect(await left()).toEqual([])
})

test('[C9] one per cell, a few on one server; each that ends makes room', async () => {
  const first = await begin()
  for (let count = 1; count < mostRehearsals; count += 1) expect((await begin()).begun.ok).toBe(true)
  expect((await begin()).begun).toEqual({ ok: false, refusal: 'too-many-rehearsals' })
  expect(await left()).toHaveLength(mostRehearsals)
  await rehearsals.end(first.cellId)
  expect((await begin()).begun.ok).toBe(true)
  await rehearsals.close()
  expect(await left()).toEqual([])
}, 60_000)

test('[C9] what a killed process left is wiped by the next start', async () => {
  await mkdir(join(folder, 'left'), { recursive: true })
  await writeFile(join(folder, 'left', 'khac-sau.sqlite'), 'answers')
  await wipeLeftRehearsals(folder)
  expect(await left()).toEqual([])
  await wipeLeftRehearsals(folder)
})
