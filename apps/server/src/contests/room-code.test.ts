import { contestRepository } from '@khac-sau/database'
import { defaultSettings } from '@khac-sau/engine'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, sampleQuestion, type TestServer } from '../testing/test-server.ts'
import { freezeWithNewCodes, newRoomCode } from './room-code.ts'

let server: TestServer
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const content = { title: 'Kỳ thi', month: '2026-11', settings: defaultSettings, questions: [sampleQuestion] }
const freezing = { content, frozenAtMs: 5, revision: 1 }

test('a code is six digits', () => {
  for (let count = 0; count < 200; count += 1) expect(newRoomCode()).toMatch(/^\d{6}$/)
})

test('a code that another contest has is drawn again', async () => {
  const { store } = server.database
  const cell = await server.addCell()
  const drawn = ['000111', '000111', '000222']
  const draw = () => drawn.shift() ?? '999999'
  await freezeWithNewCodes(store, cell.id, await cell.addContest(), freezing, draw)
  const second = await freezeWithNewCodes(store, cell.id, await cell.addContest(), freezing, draw)

  expect(second).toMatchObject({ ok: true, value: { contest: { roomCode: '000222' } } })
  expect(drawn).toEqual([])
})

test('a contest that is open, or is none, is not frozen', async () => {
  const { store } = server.database
  const cell = await server.addCell()
  const contestId = await cell.addContest()
  await freezeWithNewCodes(store, cell.id, contestId, freezing)
  const code = (await contestRepository(store).byId(cell.id, contestId))?.roomCode

  expect(await freezeWithNewCodes(store, cell.id, contestId, freezing)).toEqual({ ok: false, refusal: 'already-open' })
  expect(await freezeWithNewCodes(store, cell.id, 'none', freezing)).toEqual({ ok: false, refusal: 'not-found' })
  expect((await contestRepository(store).byId(cell.id, contestId))?.roomCode).toBe(code)
})
