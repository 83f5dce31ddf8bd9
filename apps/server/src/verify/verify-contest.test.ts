import {
  accountRepository,
  cellRepository,
  contestRepository,
  type LogRow,
  newId,
  type Result,
} from '@khac-sau/database'
import { defaultSettings } from '@khac-sau/engine'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sampleQuestion } from '../testing/test-server.ts'
import { settleContest } from '../testing/settle-contest.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.ts'
import { reportOf } from './report.ts'
import { readStoredContests } from './stored-contests.ts'
import { rowsOf } from './testing/rows-of.ts'
import { storeLife } from './testing/store-life.ts'
import { verifyContest } from './verify-contest.ts'
import { verifyContests } from './verify-contests.ts'

let temporary: TemporaryDatabase
let cell: { readonly id: string; readonly accountId: string }

beforeAll(async () => {
  temporary = await openTemporaryDatabase()
  const { store } = temporary.database
  const { id } = await cellRepository(store).create({ id: newId(), name: 'Chi bộ', boardKey: newId(), createdAtMs: 1 })
  const newAccount = {
    id: newId(),
    login: 'host',
    displayName: 'Bí thư',
    role: 'owner' as const,
    passwordHash: 'none',
    createdAtMs: 1,
  }
  const account = await accountRepository(store).create(id, newAccount)
  if (!account.ok) throw new Error(account.refusal)
  cell = { id, accountId: account.value.id }
})
afterEach(async () => {
  const { award, contest, contestContent, contestLog, result } = temporary.database.store.tables
  for (const table of [award, result, contestLog, contestContent, contest]) {
    await temporary.database.store.write((writer) => writer.delete(table).returning())
  }
})
afterAll(() => temporary.discard())

test('[R6] contests of all sorts are right as a server stores them, settled or not', async () => {
  const { database } = temporary
  const heads = new Map<string, string>()
  for (let seed = 1; seed <= 25; seed += 1) {
    const { contestId, life } = await storeLife(database, cell.id, seed)
    heads.set(contestId, (await database.contestLog.read(contestId)).seal.slice(0, 8))
    const [stored] = await readStoredContests(database.store, contestId)
    expect(
      stored?.rows.map(({ seq, kind, openingId, memberId, body }) => ({ seq, kind, openingId, memberId, body })),
    ).toEqual(rowsOf(life.events))
  }
  const verdicts = await verifyContests({ database, moment: neverNeeded })
  expect(new Map(verdicts.map(({ contestId, head }) => [contestId, head]))).toEqual(heads)
  expect(verdicts.filter(({ ok }) => !ok)).toEqual([])
  const storedResults = verdicts.map(({ checks }) => checks.find(({ name }) => name === 'stored-result')?.outcome)
  expect(new Set(storedResults)).toEqual(new Set(['right', 'nothing-yet']))
})

test('a draft has nothing to verify, and a frozen contest whose room never opened is open', async () => {
  const { store } = temporary.database
  const draft = await addDraft('2026-05')
  expect(await differencesOf()).toEqual({})
  const content = { title: 'Kỳ thi', month: '2026-05', settings: defaultSettings, questions: [sampleQuestion] }
  await contestRepository(store).freeze(cell.id, draft, {
    content,
    roomCode: '123456',
    screenKey: 'k',
    frozenAtMs: 4,
    revision: 1,
  })
  expect(await differencesOf()).toEqual({})
})

test('a contest is found by its id, its room code and its month', async () => {
  const { store } = temporary.database
  const contestId = await settle('2026-04')
  await settle('2026-05')
  const roomCode = (await contestRepository(store).byId(cell.id, contestId))?.roomCode ?? 'none'
  for (const wanted of [contestId, roomCode, '2026-04']) {
    expect((await readStoredContests(store, wanted)).map(({ record }) => record.id)).toEqual([contestId])
  }
  expect(await readStoredContests(store)).toHaveLength(2)
  expect(await readStoredContests(store, '2026-06')).toEqual([])
})

