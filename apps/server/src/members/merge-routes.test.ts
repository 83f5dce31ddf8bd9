import { deviceRepository, hashSecret, memberRepository, newId, resultRepository } from '@khac-sau/database'
import type { Merges } from '@khac-sau/protocol'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { settleContest } from '../testing/settle-contest.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'
import { verifyContests } from '../verify/verify-contests.ts'
import { knownDevice } from './known-device.ts'

/** Hoa is on the roster twice: under one entry she took part in March, under the other in April. */
let server: TestServer
let cell: TestCell
let old: string
let hoa: string
let binh: string
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
  old = await cell.addMember({ name: 'Lê Thị Hoà', groupName: 'Tổ 1', toMonth: '2026-03', createdAtMs: 1 })
  hoa = await cell.addMember({ name: 'Lê Thị Hòa', fromMonth: '2026-04', createdAtMs: 2 })
  binh = await cell.addMember({ name: 'Trần Bình', createdAtMs: 3 })
})

const play = (month: string, present: readonly string[], listed = [old, hoa, binh]) =>
  settleContest(server.database, cell, {
    month,
    roster: listed.map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const })),
    players: present.map((memberId) => ({ memberId, knowledge: 1, paceMillis: memberId === binh ? 9_000 : 3_000 })),
  })
const ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
  server.ask(method, `/api/members/merges${path}`, { ...cell, ...(body ? { body } : {}) })
const merge = (memberId = old, intoMemberId = hoa) => ask('POST', '', { memberId, intoMemberId })
const board = async () => {
  const { body } = await server.ask('GET', `/api/boards/${cell.boardKey}?year=2026`)
  return body as { season: { places: { name: string; scoreHundredths: number; firsts: number }[] } }
}
const awards = async () => {
  const contests = await resultRepository(server.database.store).seasonRows(cell.id, '2026-01', '2026-12')
  return contests.flatMap((contest) => contest.awards.map(({ memberId, contestId }) => [contestId, memberId]))
}

test('[S4] what would be joined is shown before, and nothing is stored by it', async () => {
  const march = await play('2026-03', [old, binh])
  const april = await play('2026-04', [hoa])
  const before = await board()
  const preview = await ask('POST', '/preview', { memberId: old, intoMemberId: hoa })

  expect(preview).toMatchObject({ status: 200 })
  expect(preview.body).toEqual({
    contests: [
      { contestId: march.contestId, month: '2026-03', title: 'Kỳ thi 2026-03', memberId: old },
      { contestId: april.contestId, month: '2026-04', title: 'Kỳ thi 2026-04', memberId: hoa },
    ],
    both: [],
  })
  expect((await ask('GET', '')).body).toEqual({ merges: [] })
  expect(await board()).toEqual(before)
})

test('[S4] [S2] the year adds up over both entries, nothing of the logs is changed, and taking it back gives the same bytes', async () => {
  const march = await play('2026-03', [old, binh])
  await play('2026-04', [hoa])
  const everything = async () =>
    JSON.stringify([
      await board(),
      await awards(),
      (await server.ask('GET', '/api/members', cell)).body,
      (await server.ask('GET', `/api/contests/${march.contestId}/result`, cell)).body,
      (await server.ask('GET', `/api/contests/${march.contestId}/timing`, cell)).body,
    ])
  const before = await everything()

  const merged = await merge()
  expect(merged.status).toBe(201)
  expect((merged.body as Merges).merges).toMatchObject([
    { memberId: old, name: 'Lê Thị Hoà', intoMemberId: hoa, intoName: 'Lê Thị Hòa', mergedByName: 'Bí thư' },
  ])
  expect((await board()).season.places).toMatchObject([
    {
      name: 'Lê Thị Hòa',
      scoreHundredths: 2000,
      firsts: 2,
      months: [{ outcome: 'took-part' }, { outcome: 'took-part' }],
    },
    { name: 'Trần Bình', scoreHundredths: 1000 },
  ])
  const result = await server.ask('GET', `/api/contests/${march.contestId}/result`, cell)
  expect(result.body).toMatchObject({ rows: [{ memberId: hoa, name: 'Lê Thị Hòa', rank: 1 }, { memberId: binh }] })
  const timing = await server.ask('GET', `/api/contests/${march.contestId}/timing`, cell)
  expect(timing.body).toMatchObject({ members: [{ name: 'Lê Thị Hòa' }, { name: 'Trần Bình' }] })
  expect((await server.ask('GET', '/api/members', cell)).body).toMatchObject({ members: [{ name: 'Lê Thị Hòa' }, {}] })
  const verdicts = await verifyContests({ database: server.database, moment: async () => {} }, march.contestId)
  expect(verdicts.map(({ ok }) => ok)).toEqual([true])

  expect(await ask('DELETE', `/${old}`)).toMatchObject({ status: 200, body: { merges: [] } })
  expect(await everything()).toBe(before)
})

