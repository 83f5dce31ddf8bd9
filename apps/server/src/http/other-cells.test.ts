import { defaultSettings } from '@khac-sau/engine'
import type { InvitationMade } from '@khac-sau/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAdministrator } from '../testing/add-administrator.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

/** A body with which each of them would be carried out in its own cell; a new route with an id in its address stands here. */
const bodies: Readonly<Record<string, object | undefined>> = {
  'PATCH /api/access/accounts/:accountId': { role: 'viewer' },
  'DELETE /api/access/accounts/:accountId': undefined,
  'DELETE /api/access/invitations/:invitationId': undefined,
  'DELETE /api/account/sessions/:sessionId': undefined,
  'PATCH /api/members/:memberId': { revision: 1, name: 'Tên khác' },
  'GET /api/members/:memberId/data.:kind': undefined,
  'POST /api/members/:memberId/erase': { name: 'Lê Thị Mẫu' },
  'POST /api/members/:memberId/forget-device': undefined,
  'DELETE /api/members/merges/:memberId': undefined,
  'POST /api/members/:memberId/revoke-link': undefined,
  'GET /api/contests/:contestId': undefined,
  'PUT /api/contests/:contestId': {
    revision: 1,
    month: '2026-11',
    title: 'Tên khác',
    settings: defaultSettings,
    questions: [],
  },
  'DELETE /api/contests/:contestId': { revision: 1 },
  'POST /api/contests/:contestId/open': { revision: 1 },
  'POST /api/contests/:contestId/rehearsal': { people: 9, questions: 'sample' },
  'GET /api/contests/:contestId/result': undefined,
  'PUT /api/contests/:contestId/excusals/:memberId': { excused: true },
  'GET /api/contests/:contestId/timing': undefined,
}

/** A copy is looked up in the list of the own cell, and a list is named by its kind. */
const withoutIds = [
  'GET /api/backups/:name',
  'POST /api/backups/:name/restore',
  'GET /api/members/download/:what.:kind',
]

let server: TestServer
let [ours, theirs] = [{}, {}] as [TestCell, TestCell]
let ids: Readonly<Record<string, string>>
beforeAll(async () => {
  server = await openTestServer()
  ours = await server.addCell()
  theirs = await server.addCell()
  const invited = { ...theirs, body: { role: 'owner', validDays: 7 } }
  const { body } = await server.ask('POST', '/api/access/invitations', invited)
  const sessions = await server.ask('GET', '/api/account/sessions', theirs)
  const [session] = (sessions.body as { sessions: { sessionId: string }[] }).sessions
  ids = {
    accountId: (await theirs.addAccount('secretary')).accountId,
    invitationId: (body as InvitationMade).invitation.invitationId,
    sessionId: session?.sessionId ?? '',
    memberId: await theirs.addMember(),
    contestId: await theirs.addContest(),
  }
})
afterAll(() => server.close())

test('no route does anything with an id of another cell, whoever’s owner asks', async () => {
  const routes = server.routes.filter(
    ({ method, url, permission }) =>
      method !== 'HEAD' && permission !== undefined && url.includes(':') && !withoutIds.includes(`${method} ${url}`),
  )
  expect(routes.map(({ method, url }) => `${method} ${url}`).sort()).toEqual(Object.keys(bodies).sort())
  const before = await everythingOfTheirs()
  for (const { method, url } of routes) {
    const address = url.replace(/:(\w+)/g, (_, name: string) => (name === 'kind' ? 'json' : (ids[name] ?? 'missing')))
    const body = bodies[`${method} ${url}`]
    const answer = await server.ask(method as 'GET', address, { cookie: ours.cookie, ...(body ? { body } : {}) })
    expect([method, url, answer.status]).toEqual([method, url, url.includes('invitations') ? 403 : 404])
  }

  expect(await everythingOfTheirs()).toEqual(before)
})

test('nothing is taken in for a member of another cell', async () => {
  const change = { memberId: ids['memberId'], revision: 1, change: { name: 'Tên khác' } }
  const body = { revision: 0, added: [], changed: [change] }
  const answer = await server.ask('POST', '/api/members/import', { ...ours, body })

  expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-member' } })
})

test('no list holds anything of another cell', async () => {
  const known = [...Object.values(ids), theirs.id, theirs.accountId]
  const lists = server.routes.filter(
    ({ method, url, permission }) => method === 'GET' && permission !== undefined && !url.includes(':'),
  )
  for (const { url } of lists) {
    const { status, body } = await server.ask('GET', url, ours)
    expect([url, status, known.filter((id) => JSON.stringify(body).includes(id))]).toEqual([url, 200, []])
  }
})

test('an administrator is nobody in any cell, and nobody of a cell administers', async () => {
  const administrator = await addAdministrator(server)
  const addressOf = (url: string) => url.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? theirs.id)
  const before = await everythingOfTheirs()
  for (const { method, url, permission, administration } of server.routes) {
    if (method === 'HEAD' || (permission === undefined && administration === undefined)) continue
    const { cookie } = permission === undefined ? theirs : administrator
    const { status, body } = await server.ask(method as 'GET', addressOf(url), { cookie, body: {} })
    expect([method, url, status, body]).toEqual([method, url, 401, { refusal: 'signed-out' }])
  }

  expect(await everythingOfTheirs()).toEqual(before)
})

test('nothing that an administrator is told names a member, a contest or who else has an account', async () => {
  const administrator = await addAdministrator(server)
  const { memberId = '', contestId = '', accountId = '' } = ids
  const { members } = (await server.ask('GET', '/api/members', theirs)).body as { members: { name: string }[] }
  const { contests } = (await server.ask('GET', '/api/contests', theirs)).body as { contests: { title: string }[] }
  const unheard = [
    memberId,
    contestId,
    accountId,
    ...members.map(({ name }) => name),
    ...contests.map(({ title }) => title),
    theirs.boardKey,
  ]
  expect(unheard).toHaveLength(6)
  const lists = server.routes.filter(({ method, administration }) => method === 'GET' && administration !== undefined)
  for (const { url } of lists) {
    const { status, body } = await server.ask('GET', url, administrator)
    expect([url, status, unheard.filter((word) => JSON.stringify(body).includes(word))]).toEqual([url, 200, []])
  }
})

test('where several cells are, a copy is of the own cell alone, and none is put back by a button', async () => {
  const made = await server.ask('POST', '/api/backups', ours)
  expect(made.status).toBe(201)
  const { name } = made.body as { name: string }
  expect((await server.ask('GET', '/api/backups', theirs)).body).toMatchObject({ copies: [], shared: true })
  expect((await server.ask('GET', `/api/backups/${name}`, theirs)).status).toBe(404)
  const file = await server.app.inject({ url: `/api/backups/${name}`, headers: { cookie: ours.cookie } })
  expect([file.rawPayload.includes(ours.id), file.rawPayload.includes(theirs.id)]).toEqual([true, false])
  const restore = { ...ours, body: { password: 'x' } }
  expect((await server.ask('POST', `/api/backups/${name}/restore`, restore)).body).toEqual({
    refusal: 'by-the-administrator',
  })
}, 60_000)

async function everythingOfTheirs(): Promise<unknown> {
  const urls = ['/api/access', '/api/members', '/api/contests', `/api/contests/${ids['contestId']}`]
  return Promise.all(urls.map(async (url) => (await server.ask('GET', url, theirs)).body))
}
