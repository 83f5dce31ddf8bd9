import {
  type AppendOutcome,
  cellRepository,
  contestRepository,
  type Database,
  memberRepository,
  newId,
  newSecret,
  resultRepository,
} from '@khac-sau/database'
import { type ContestContent, defaultSettings, type MemberId, type MemberView } from '@khac-sau/engine'
import { openPageLinks, type Room } from '@khac-sau/room'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openTemporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.ts'
import { newAudience } from './audience.ts'
import { type ContestRooms, contestRooms } from './contest-rooms.ts'

const question = {
  stem: 'Câu hỏi?',
  options: ['Một', 'Hai'],
  right: [1],
  explanation: '',
  source: '',
  seconds: null,
}
const content: ContestContent = {
  title: 'Tháng 4',
  month: '2027-04',
  settings: defaultSettings,
  questions: [question, question],
}

let temporary: TemporaryDatabase
let rooms: ContestRooms
let cellId: string
let memberIds: readonly MemberId[]
/** What the next append to the log does instead of what it is asked; taken off when used. */
let fault: ((append: () => Promise<AppendOutcome>) => Promise<AppendOutcome>) | undefined
/** Counts the writes beside the log; from the one that makes it 0 on, all fail, as after a crash. */
let writesLeft = Number.POSITIVE_INFINITY
const time = { now: 1_000, timers: new Set<{ at: number; run: () => void }>() }
const sent = new Map<string, MemberView>()
const audience = newAudience()
let created = 0
const report = vi.fn<(error: unknown, about: string) => void>()

beforeEach(async () => {
  temporary = await openTemporaryDatabase()
  const { store } = temporary.database
  cellId = newId()
  await cellRepository(store).create({ id: cellId, name: 'Chi bộ Mẫu', boardKey: newSecret(), createdAtMs: 1 })
  memberIds = [newId(), newId()]
  const person = { active: true, ranked: true, groupName: '', toMonth: null, fromMonth: '2027-01' }
  await memberRepository(store).create(
    cellId,
    memberIds.map((id, index) => ({ ...person, id, name: `Người ${index}`, createdAtMs: index })),
  )
  fault = undefined
  writesLeft = Number.POSITIVE_INFINITY
  time.timers.clear()
  report.mockClear()
  rooms = roomsOn(temporary.database)
})

afterEach(async () => {
  await rooms.close()
  await temporary.discard()
})

/** No page connects here: nothing is pinged, nothing sent. */
const links = openPageLinks(
  () => time.now,
  () => () => {},
)

function roomsOn(database: Database): ContestRooms {
  const { contestLog, store } = database
  const breaking = <T>(write: () => Promise<T>) =>
    --writesLeft > 0 ? write() : Promise.reject(new Error('the disk is gone'))
  return contestRooms({
    database: {
      ...database,
      store: {
        ...store,
        write: (statement) => breaking(() => store.write(statement)),
        atomically: (body) => breaking(() => store.atomically(body)),
      },
      contestLog: {
        ...contestLog,
        append(contestId, afterSeq, events) {
          const append = () => contestLog.append(contestId, afterSeq, events)
          const once = fault
          fault = undefined
          return once ? once(append) : append()
        },
      },
    },
    outletsOf: () => ({
      connectedMembers: audience.members,
      toMember: (memberId, view) => sent.set(memberId, view),
      toScreens: () => {},
      toHosts: () => {},
      progress: () => {},
      course: () => {},
    }),
    audienceOf: () => audience,
    linksOf: () => links,
    now: () => time.now,
    wallNow: () => 1,
    schedule(delay, run) {
      const timer = { at: time.now + delay, run }
      time.timers.add(timer)
      return () => time.timers.delete(timer)
    },
    report,
    rehearsal: false,
    settled: () => {},
  })
}

async function newContest(month = content.month): Promise<string> {
  const id = newId()
  const { title, settings, questions } = content
  await contestRepository(temporary.database.store).create(cellId, {
    id,
    month,
    title,
    settings,
    draft: questions,
    // One after the other, so that of two in a month it is known which is the later one.
    createdAtMs: (created += 1),
  })
  return id
}

async function roomOf(contestId: string): Promise<Room> {
  const live = await rooms.of(cellId, contestId)
  if (!live) throw new Error('no such contest')
  return live.room
}

async function opened(): Promise<string> {
  const contestId = await newContest()
  expect(await rooms.open(cellId, contestId, content, 1)).toEqual({ ok: true })
  return contestId
}

async function asking(contestId: string): Promise<string> {
  const room = await roomOf(contestId)
  for (const memberId of memberIds) await room.submit({ type: 'join', memberId })
  await room.submit({ type: 'next', by: 'host', after: 'lobby' })
  time.now += 10_000
  return openingOf(room)
}