describe('what was tampered with is found and named:', () => {
  beforeEach(() => settle('2026-04'))

  test('a changed byte in a body', async () => {
    const seq = await rewriteLog((rows) => {
      const changed = rows.find(({ kind }) => kind === 'answered')
      if (!changed) throw new Error('nobody answered')
      const body = changed.body.replace(/"responseMillis":\d/, '"responseMillis":9')
      return { rows: rows.map((row) => (row === changed ? { ...row, body } : row)), seq: changed.seq }
    })
    const differences = await differencesOf()
    expect(differences).toMatchObject({ chain: [{ code: 'row-changed', seq }] })
    expect(differences['stored-result']).toContainEqual(expect.objectContaining({ field: 'totalMillis' }))
    expect(reportOf(await verdictsNow())).toContain(`row ${seq} of the log is missing or is not what was written`)
  })

  test('a row taken out of the middle', async () => {
    const seq = await rewriteLog((rows) => {
      const gone = rows.findIndex(({ kind }) => kind === 'answered')
      return { rows: rows.filter((_, index) => index !== gone), seq: gone + 1 }
    })
    expect(await differencesOf()).toMatchObject({ chain: [{ code: 'row-changed', seq }] })
  })

  test('the last row, which no chain misses', async () => {
    await rewriteLog((rows) => ({ rows: rows.slice(0, -1), seq: 0 }))
    expect(await differencesOf()).toEqual({
      'stored-result': [{ code: 'result-of-unsettled' }],
      record: [{ code: 'stage', found: 'settled', expected: 'finished' }],
    })
  })

  test('the log of another contest in its place', async () => {
    const [stored] = await readStoredContests(temporary.database.store)
    if (!stored) throw new Error('nothing is stored')
    const { checks } = await verifyContest(temporary.database, {
      ...stored,
      rows: stored.rows.map((row) => ({ ...row, contestId: 'another' })),
    })
    expect(checks[0]).toMatchObject({ name: 'chain', findings: [{ code: 'row-changed', seq: 1 }] })
  })

  test('a row that is no event', async () => {
    await rewriteLog((rows) => ({
      rows: rows.map((row) => ({ ...row, body: row.seq === 3 ? '{' : row.body })),
      seq: 3,
    }))
    const differences = await differencesOf()
    expect(differences).toMatchObject({ chain: [{ seq: 3 }], ranking: [{ code: 'unreadable' }] })
    expect(JSON.stringify(differences['ranking'])).toContain('row 3')
  })

  test('an altered result row, whatever is altered', async () => {
    const altered = {
      rank: 2,
      totalMillis: 1,
      scoreUnits: 7,
      rightCount: 9,
      fullMillis: 5,
      errorMillis: 3,
      tookPart: false,
      ranked: false,
    }
    for (const [field, value] of Object.entries(altered)) {
      const before = await rewriteResults(([first, ...rest]) => (first ? [{ ...first, [field]: value }, ...rest] : []))
      const { memberId } = before[0] ?? {}
      expect(await differencesOf()).toEqual({
        'stored-result': [expect.objectContaining({ code: 'value-differs', memberId, field, found: String(value) })],
      })
      await rewriteResults(() => before)
    }
    expect(await differencesOf()).toEqual({})
  })

  test('a result row too few, one too many, and one that counts through another row', async () => {
    const [gone] = await rewriteResults((results) => results.slice(1))
    expect(await differencesOf()).toMatchObject({ 'stored-result': [{ memberId: gone?.memberId, found: 'none' }] })
    await rewriteResults((results) => [...results, ...(gone ? [gone, { ...gone, memberId: 'stranger' }] : [])])
    expect(await differencesOf()).toMatchObject({ 'stored-result': [{ memberId: 'stranger', found: 'one' }] })
    await rewriteResults((results) =>
      results.flatMap((row) => (row.memberId === 'stranger' ? [] : [{ ...row, throughSeq: row.throughSeq + 1 }])),
    )
    expect(await differencesOf()).toMatchObject({ 'stored-result': [{ code: 'through-seq' }] })
  })

  test('an altered content, and one that is not the one the room was opened with', async () => {
    const { store } = temporary.database
    const [frozen] = await store.read.select().from(store.tables.contestContent)
    const body = frozen?.body.replace('"right":[0]', '"right":[1]') ?? ''
    await store.write((writer) => writer.update(store.tables.contestContent).set({ body }).returning())
    expect(await differencesOf()).toMatchObject({
      content: [{ code: 'content-changed' }, { code: 'content-not-named', expected: frozen?.hash }],
      ranking: [{ code: 'unreadable' }],
    })
  })

  test('an altered stage, month or setting of the list', async () => {
    const { store } = temporary.database
    const [contest] = await store.read.select().from(store.tables.contest)
    const settings = contest?.settings.replace('"countsForSeason":true', '"countsForSeason":false') ?? ''
    const changes = { stage: 'finished', month: '2026-07', settings } as const
    await store.write((writer) => writer.update(store.tables.contest).set(changes).returning())
    expect(await differencesOf()).toMatchObject({
      record: [
        { code: 'stage', found: 'finished', expected: 'settled' },
        { code: 'month', found: '2026-07', expected: '2026-04' },
        { code: 'settings', found: settings },
      ],
    })
  })
})

