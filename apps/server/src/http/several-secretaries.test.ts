import { contestRepository } from '@khac-sau/database'
import { defaultSettings } from '@khac-sau/engine'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  freezingRooms,
  openTestServer,
  sampleQuestion,
  startMillis,
  type TestCell,
  type TestServer,
} from '../testing/test-server.ts'

/** Two people with an account each, who have read the same and change it one after the other. */
let server: TestServer
let cell: TestCell
let lan: { readonly accountId: string; readonly cookie: string }
let minh: typeof lan
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
  lan = await cell.addAccount('secretary', 'Lan')
  minh = await cell.addAccount('secretary', 'Minh')
  server.clock.at = startMillis
})

const byLan = { byName: 'Lan', isYou: false, atMs: startMillis + 1_000 }

test('an entry of the roster that was changed meanwhile is not overwritten, and who did it is said', async () => {
  const memberId = await cell.addMember({ name: 'Trần Thị An' })
  const url = `/api/members/${memberId}`
  const read = (await server.ask('GET', '/api/members', minh)).body as { members: { revision: number }[] }
  const revision = read.members[0]?.revision
  server.clock.at += 1_000
  await server.ask('PATCH', url, { ...lan, body: { revision, groupName: 'Tổ 2' } })

  const late = await server.ask('PATCH', url, { ...minh, body: { revision, groupName: 'Tổ 3' } })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  const own = await server.ask('PATCH', url, { ...lan, body: { revision, position: 'Bí thư' } })
  expect(own.body).toMatchObject({ refusal: 'conflict', lastChange: { byName: 'Lan', isYou: true } })
  expect((await server.ask('GET', '/api/members', minh)).body).toMatchObject({
    members: [{ groupName: 'Tổ 2', position: '', revision: 2 }],
  })

  const seen = await server.ask('PATCH', url, { ...minh, body: { revision: 2, groupName: 'Tổ 3' } })
  expect(seen).toMatchObject({ status: 200, body: { groupName: 'Tổ 3', revision: 3 } })
})

test('of a list in which one entry was changed meanwhile nothing is taken in', async () => {
  const [an, binh] = [await cell.addMember({ name: 'An' }), await cell.addMember({ name: 'Bình' })]
  server.clock.at += 1_000
  await server.ask('PATCH', `/api/members/${binh}`, { ...lan, body: { revision: 1, position: 'Bí thư' } })

  const changed = [an, binh].map((memberId) => ({ memberId, revision: 1, change: { position: 'Khách' } }))
  const body = { revision: 3, added: [{ name: 'Chi', groupName: '' }], changed }
  const late = await server.ask('POST', '/api/members/import', { ...minh, body })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  const { members } = (await server.ask('GET', '/api/members', minh)).body as { members: { position: string }[] }
  expect(members.map(({ position }) => position).sort()).toEqual(['', 'Bí thư'])
})

test('new people whom two take in at once are added once, and the second is told', async () => {
  await cell.addMember({ name: 'An' })
  const text = 'Trần Văn Đức\nLê Thị Hoa'
  const preview = (who: typeof lan) => server.ask('POST', '/api/members/preview', { ...who, body: { text } })
  const [ofLan, ofMinh] = [(await preview(lan)).body, (await preview(minh)).body] as { revision: number }[]
  const added = ['Trần Văn Đức', 'Lê Thị Hoa'].map((name) => ({ name, groupName: '' }))
  const takeIn = (who: typeof lan, seen: { readonly revision: number } | undefined) =>
    server.ask('POST', '/api/members/import', { ...who, body: { revision: seen?.revision, added, changed: [] } })
  server.clock.at += 1_000
  expect(await takeIn(lan, ofLan)).toMatchObject({ status: 200, body: { revision: 3 } })

  const late = await takeIn(minh, ofMinh)
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  const again = (await preview(minh)).body as { revision: number; entries: { memberId: string | null }[] }
  expect(again).toMatchObject({ revision: 3, entries: [{ memberId: expect.any(String) }, {}] })
  const { members } = (await server.ask('GET', '/api/members', minh)).body as { members: { name: string }[] }
  expect(members.map(({ name }) => name).sort()).toEqual(['An', 'Lê Thị Hoa', 'Trần Văn Đức'])
})