function openingOf(room: Room): string {
  const { phase } = room.contest()
  if (phase.name !== 'asking') throw new Error(`nothing is asked but ${phase.name}`)
  return phase.opening.sheet
}

const answer = (room: Room, memberId: MemberId, openingId: string, option = 1) =>
  room.submit({
    type: 'answer',
    memberId,
    openingId,
    answerId: memberId,
    options: [option],
    automatic: false,
    press: null,
  })

/** Every timer that is due runs, in order, until `done`. Real appends take real time, so it is polled. */
async function passing(millis: number, done: () => Promise<boolean>): Promise<void> {
  const until = time.now + millis
  await vi.waitFor(
    async () => {
      time.now = Math.min(time.now + 500, until)
      for (const timer of [...time.timers].filter(({ at }) => at <= time.now)) {
        time.timers.delete(timer)
        timer.run()
      }
      expect(await done()).toBe(true)
    },
    { interval: 5, timeout: 5_000 },
  )
}

test('[A4] an answer that was stored although its append failed gets its receipt when it is sent again', async () => {
  const contestId = await opened()
  const openingId = await asking(contestId)
  const [an = '', binh = ''] = memberIds
  fault = async (append) => {
    await append()
    return { outcome: 'failed', reason: 'worker-lost', message: 'the thread ended' }
  }
  expect(await answer(await roomOf(contestId), an, openingId)).toEqual({ ok: false, refusal: 'storage-failed' })
  await vi.waitFor(async () => {
    expect(await answer(await roomOf(contestId), an, openingId)).toMatchObject({ ok: true, receipt: { counted: true } })
  })
  await answer(await roomOf(contestId), binh, openingId)
  expect((await roomOf(contestId)).contest().phase.name).toBe('reveal')
  const { events } = await temporary.database.contestLog.read(contestId)
  expect(events.filter(({ type }) => type === 'answered')).toHaveLength(2)
})

test('[T5, R2] a question whose closing is lost on its way to the log closes by itself, without a word from anybody', async () => {
  const contestId = await opened()
  const openingId = await asking(contestId)
  await answer(await roomOf(contestId), memberIds[0] ?? '', openingId)
  fault = async (append) => {
    await append()
    return { outcome: 'failed', reason: 'worker-lost', message: 'the thread ended' }
  }
  await passing(120_000, async () => {
    const { events } = await temporary.database.contestLog.read(contestId)
    return events.some(({ type }) => type === 'closed')
  })
})

test('many commands that are fenced together are followed by one room, not by one each', async () => {
  const contestId = await opened()
  const openingId = await asking(contestId)
  const [an = '', binh = ''] = memberIds
  const stale = await roomOf(contestId)
  const elsewhere = roomsOn(temporary.database)
  await elsewhere.of(cellId, contestId)
  await vi.waitFor(async () => {
    const { events } = await temporary.database.contestLog.read(contestId)
    expect(events.filter(({ type }) => type === 'taken-over')).toHaveLength(2)
  })
  await elsewhere.close()

  // The second is fenced after the first one's fence has made room for a new room.
  const first = answer(stale, an, openingId).then(() => roomOf(contestId))
  const second = answer(stale, binh, openingId)
  const next = await first
  await second
  await next.submit({ type: 'join', memberId: an })
  expect(await roomOf(contestId)).toBe(next)
  expect(await answer(next, an, openingId)).toMatchObject({ ok: true })
})

test('[T1] a room that takes the place of another has a clock of its own, and says so', async () => {
  const contestId = await opened()
  const before = await roomOf(contestId)
  await roomsOn(temporary.database).of(cellId, contestId)
  await vi.waitFor(async () => {
    await before.submit({ type: 'join', memberId: memberIds[0] ?? '' })
    expect((await roomOf(contestId)).clock().bootId).not.toBe(before.clock().bootId)
  })
})

test('a room that could not be opened is opened by the next who asks for it', async () => {
  const contestId = await newContest()
  fault = () => Promise.resolve({ outcome: 'failed', reason: 'disk-full', message: 'full' })
  await rooms.open(cellId, contestId, content, 1).catch(() => {})
  expect((await roomOf(contestId)).contest().phase.name).toBe('lobby')
})

test('[C2] a room for a month in which nobody is a member does not open, and nothing is frozen', async () => {
  const contestId = await newContest('2026-12')
  expect(await rooms.open(cellId, contestId, { ...content, month: '2026-12' }, 1)).toEqual({
    ok: false,
    refusal: 'empty-roster',
  })
  expect(await contestRepository(temporary.database.store).byId(cellId, contestId)).toMatchObject({ stage: 'draft' })
})

