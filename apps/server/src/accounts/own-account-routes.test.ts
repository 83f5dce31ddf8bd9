import { accountRepository, newId } from '@khac-sau/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { passwordHashing } from './passwords.ts'

const password = 'mật khẩu dài'
const minuteMillis = 60_000

let server: TestServer
let ended: string[]
let withoutRemote: string[]
let accountId: string
let login: string
beforeEach(async () => {
  ended = []
  withoutRemote = []
  server = await openTestServer(
    {},
    undefined,
    (sessionHash) => ended.push(sessionHash),
    async (_, id) => void withoutRemote.push(id),
  )
  login = newId()
  const cell = await server.addCell()
  const passwordHash = await passwordHashing().hash(password)
  accountId = newId()
  const account = { id: accountId, login, displayName: 'Bí thư', role: 'owner' as const, passwordHash, createdAtMs: 1 }
  await accountRepository(server.database.store).create(cell.id, account)
})
afterEach(() => server.close())

test('sessions are listed with the browser they are in, the one used last first', async () => {
  const [laptop, phone] = [await signIn('Firefox on a laptop'), await signIn('x'.repeat(1_000))]
  server.clock.at += 10 * minuteMillis
  const listed = await sessionsOf(laptop)

  expect(listed).toMatchObject([
    { isThis: true, userAgent: 'Firefox on a laptop', lastUsedAtMs: server.clock.at },
    { isThis: false, userAgent: 'x'.repeat(300), lastUsedAtMs: server.clock.at - 10 * minuteMillis },
  ])
  expect(JSON.stringify(listed)).not.toContain(tokenOf(laptop))
  expect(JSON.stringify(listed)).not.toContain(tokenOf(phone))
})

test('not every request is a write: when a session was used is known within five minutes', async () => {
  const cookie = await signIn()
  const begun = server.clock.at
  server.clock.at += 5 * minuteMillis - 1
  expect(await sessionsOf(cookie)).toMatchObject([{ lastUsedAtMs: begun }])
  server.clock.at += 1
  expect(await sessionsOf(cookie)).toMatchObject([{ lastUsedAtMs: server.clock.at }])
})

test('one session is ended, and whatever is connected by it is cut off, with the phones that were paired', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const other = (await sessionsOf(here)).find(({ isThis }) => !isThis)?.sessionId ?? ''
  const path = `/api/account/sessions/${other}`

  expect((await server.ask('DELETE', path, { cookie: here })).status).toBe(200)
  expect(await isIn(there)).toBe(false)
  expect(await isIn(here)).toBe(true)
  expect(ended).toHaveLength(1)
  // Whoever sits there may have paired one, and which session did is not known.
  expect(withoutRemote).toEqual([accountId])
  expect(await server.ask('DELETE', path, { cookie: here })).toMatchObject({
    status: 404,
    body: { refusal: 'no-such-session' },
  })
  expect(withoutRemote).toHaveLength(1)
})

test('all other sessions are ended at once, and this one stays', async () => {
  const [here, ...there] = [await signIn(), await signIn(), await signIn()]

  expect((await server.ask('DELETE', '/api/account/sessions', { cookie: here })).status).toBe(200)
  expect(await Promise.all(there.map(isIn))).toEqual([false, false])
  expect(await sessionsOf(here)).toMatchObject([{ isThis: true }])
  expect(ended).toHaveLength(2)
})

test('another account’s session cannot be ended, of the same cell or of another', async () => {
  const [here, cell] = [await signIn(), await server.addCell()]
  const theirs = (await sessionsOf(cell.cookie))[0]?.sessionId ?? ''
  const mine = (await sessionsOf(here))[0]?.sessionId ?? ''

  for (const [cookie, sessionId] of [
    [here, theirs],
    [cell.cookie, mine],
  ] as const) {
    const answer = await server.ask('DELETE', `/api/account/sessions/${sessionId}`, { cookie })
    expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-session' } })
  }
  await server.ask('DELETE', '/api/account/sessions', { cookie: cell.cookie })
  expect(await Promise.all([here, cell.cookie].map(isIn))).toEqual([true, true])
  expect(ended).toEqual([])
})

test('a new password needs the old one, and ends all other sessions', async () => {
  const [here, there] = [await signIn(), await signIn()]
  const change = (current: string, next: string) =>
    server.ask('PUT', '/api/account/password', { cookie: here, body: { current, next } })

  expect(await change('sai mật khẩu', 'mật khẩu mới')).toMatchObject({
    status: 403,
    body: { refusal: 'wrong-password' },
  })
  expect(await change(password, 'ngắn')).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  expect(await isIn(there)).toBe(true)
  expect((await change(password, 'mật khẩu mới')).status).toBe(200)

  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect(ended).toHaveLength(1)
  expect((await askToSignIn(password)).status).toBe(401)
  expect((await askToSignIn('mật khẩu mới')).status).toBe(200)
})

test('guessing the old password slows down, and counts for restoring a backup as well', async () => {
  const cookie = await signIn()
  const guess = () =>
    server.ask('PUT', '/api/account/password', { cookie, body: { current: 'đoán mò', next: 'mật khẩu mới' } })
  for (let miss = 0; miss < 5; miss += 1) expect((await guess()).status).toBe(403)

  expect(await guess()).toMatchObject({ status: 429, body: { refusal: 'too-many-attempts' } })
  const restore = await server.ask('POST', '/api/backups/x/restore', { cookie, body: { password } })
  expect(restore).toMatchObject({ status: 429, body: { refusal: 'too-many-attempts' } })
})

test('whoever knows the password begins anew: misses of before do not add up', async () => {
  const cookie = await signIn()
  const change = (current: string) =>
    server.ask('PUT', '/api/account/password', { cookie, body: { current, next: password } })
  for (let miss = 0; miss < 4; miss += 1) expect((await change('đoán mò')).status).toBe(403)
  expect((await change(password)).status).toBe(200)

  for (let miss = 0; miss < 5; miss += 1) expect((await change('đoán mò')).status).toBe(403)
  expect((await change(password)).status).toBe(429)
})

function askToSignIn(typed: string, userAgent = 'a test') {
  return server.ask('POST', '/api/session', { body: { login, password: typed }, userAgent })
}

async function signIn(userAgent?: string): Promise<string> {
  const { headers } = await askToSignIn(password, userAgent)
  return [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
}

async function sessionsOf(cookie: string) {
  const { body } = await server.ask('GET', '/api/account/sessions', { cookie })
  return (body as { sessions: { sessionId: string; isThis: boolean }[] }).sessions
}

async function isIn(cookie: string): Promise<boolean> {
  return (await server.ask('GET', '/api/session', { cookie })).status === 200
}

const tokenOf = (cookie: string) => cookie.split('=')[1] ?? ''