test('[S3] the award of a month with two contests goes by the sum of both entries, and back again', async () => {
  await play('2026-03', [old, binh])
  await play('2026-03', [hoa])
  const before = await awards()
  await merge()
  expect((await awards()).map(([, memberId]) => memberId)).toEqual([hoa])

  await ask('DELETE', `/${old}`)
  expect(await awards()).toEqual(before)
})

test('[S4] whoever was excused under one entry is excused', async () => {
  const march = await play('2026-03', [binh])
  await server.ask('PUT', `/api/contests/${march.contestId}/excusals/${old}`, { ...cell, body: { excused: true } })
  await merge()

  const result = await server.ask('GET', `/api/contests/${march.contestId}/result`, cell)
  expect(result.body).toMatchObject({ rows: [{ memberId: binh }, { memberId: hoa, excused: true }] })
})

describe('[S4] is refused', () => {
  test('where both took part in one contest, and says in which', async () => {
    const march = await play('2026-03', [old, hoa])
    await play('2026-04', [hoa])
    const both = [{ contestId: march.contestId, month: '2026-03', title: 'Kỳ thi 2026-03' }]

    expect((await ask('POST', '/preview', { memberId: old, intoMemberId: hoa })).body).toMatchObject({ both })
    expect(await merge()).toMatchObject({ status: 409, body: { refusal: 'took-part-in-both' } })
    expect((await ask('GET', '')).body).toEqual({ merges: [] })
  })

  test('where a third entry, merged before, took part with the other', async () => {
    await play('2026-03', [old, binh])
    await merge()

    expect(await merge(binh, hoa)).toMatchObject({ status: 409, body: { refusal: 'took-part-in-both' } })
  })

  test('while a room is open, and so is taking it back', async () => {
    await merge()
    const contestId = await cell.addContest()
    await server.openRoom(contestId, cell)

    expect(await merge(binh, hoa)).toMatchObject({ status: 409, body: { refusal: 'room-is-open' } })
    expect(await ask('DELETE', `/${old}`)).toMatchObject({ status: 409, body: { refusal: 'room-is-open' } })
  })

  test('of oneself, of nobody, and of whom somebody else has merged meanwhile', async () => {
    expect(await merge(hoa, hoa)).toMatchObject({ status: 400 })
    expect(await merge(hoa, 'nobody')).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
    const stranger = await (await server.addCell()).addMember()
    expect(await merge(stranger, hoa)).toMatchObject({ status: 404 })
    await merge()
    const lastChange = { byName: 'Bí thư', isYou: true, atMs: server.clock.at }
    expect(await merge()).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange } })
    expect(await ask('DELETE', `/${binh}`)).toMatchObject({ status: 404 })
  })

  test('to whoever may not change the roster', async () => {
    const host = await cell.addAccount('host')
    const body = { memberId: old, intoMemberId: hoa }
    expect(await server.ask('POST', '/api/members/merges', { ...host, body })).toMatchObject({ status: 403 })
  })
})

test('[S4] [D1] the phone of a merged entry is nobody’s until its holder says who they are', async () => {
  const { store } = server.database
  const token = newId()
  const device = { id: newId(), memberId: old, tokenHash: hashSecret(token), provedBy: 'pin' as const, createdAtMs: 1 }
  await deviceRepository(store).create(cell.id, device)
  expect(await knownDevice(store, cell.id, token)).toMatchObject({ memberId: old })
  await merge()
  expect(await knownDevice(store, cell.id, token)).toBeUndefined()
  await ask('DELETE', `/${old}`)
  expect(await knownDevice(store, cell.id, token)).toMatchObject({ memberId: old })
})

test('who merged and took back is in the journal', async () => {
  await merge()
  await ask('DELETE', `/${old}`)

  expect((await server.ask('GET', '/api/audit', cell)).body).toMatchObject({
    lines: [
      { action: 'members-unmerged', memberName: 'Lê Thị Hoà' },
      { action: 'members-merged', memberName: 'Lê Thị Hòa' },
    ],
  })
})

test('[S4] [P2] what is kept about a person is of all their entries, and erasing them erases each name', async () => {
  await play('2026-03', [old, binh])
  await play('2026-04', [hoa])
  await merge()
  const { body } = await server.ask('GET', `/api/members/${hoa}/data.json`, cell)
  expect(body).toMatchObject({
    entry: { name: 'Lê Thị Hòa' },
    mergedEntries: [{ name: 'Lê Thị Hoà', groupName: 'Tổ 1' }],
    contests: [
      { month: '2026-03', result: { rank: 1 } },
      { month: '2026-04', result: { rank: 1 } },
    ],
  })

  const erased = await server.ask('POST', `/api/members/${hoa}/erase`, { ...cell, body: { name: 'Lê Thị Hòa' } })
  expect(erased.status).toBe(200)
  const everybody = await memberRepository(server.database.store).listWithMerged(cell.id)
  expect(JSON.stringify(everybody)).not.toMatch(/Lê Thị Ho/)
  expect((await board()).season.places).toHaveLength(2)
})