test('settings of the cell that were changed meanwhile are not overwritten', async () => {
  server.clock.at += 1_000
  await server.ask('PATCH', '/api/cell', { ...lan, body: { revision: 1, publicPlaces: 'all' } })

  const late = await server.ask('PATCH', '/api/cell', { ...minh, body: { revision: 1, name: 'Chi bộ Mới' } })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  expect((await server.ask('GET', '/api/session', minh)).body).toMatchObject({
    cell: { name: 'Chi bộ Mẫu', publicPlaces: 'all', revision: 2 },
  })
})

test('a contest that was changed meanwhile is neither overwritten nor deleted, also after who did it was removed', async () => {
  const url = `/api/contests/${await cell.addContest()}`
  const change = { revision: 1, month: '2026-12', title: 'Của Lan', settings: defaultSettings, questions: [] }
  server.clock.at += 1_000
  await server.ask('PUT', url, { ...lan, body: change })
  await server.ask('DELETE', `/api/access/accounts/${lan.accountId}`, cell)

  const late = await server.ask('PUT', url, { ...minh, body: { ...change, title: 'Của Minh' } })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  const removed = await server.ask('DELETE', url, { ...minh, body: { revision: 1 } })
  expect(removed).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  expect((await server.ask('GET', url, minh)).body).toMatchObject({ title: 'Của Lan', revision: 2 })
})

test('[C5] a contest that was changed meanwhile is not opened unseen', async () => {
  await cell.addMember()
  const url = `/api/contests/${await cell.addContest({ draft: [sampleQuestion] })}`
  const change = { revision: 1, month: '2026-11', title: 'Của Lan', settings: defaultSettings }
  server.clock.at += 1_000
  await server.ask('PUT', url, { ...lan, body: { ...change, questions: [{ ...sampleQuestion, right: [1] }] } })

  const unseen = await server.ask('POST', `${url}/open`, { ...minh, body: { revision: 1 } })
  expect(unseen).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  expect((await server.ask('GET', url, minh)).body).toMatchObject({ stage: 'draft', roomCode: null })
  const seen = await server.ask('POST', `${url}/open`, { ...minh, body: { revision: 2 } })
  expect(seen).toMatchObject({ status: 200, body: { title: 'Của Lan', questions: [{ right: [1] }] } })
})

test('[C5] what is stored while a room is being opened is not opened unseen either', async () => {
  await cell.addMember()
  const contestId = await cell.addContest({ draft: [sampleQuestion] })
  const url = `/api/contests/${contestId}`
  const rooms = freezingRooms(server.temporary)
  const open: typeof rooms.open = async (...asked) => {
    const edit = { revision: 1, changedBy: lan.accountId, changedAtMs: byLan.atMs }
    await contestRepository(server.database.store).update(cell.id, contestId, { title: 'Của Lan' }, edit)
    return rooms.open(...asked)
  }
  const slow = await openTestServer({ rooms: { ...rooms, open } }, server.temporary)
  const late = await slow.ask('POST', `${url}/open`, { ...minh, body: { revision: 1 } })
  await slow.close()

  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  expect((await server.ask('GET', url, minh)).body).toMatchObject({ stage: 'draft', title: 'Của Lan' })
})

test('a change that does not say what it was made from is refused', async () => {
  const memberId = await cell.addMember()
  const bare = { ...minh, body: { name: 'Tên khác' } }

  const open = `/api/contests/${await cell.addContest()}/open`
  expect(await server.ask('POST', open, minh)).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  for (const url of [`/api/members/${memberId}`, '/api/cell']) {
    expect(await server.ask('PATCH', url, bare)).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  }
})

test('PINs that somebody else has given meanwhile do not end unseen', async () => {
  const memberId = await cell.addMember()
  server.clock.at += 1_000
  const missing = { memberIds: [memberId], replacing: false }
  expect(await server.ask('POST', '/api/members/pins', { ...lan, body: missing })).toMatchObject({ status: 200 })

  const late = await server.ask('POST', '/api/members/pins', { ...minh, body: missing })
  expect(late).toMatchObject({ status: 409, body: { refusal: 'conflict', lastChange: byLan } })
  const anew = { memberIds: [memberId], replacing: true }
  expect(await server.ask('POST', '/api/members/pins', { ...minh, body: anew })).toMatchObject({ status: 200 })
})
