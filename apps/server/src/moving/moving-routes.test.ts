import type { Moving, SignedIn } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
beforeEach(async () => {
  server = await openTestServer()
  cell = await server.addCell()
  await cell.addMember()
})
afterEach(() => server.close())

test('backup, download, and the old computer is marked: no room opens there until it is taken back', async () => {
  const contestId = await cell.addContest()
  await cell.addMember({ active: false })
  expect(await moving()).toMatchObject({ begunAtMs: null, movedAtMs: null, members: 1, contests: 1, lastSettled: null })
  // What was made before it began is not what is taken along.
  await ask('POST', '/api/backups')
  await ask('POST', '/api/moving')
  expect(await moving()).toMatchObject({ begunAtMs: server.clock.at, copyAtMs: null, fetchedAtMs: null })
  server.clock.at += 1000
  const { name } = (await ask('POST', '/api/backups')).body as { name: string }
  expect(await moving()).toMatchObject({ copyAtMs: server.clock.at, fetchedAtMs: null })
  await server.app.inject({ url: `/api/backups/${name}`, headers: { cookie: cell.cookie } })
  expect(await moving()).toMatchObject({ fetchedAtMs: server.clock.at })

  expect((await ask('POST', '/api/moving/done')).status).toBe(200)
  expect(await moving()).toMatchObject({ begunAtMs: null, movedAtMs: server.clock.at })
  expect(await movedOfSession()).toBe(server.clock.at)
  const opened = await server.openRoom(contestId, cell)
  expect(opened).toMatchObject({ status: 409, body: { refusal: 'moved-away' } })

  expect((await ask('DELETE', '/api/moving/done')).status).toBe(200)
  expect(await movedOfSession()).toBeNull()
  expect((await server.openRoom(contestId, cell)).status).toBe(200)
}, 60_000)

test('with a room open the computer is not left', async () => {
  const contestId = await cell.addContest()
  await server.openRoom(contestId, cell)
  await ask('POST', '/api/moving')

  expect(await ask('POST', '/api/moving/done')).toMatchObject({ status: 409, body: { refusal: 'contest-under-way' } })
  expect(await moving()).toMatchObject({ begunAtMs: server.clock.at, movedAtMs: null })
  await ask('DELETE', '/api/moving')
  expect(await moving()).toMatchObject({ begunAtMs: null })
})

function ask(method: 'GET' | 'POST' | 'DELETE', path: string) {
  return server.ask(method, path, cell)
}

async function moving(): Promise<Moving> {
  return (await ask('GET', '/api/moving')).body as Moving
}

async function movedOfSession(): Promise<number | null> {
  return ((await ask('GET', '/api/session')).body as SignedIn).cell.movedAtMs
}
