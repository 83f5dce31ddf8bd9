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

async function settled() {
  const [quick, slow, absent] = [
    await cell.addMember({ name: 'Trần Văn Nhanh' }),
    await cell.addMember({ name: 'Lê Thị Chậm' }),
    await cell.addMember({ name: 'Vũ Vắng Mặt' }),
  ]
  return settleContest(server.database, cell, {
    month: '2026-10',
    roster: [quick, slow, absent].map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const })),
    players: [
      { memberId: quick, knowledge: 1, paceMillis: 3_000 },
      { memberId: slow, knowledge: 0, paceMillis: 15_000 },
    ],
  })
}

type Timing = {
  readonly members: readonly {
    readonly name: string
    readonly totalMillis: number
    readonly errorMillis: number
    readonly answers: readonly Readonly<Record<string, unknown>>[]
  }[]
}

test('[T10, T11] the committee sees what each time of a contest was decided from', async () => {
  const { contestId, results } = await settled()
  const { status, body } = await server.ask('GET', `/api/contests/${contestId}/timing`, cell)
  const { members } = body as Timing

  expect(status).toBe(200)
  expect(members.map(({ name }) => name)).toEqual(['Trần Văn Nhanh', 'Lê Thị Chậm'])
  const took = results.filter(({ tookPart }) => tookPart)
  expect(members.map(({ totalMillis }) => totalMillis)).toEqual(took.map(({ totalMillis }) => totalMillis))
  for (const { errorMillis, answers } of members) {
    expect(errorMillis).toBeGreaterThanOrEqual(150)
    expect(answers).toHaveLength(3)
  }
  expect(members[0]?.answers[0]).toMatchObject({
    question: 0,
    outcome: 'counted',
    timing: 'press-2',
    evidence: { roundTripMillis: expect.any(Number) },
  })
})

test('[P1] neither what was chosen nor whether it was right is in it', async () => {
  const { contestId } = await settled()
  const { body } = await server.ask('GET', `/api/contests/${contestId}/timing`, cell)
  const { members } = body as Timing
  const fields = new Set(members.flatMap(({ answers }) => answers.flatMap((answer) => Object.keys(answer))))

  expect([...fields].sort()).toEqual(
    [
      'question',
      'outcome',
      'inTotal',
      'automatic',
      'responseMillis',
      'errorMillis',
      'arrivedAt',
      'timing',
      'evidence',
    ].sort(),
  )
  expect(Object.keys(members[0] ?? {}).sort()).toEqual([
    'answers',
    'errorMillis',
    'flags',
    'memberId',
    'name',
    'totalMillis',
  ])
})

test('a contest that is not over has none yet, and another cell and a stranger are shown none', async () => {
  const other = await server.addCell()
  const { contestId } = await settled()

  expect(await server.ask('GET', `/api/contests/${await cell.addContest()}/timing`, cell)).toMatchObject({
    status: 409,
    body: { refusal: 'not-now' },
  })
  expect(await server.ask('GET', `/api/contests/${contestId}/timing`, other)).toMatchObject({
    status: 404,
    body: { refusal: 'no-such-contest' },
  })
  expect(await server.ask('GET', `/api/contests/${contestId}/timing`)).toMatchObject({
    status: 401,
    body: { refusal: 'signed-out' },
  })
})
