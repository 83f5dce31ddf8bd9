import { deviceRepository, hashSecret, newId, newSecret } from '@khac-sau/database'
import { Board } from '@khac-sau/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleContest } from '../testing/settle-contest.ts'
import { openTestServer, startMillis, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
let members: readonly string[]
beforeAll(async () => {
  server = await openTestServer()
  cell = await server.addCell()
  members = await Promise.all(['Nhanh', 'Vừa', 'Chậm', 'Cuối'].map((name) => cell.addMember({ name: `Lê ${name}` })))
  for (const month of ['2025-12', '2026-09', '2026-10']) {
    await settleContest(server.database, cell, {
      month,
      roster: members.map((memberId) => ({ memberId, ranked: true, timePercent: 100 as const })),
      players: members.map((memberId, index) => ({ memberId, knowledge: 1, paceMillis: 2_000 + index * 7_000 })),
    })
  }
})
afterAll(() => server.close())

test('whoever has the address sees the board of this year, signed in or not', async () => {
  const board = await boardAt(`/api/boards/${cell.boardKey}`)

  expect(board).toMatchObject({ cellName: 'Chi bộ Mẫu', year: 2026, years: [2026, 2025] })
  expect(board.months.map(({ month }) => month)).toEqual(['2026-09', '2026-10'])
  expect(board.months[0]?.places.map(({ name }) => name)).toEqual(['Lê Nhanh', 'Lê Vừa', 'Lê Chậm'])
  expect(board.months[0]?.others).toEqual(['Lê Cuối'])
  expect(board.season.places[0]).toMatchObject({ name: 'Lê Nhanh', firsts: 2 })
})

test('[S1] another year is asked for by its number; the year changes at midnight in Vietnam', async () => {
  expect((await boardAt(`/api/boards/${cell.boardKey}?year=2025`)).season.months).toEqual(['2025-12'])
  expect((await boardAt(`/api/boards/${cell.boardKey}?year=2024`)).months).toEqual([])

  server.clock.at = Date.UTC(2026, 11, 31, 17)
  const board = await boardAt(`/api/boards/${cell.boardKey}`)
  server.clock.at = startMillis
  expect(board).toMatchObject({ year: 2027, years: [2027, 2026, 2025], months: [] })
})

test('[P1] a device token adds the own lines; one that was revoked, of another cell or unknown adds nothing', async () => {
  const own = await tokenOf(cell, members[3] ?? '')
  const revoked = await tokenOf(cell, members[3] ?? '', 5)
  const other = await server.addCell()
  const foreign = await tokenOf(other, await other.addMember())
  const without = await boardAt(`/api/boards/${cell.boardKey}`)

  const board = await boardAt(`/api/boards/${cell.boardKey}`, own)
  expect(board.months[0]?.own).toMatchObject({ rank: 4, name: 'Lê Cuối', scoreHundredths: 1000, own: true })
  expect(board.season.own).toMatchObject({ rank: 4, name: 'Lê Cuối', scoreHundredths: 2000 })
  expect({ ...board, months: [], season: { ...board.season, own: null } }).toEqual({ ...without, months: [] })
  for (const token of [revoked, foreign, 'x'.repeat(22), '']) {
    expect(await boardAt(`/api/boards/${cell.boardKey}`, token)).toEqual(without)
  }
})

test('the setting of the cell decides how many places are public', async () => {
  await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: 1, publicPlaces: 'all' } })
  const board = await boardAt(`/api/boards/${cell.boardKey}`)
  await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: 2, publicPlaces: 'top-3' } })

  expect(board.months[0]?.places).toHaveLength(4)
})

test('an address of no cell, and a year that is none', async () => {
  expect(await server.ask('GET', `/api/boards/${cell.id}`)).toMatchObject({
    status: 404,
    body: { refusal: 'no-such-request' },
  })
  expect(await server.ask('GET', `/api/boards/${cell.boardKey}?year=20x6`)).toMatchObject({
    status: 400,
    body: { refusal: 'bad-request' },
  })
})

async function boardAt(url: string, token?: string): Promise<Board> {
  const headers = token === undefined ? {} : { 'x-device-token': token }
  const response = await server.app.inject({ url, headers })
  expect(response.statusCode).toBe(200)
  return Board.parse(response.json())
}

async function tokenOf({ id }: { readonly id: string }, memberId: string, revokedAtMs?: number): Promise<string> {
  const devices = deviceRepository(server.database.store)
  const token = newSecret()
  const device = await devices.create(id, {
    id: newId(),
    memberId,
    tokenHash: hashSecret(token),
    provedBy: 'name',
    createdAtMs: 1,
  })
  if (revokedAtMs !== undefined) await devices.revoke(id, device.id, revokedAtMs)
  return token
}
