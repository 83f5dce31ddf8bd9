import { defaultSettings } from '@khac-sau/engine'
import type { InvitationMade } from '@khac-sau/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  'GET /api/contests/:contestId': undefined,
  'PUT /api/contests/:contestId': {
    revision: 1,
    month: '2026-11',
    title: 'Tên khác',
    settings: defaultSettings,
    questions: [],
  },
  'DELETE /api/contests/:contestId': { revision: 1 },
  'POST /api/contests/:contestId/open': undefined,
  'POST /api/contests/:contestId/rehearsal': { people: 9, questions: 'sample' },
  'GET /api/contests/:contestId/result': undefined,
  'PUT /api/contests/:contestId/excusals/:memberId': { excused: true },
  'GET /api/contests/:contestId/timing': undefined,
}

/** Copies are of the whole installation, and a list is named by its kind. */
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
  const answer = await server.ask('POST', '/api/members/import', { ...ours, body: { added: [], changed: [change] } })

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

async function everythingOfTheirs(): Promise<unknown> {
  const urls = ['/api/access', '/api/members', '/api/contests', `/api/contests/${ids['contestId']}`]
  return Promise.all(urls.map(async (url) => (await server.ask('GET', url, theirs)).body))
}