test('a contest seen while it is being settled is looked at again, and is right', async () => {
  const { database } = temporary
  await settle('2026-04')
  let looks = 0
  const taken = await rewriteResults(() => [])
  const moment = async () => {
    looks += 1
    await database.store.write((writer) =>
      writer
        .insert(database.store.tables.result)
        .values([...taken])
        .returning(),
    )
  }
  expect((await verifyContests({ database, moment })).every(({ ok }) => ok)).toBe(true)
  expect(looks).toBe(1)
})

async function settle(month: string, names: readonly string[] = ['an', 'binh', 'chi']): Promise<string> {
  const roster = names.map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const }))
  const players = names.map((memberId, index) => ({ memberId, knowledge: 0.7, paceMillis: 4_000 + 1_500 * index }))
  return (await settleContest(temporary.database, cell, { month, roster, players })).contestId
}

async function addDraft(month: string): Promise<string> {
  const { store } = temporary.database
  const contest = {
    id: newId(),
    month,
    title: 'Kỳ thi',
    settings: defaultSettings,
    draft: [sampleQuestion],
    createdAtMs: 1,
  }
  return (await contestRepository(store).create(cell.id, contest)).id
}

/** What differs, by check. */
async function differencesOf(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const [verdict] = await verdictsNow()
  const differing = verdict?.checks.filter(({ outcome }) => outcome === 'differs') ?? []
  expect(verdict?.ok).toBe(differing.length === 0)
  return Object.fromEntries(differing.map(({ name, findings }) => [name, findings]))
}

function verdictsNow() {
  return verifyContests({ database: temporary.database, moment: () => Promise.resolve() })
}

function neverNeeded(): Promise<void> {
  throw new Error('nothing differed, and yet it was looked at again')
}

/** As somebody with the file in hand would: the chain is not made anew. */
async function rewriteLog(
  change: (rows: readonly LogRow[]) => { readonly rows: readonly LogRow[]; readonly seq: number },
): Promise<number> {
  const { store } = temporary.database
  const { contestLog } = store.tables
  const { rows, seq } = change(await store.read.select().from(contestLog).orderBy(contestLog.seq))
  await store.write((writer) => writer.delete(contestLog).returning())
  await store.write((writer) =>
    writer
      .insert(contestLog)
      .values([...rows])
      .returning(),
  )
  return seq
}

/** Returns the rows as they were. */
async function rewriteResults(change: (results: readonly Result[]) => readonly Result[]): Promise<readonly Result[]> {
  const { store } = temporary.database
  const { result } = store.tables
  const before = await store.read.select().from(result).orderBy(result.rank)
  const after = change(before)
  await store.write((writer) => writer.delete(result).returning())
  if (after.length > 0)
    await store.write((writer) =>
      writer
        .insert(result)
        .values([...after])
        .returning(),
    )
  return before
}
