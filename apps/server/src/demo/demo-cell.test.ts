import {
  contestRepository,
  type Database,
  excusalRepository,
  memberRepository,
  resultRepository,
} from '@khac-sau/database'
import { contestResult, evolveAll, newContest } from '@khac-sau/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordHashing } from '../accounts/passwords.ts'
import { boardOf } from '../boards/board-of.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.ts'
import { fillDemoCell } from './demo-cell.ts'
import { readSampleQuestions } from './sample-questions.ts'

const nowMillis = Date.UTC(2026, 10, 22, 5)
const passwords = passwordHashing()

let opened: TemporaryDatabase
let database: Database
let demo: Extract<Awaited<ReturnType<typeof fillDemoCell>>, { ok: true }>

beforeAll(async () => {
  opened = await openTemporaryDatabase()
  database = opened.database
  demo = await fill(database)
})
afterAll(() => opened.discard())

test('fourteen invented members, two of one name in two groups, one not ranked, one with extra time', async () => {
  const members = await memberRepository(database.store).list(demo.cellId)
  const names = members.map(({ name }) => name)
  const namesakes = members.filter(({ name }) => names.indexOf(name) !== names.lastIndexOf(name))

  expect(members).toHaveLength(14)
  expect(new Set(members.map(({ groupName }) => groupName)).size).toBe(2)
  expect(new Set(namesakes.map(({ groupName }) => groupName)).size).toBe(2)
  expect(members.filter(({ ranked }) => !ranked)).toHaveLength(1)
  expect(members.filter(({ timePercent }) => timePercent > 100)).toMatchObject([
    { name: 'Danh Hoàng Sơn', ranked: true },
  ])
})

test('[C8] eight settled contests in the eight months before, whose chains verify', async () => {
  const settled = await settledContests(database, demo.cellId)

  expect(settled.map(({ month }) => month)).toEqual(
    ['10', '09', '08', '07', '06', '05', '04', '03'].map((month) => `2026-${month}`),
  )
  for (const { id } of settled) {
    const { head, events } = await database.contestLog.read(id)
    expect(events.length).toBeGreaterThan(60)
    expect(await database.contestLog.verify(id)).toEqual({ ok: true, head })
  }
})

test('[R6] what is stored of a contest is what its log gives when it is recounted', async () => {
  for (const { id } of await settledContests(database, demo.cellId)) {
    const content = await contestRepository(database.store).content(demo.cellId, id)
    if (!content) throw new Error('a settled contest has no content')
    const { events, lastSeq } = await database.contestLog.read(id)
    const { rows, fullMillis } = contestResult(evolveAll(newContest(id, content.content), events))
    const { results, awards } = await resultRepository(database.store).ofContest(demo.cellId, id)

    const stored = new Map(results.map((row) => [row.memberId, row]))
    expect(stored.size).toBe(rows.length)
    for (const { right, ...row } of rows) {
      expect(stored.get(row.memberId)).toMatchObject({ ...row, rightCount: right, fullMillis, throughSeq: lastSeq })
    }
    expect(awards.map(({ memberId }) => memberId)).toEqual(
      rows.filter(({ rank }) => rank === 1).map(({ memberId }) => memberId),
    )
  }
})

test('[A9] whoever has extra time has a score and no place in each month, and needed the time in one of them', async () => {
  const beyondTheRoom = new Set<string>()
  for (const { id } of await settledContests(database, demo.cellId)) {
    const content = await contestRepository(database.store).content(demo.cellId, id)
    if (!content) throw new Error('a settled contest has no content')
    const { events } = await database.contestLog.read(id)
    const { rows } = contestResult(evolveAll(newContest(id, content.content), events))
    const apart = rows.filter(({ timePercent, tookPart }) => timePercent > 100 && tookPart)
    for (const row of apart) expect(row).toMatchObject({ rank: null, timePercent: 150 })
    if (events.some(({ type }) => type === 'closed-for-some')) beyondTheRoom.add(id)
  }
  expect(beyondTheRoom.size).toBeGreaterThan(0)
})

test('[S2] the year has eight months, with missed, excused and not yet joined ones among them', async () => {
  const { store } = database
  const contests = await resultRepository(store).seasonRows(demo.cellId, '2026-01', '2026-12')
  const excusals = await Promise.all(contests.map((one) => excusalRepository(store).list(demo.cellId, one.contestId)))
  const { months, season } = boardOf({
    cellName: '',
    publicPlaces: 'all',
    year: 2026,
    years: [2026],
    contests,
    members: await memberRepository(store).list(demo.cellId),
    excusals: excusals.flat(),
    person: (memberId) => memberId,
    reader: undefined,
  })

  expect(months).toHaveLength(8)
  expect(season.months).toHaveLength(8)
  expect(season.places).toHaveLength(13)
  const outcomes = new Set(season.places.flatMap((place) => place.months.map(({ outcome }) => outcome)))
  expect(outcomes).toEqual(new Set(['took-part', 'missed', 'excused', 'not-a-member']))
  expect(new Set(season.places.map(({ scoreHundredths }) => scoreHundredths)).size).toBeGreaterThan(5)
})

test('[C2] the contest of this month is a draft of eight questions', async () => {
  const next = await contestRepository(database.store).byId(demo.cellId, demo.nextContestId)

  expect(next).toMatchObject({ month: '2026-11', stage: 'draft' })
  expect(next?.draft).toHaveLength(8)
})

test('a second demo does not mix with the first', async () => {
  expect(await fillDemoCell({ database, passwords, nowMillis, questionText: await readSampleQuestions() })).toEqual({
    ok: false,
    refusal: 'already-set-up',
  })
})

test('the same clock gives the same logs', async () => {
  const other = await openTemporaryDatabase()
  try {
    const again = await fill(other.database)
    const [first] = await settledContests(database, demo.cellId)
    const [second] = await settledContests(other.database, again.cellId)
    if (!first || !second) throw new Error('a demo has no settled contest')

    const log = await database.contestLog.read(first.id)
    expect(log.events.length).toBeGreaterThan(0)
    expect((await other.database.contestLog.read(second.id)).head).toBe(log.head)
  } finally {
    await other.discard()
  }
})

async function fill(database: Database) {
  const outcome = await fillDemoCell({ database, passwords, nowMillis, questionText: await readSampleQuestions() })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome
}

async function settledContests({ store }: Database, cellId: string) {
  return (await contestRepository(store).list(cellId)).filter(({ stage }) => stage === 'settled')
}
