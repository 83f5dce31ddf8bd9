import { scoreHundredths } from '@khac-sau/engine'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settleContest } from '../testing/settle-contest.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

test('[C8] the committee sees the whole settled result, with who was absent and who is not ranked', async () => {
  const [quick, slow, setter, absent] = [
    await cell.addMember({ name: 'Trần Văn Nhanh' }),
    await cell.addMember({ name: 'Lê Thị Chậm' }),
    await cell.addMember({ name: 'Đỗ Ra Đề', ranked: false }),
    await cell.addMember({ name: 'Vũ Vắng Mặt' }),
  ]
  const { contestId, results } = await settleContest(server.database, cell, {
    month: '2026-10',
    roster: [quick, slow, setter, absent].map((memberId) => ({
      memberId,
      ranked: memberId !== setter,
      timePercent: 100 as const,
    })),
    players: [
      { memberId: quick, knowledge: 1, paceMillis: 3_000 },
      { memberId: slow, knowledge: 1, paceMillis: 15_000 },
      { memberId: setter, knowledge: 1, paceMillis: 2_000 },
    ],
  })
  await server.ask('PUT', `/api/contests/${contestId}/excusals/${absent}`, { ...cell, body: { excused: true } })
  const { status, body } = await server.ask('GET', `/api/contests/${contestId}/result`, cell)

  const present = { tookPart: true, excused: false, right: 3, scoreHundredths: 1000 }
  expect(status).toBe(200)
  expect(body).toMatchObject({
    contestId,
    month: '2026-10',
    title: 'Kỳ thi 2026-10',
    questionsCounted: 3,
    rows: [
      { ...present, memberId: quick, name: 'Trần Văn Nhanh', rank: 1, ranked: true },
      { ...present, memberId: slow, name: 'Lê Thị Chậm', rank: 2, ranked: true },
      { ...present, memberId: setter, name: 'Đỗ Ra Đề', rank: null, ranked: false },
      {
        memberId: absent,
        rank: null,
        tookPart: false,
        excused: true,
        right: 0,
        scoreHundredths: 0,
        totalMillis: 90_000,
      },
    ],
  })
  // What is recounted from the log is what was stored for the boards.
  const stored = results.map(({ memberId, rank, scoreUnits, totalMillis }) => ({
    memberId,
    rank,
    scoreHundredths: scoreHundredths(scoreUnits),
    totalMillis,
  }))
  expect(body).toMatchObject({ rows: stored })
})

test('[C8] before it is settled there is no result', async () => {
  const contestId = await cell.addContest()

  expect(await server.ask('GET', `/api/contests/${contestId}/result`, cell)).toMatchObject({
    status: 409,
    body: { refusal: 'not-settled' },
  })
})

test('[S2] an excusal is set, set again and taken back', async () => {
  const memberId = await cell.addMember()
  const { contestId } = await settleContest(server.database, cell, {
    month: '2026-09',
    roster: [await cell.addMember(), memberId].map((id) => ({ memberId: id, ranked: true, timePercent: 100 as const })),
    players: [{ memberId, knowledge: 1, paceMillis: 3_000 }],
  })
  const url = `/api/contests/${contestId}/excusals/${memberId}`
  const excused = async () => {
    const { body } = await server.ask('GET', `/api/contests/${contestId}/result`, cell)
    return JSON.stringify(body).includes('"excused":true')
  }

  expect(await excused()).toBe(false)
  for (const wanted of [true, true, false, false]) {
    expect(await server.ask('PUT', url, { ...cell, body: { excused: wanted } })).toMatchObject({
      status: 200,
      body: {},
    })
    expect(await excused()).toBe(wanted)
  }
})

test('a member of another cell is not excused, nor is nobody', async () => {
  const other = await server.addCell()
  const contestId = await cell.addContest()
  for (const memberId of [await other.addMember(), 'nobody']) {
    const url = `/api/contests/${contestId}/excusals/${memberId}`

    expect(await server.ask('PUT', url, { ...cell, body: { excused: true } })).toMatchObject({
      status: 404,
      body: { refusal: 'no-such-member' },
    })
  }
  const url = `/api/contests/${contestId}/excusals/${await cell.addMember()}`
  expect((await server.ask('PUT', url, { ...cell, body: { excused: 'yes' } })).status).toBe(400)
})