test('[A8] a member added while the room is loading may join it', async () => {
  const contestId = await opened()
  await rooms.close()
  rooms = roomsOn(temporary.database)
  const loading = rooms.of(cellId, contestId)
  const newcomer = newId()
  const person = { active: true, ranked: true, groupName: '', toMonth: null, fromMonth: '2027-01', createdAtMs: 9 }
  await memberRepository(temporary.database.store).create(cellId, [{ ...person, id: newcomer, name: 'Người mới' }])
  await rooms.rosterChanged(cellId)
  expect((await loading)?.room.contest().people.get(newcomer)).toMatchObject({ presence: 'absent' })
})

async function settled(): Promise<{ contestId: string; room: Room }> {
  const contestId = await opened()
  const openingId = await asking(contestId)
  const room = await roomOf(contestId)
  await answer(room, memberIds[0] ?? '', openingId, 1)
  await answer(room, memberIds[1] ?? '', openingId, 0)
  await room.submit({ type: 'finish', by: 'host' })
  await room.submit({ type: 'settle', by: 'host', wallMillis: 1 })
  return { contestId, room }
}

async function stored(contestId: string) {
  const { results, awards } = await resultRepository(temporary.database.store).ofContest(cellId, contestId)
  return {
    right: new Map(results.map(({ memberId, rightCount }) => [memberId, rightCount])),
    firsts: awards.map(({ memberId }) => memberId),
  }
}

const amend = async (room: Room) => {
  await room.submit({ type: 'correct', by: 'host', question: 0, right: [0], reason: 'wrong-key' })
}

test('[C8, S3] results and awards follow settling, undoing, a corrected key and settling again', async () => {
  const { contestId, room } = await settled()
  const [an = '', binh = ''] = memberIds
  expect(await stored(contestId)).toEqual({
    right: new Map([
      [an, 1],
      [binh, 0],
    ]),
    firsts: [an],
  })
  await room.submit({ type: 'unsettle', by: 'host', wallMillis: 1 })
  expect(await stored(contestId)).toEqual({ right: new Map(), firsts: [] })
  await amend(room)
  await room.submit({ type: 'settle', by: 'host', wallMillis: 1 })
  expect(await stored(contestId)).toEqual({
    right: new Map([
      [an, 0],
      [binh, 1],
    ]),
    firsts: [binh],
  })
})

test('[C8] a result is the log’s also when undoing the one before could not be derived', async () => {
  const { contestId, room } = await settled()
  const [an = '', binh = ''] = memberIds
  writesLeft = 1
  await room.submit({ type: 'unsettle', by: 'host', wallMillis: 1 })
  writesLeft = Number.POSITIVE_INFINITY
  await amend(room)
  await room.submit({ type: 'settle', by: 'host', wallMillis: 1 })
  expect(await stored(contestId)).toEqual({
    right: new Map([
      [an, 0],
      [binh, 1],
    ]),
    firsts: [binh],
  })
})

test.each([1, 2, 3])(
  '[C8, S3] what a process left undone when it died in settling is done when the room is loaded (write %i)',
  async (write) => {
    const contestId = await opened()
    const openingId = await asking(contestId)
    const room = await roomOf(contestId)
    const [an = '', binh = ''] = memberIds
    await answer(room, an, openingId, 1)
    await answer(room, binh, openingId, 0)
    await room.submit({ type: 'finish', by: 'host' })
    writesLeft = write
    await room.submit({ type: 'settle', by: 'host', wallMillis: 1 })
    expect(report).toHaveBeenCalled()

    writesLeft = Number.POSITIVE_INFINITY
    await rooms.close()
    rooms = roomsOn(temporary.database)
    await roomOf(contestId)
    expect(await stored(contestId)).toEqual({
      right: new Map([
        [an, 1],
        [binh, 0],
      ]),
      firsts: [an],
    })
    expect(await contestRepository(temporary.database.store).byId(cellId, contestId)).toMatchObject({
      stage: 'settled',
    })
  },
)

test('[S3] undoing a settlement gives the month to whom the other contest gives it, also after a crash', async () => {
  const first = await settled()
  const second = await settled()
  const [an = ''] = memberIds
  expect([await stored(first.contestId), await stored(second.contestId)]).toMatchObject([
    { firsts: [] },
    { firsts: [an] },
  ])
  writesLeft = 3
  await second.room.submit({ type: 'unsettle', by: 'host', wallMillis: 1 })
  writesLeft = Number.POSITIVE_INFINITY
  await rooms.close()
  rooms = roomsOn(temporary.database)
  await roomOf(second.contestId)
  expect([await stored(first.contestId), await stored(second.contestId)]).toMatchObject([
    { firsts: [an] },
    { firsts: [] },
  ])
})
