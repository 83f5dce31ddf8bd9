import type { Access, InvitationMade } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestServer, publicUrl, type TestCell, type TestServer } from '../testing/test-server.ts'

const dayMillis = 24 * 60 * 60_000
const newcomer = { displayName: ' Nguyễn Thị Hạnh ', login: 'Hanh', password: 'mật khẩu dài' }

let server: TestServer
let cell: TestCell
beforeEach(async () => {
  server = await openTestServer()
  cell = await server.addCell()
})
afterEach(() => server.close())

test('an invitation is looked at, accepted once, and listed with what became of it', async () => {
  const { url, secret } = await invite('secretary')
  expect(url).toBe(`${publicUrl}/host/invitation#${secret}`)
  expect(await access()).toMatchObject({ accounts: [{ isYou: true }], invitations: [{ state: 'open' }] })
  expect(JSON.stringify(await access())).not.toContain(secret)
  const look = await server.ask('POST', '/api/invitations/look', { body: { secret } })
  expect(look).toMatchObject({ status: 200, body: { cellName: cell.name, role: 'secretary' } })

  const done = await accept(secret)
  expect(done).toMatchObject({
    status: 200,
    body: { login: 'hanh', displayName: 'Nguyễn Thị Hạnh', role: 'secretary' },
  })
  const cookie = [done.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
  expect((await server.ask('GET', '/api/members', { cookie })).status).toBe(200)
  expect((await server.ask('GET', '/api/access', { cookie })).status).toBe(403)
  expect(await accept(secret, { login: 'another' })).toMatchObject({
    status: 403,
    body: { refusal: 'invitation-over' },
  })
  expect(await access()).toMatchObject({
    accounts: [{ role: 'owner' }, { role: 'secretary', login: 'hanh', lastUsedAtMs: server.clock.at, isYou: false }],
    invitations: [{ state: 'accepted', acceptedByName: 'Nguyễn Thị Hạnh' }],
  })
  expect((await server.ask('POST', '/api/session', { body: newcomer })).status).toBe(200)
})

test('it is over when it is too old, or was taken back, and a made-up one never was', async () => {
  const [old, revoked] = [await invite('viewer', 1), await invite('viewer', 30)]
  const path = `/api/access/invitations/${revoked.invitation.invitationId}`
  expect((await server.ask('DELETE', path, cell)).status).toBe(200)
  expect(await server.ask('DELETE', path, cell)).toMatchObject({ status: 403, body: { refusal: 'invitation-over' } })
  server.clock.at += dayMillis

  for (const secret of [old.secret, revoked.secret, 'made up']) {
    const look = await server.ask('POST', '/api/invitations/look', { body: { secret } })
    expect([look.status, look.body]).toEqual([403, { refusal: 'invitation-over' }])
    expect(await accept(secret)).toMatchObject({ status: 403, body: { refusal: 'invitation-over' } })
  }
  const { invitations } = await access()
  expect(invitations.map(({ state }) => state).sort()).toEqual(['expired', 'revoked'])
})

test('a login that is taken, or a short password, leaves the invitation open', async () => {
  const { secret } = await invite('host')
  await accept((await invite('host')).secret)

  expect(await accept(secret, { login: 'HANH' })).toMatchObject({ status: 409, body: { refusal: 'login-taken' } })
  expect((await accept(secret, { login: 'another', password: 'ngắn' })).status).toBe(400)
  expect((await accept(secret, { login: 'another' })).status).toBe(200)
})

test('a role is changed at once, and what is connected by the account is cut off', async () => {
  const secretary = await cell.addAccount('secretary')
  expect(await changeRole(secretary.accountId, 'viewer')).toMatchObject({ status: 200 })

  expect(server.changed).toEqual([secretary.accountId])
  expect((await server.ask('GET', '/api/members', secretary)).status).toBe(403)
  expect((await server.ask('GET', '/api/contests', secretary)).status).toBe(200)
})

test('who is removed is signed out everywhere, and cannot sign in', async () => {
  await accept((await invite('secretary')).secret)
  const { accountId = '' } = (await access()).accounts.find(({ login }) => login === 'hanh') ?? {}
  const signedIn = await server.ask('POST', '/api/session', { body: newcomer })
  const cookie = [signedIn.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''

  expect((await remove(accountId)).status).toBe(200)
  expect(server.changed).toEqual([accountId])
  expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
  expect((await server.ask('POST', '/api/session', { body: newcomer })).status).toBe(401)
  expect((await access()).accounts).toHaveLength(1)
  expect(await remove(accountId)).toMatchObject({ status: 404, body: { refusal: 'no-such-account' } })
})

test('the last owner is neither removed nor given another role', async () => {
  for (const answer of [await remove(cell.accountId), await changeRole(cell.accountId, 'viewer')]) {
    expect(answer).toMatchObject({ status: 409, body: { refusal: 'last-owner' } })
  }
  await cell.addAccount('owner')
  expect((await changeRole(cell.accountId, 'viewer')).status).toBe(200)
})

test('who runs contests sees no question before its time, and opens the room all the same', async () => {
  const [contestId, host] = [await cell.addContest({}), await cell.addAccount('host')]
  await cell.addMember()
  const seen = await server.ask('GET', `/api/contests/${contestId}`, host)
  expect(seen).toMatchObject({ status: 200, body: { questionCount: 1, questions: [], problems: [], notes: '' } })

  const opened = await server.openRoom(contestId, host)
  expect(opened).toMatchObject({ status: 200, body: { stage: 'open', questions: [] } })
  expect((await server.ask('GET', `/api/contests/${contestId}`, cell)).body).toMatchObject({ questions: [{}] })
})

async function invite(role: string, validDays = 7) {
  const answer = await server.ask('POST', '/api/access/invitations', { ...cell, body: { role, validDays } })
  expect(answer.status).toBe(201)
  const made = answer.body as InvitationMade
  return { ...made, secret: made.url.split('#')[1] ?? '' }
}

function accept(secret: string, changes: Partial<typeof newcomer> = {}) {
  return server.ask('POST', '/api/invitations/accept', { body: { secret, ...newcomer, ...changes } })
}

async function access(): Promise<Access> {
  return (await server.ask('GET', '/api/access', cell)).body as Access
}

function changeRole(accountId: string, role: string) {
  return server.ask('PATCH', `/api/access/accounts/${accountId}`, { ...cell, body: { role } })
}

function remove(accountId: string) {
  return server.ask('DELETE', `/api/access/accounts/${accountId}`, cell)
}
