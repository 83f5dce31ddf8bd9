import { sessionRepository } from '@khac-sau/database'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestServer, publicUrl, type TestServer } from '../testing/test-server.ts'
import { type Passwords, passwordHashing } from './passwords.ts'

const dayMillis = 24 * 60 * 60 * 1000
const password = 'mật khẩu dài'
const real = passwordHashing()
const compared: (string | undefined)[] = []
let isCrowded = false
/** The real one, watched. */
const passwords: Passwords = {
  isCrowded: () => isCrowded,
  hash: (typed) => real.hash(typed),
  matches(typed, storedHash) {
    compared.push(storedHash)
    return real.matches(typed, storedHash)
  },
}

describe('the first run', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer({ passwords })
  })
  afterAll(() => server.close())

  const first = () => ({ setupCode: server.setupCode.printed, cellName: ' Chi bộ Mẫu ', login: 'BiThu', password })

  test('asks for the code, creates the cell and its account once, and signs in', async () => {
    expect((await server.ask('GET', '/api/setup')).body).toEqual({
      needed: true,
      administered: false,
      withoutAccounts: true,
    })
    const wrong = await server.ask('POST', '/api/setup', { body: { ...first(), setupCode: 'AAAA-AAAA' } })
    expect(wrong).toMatchObject({ status: 403, body: { refusal: 'wrong-setup-code' } })
    expect((await server.ask('GET', '/api/setup')).body).toEqual({
      needed: true,
      administered: false,
      withoutAccounts: true,
    })

    const both = await Promise.all([first(), first()].map((body) => server.ask('POST', '/api/setup', { body })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const done = both.find(({ status }) => status === 200)
    expect(both.find(({ status }) => status === 409)?.body).toEqual({ refusal: 'already-set-up' })
    expect(done?.body).toMatchObject({
      login: 'bithu',
      cell: { name: 'Chi bộ Mẫu', publicPlaces: 'top-3', boardUrl: expect.stringContaining(`${publicUrl}/b/`) },
    })
    const signedIn = await server.ask('GET', '/api/session', { cookie: cookieOf(done) })
    expect(signedIn.body).toEqual(done?.body)

    expect((await server.ask('GET', '/api/setup')).body).toEqual({
      needed: false,
      administered: false,
      withoutAccounts: false,
    })
    const late = await server.ask('POST', '/api/setup', { body: { ...first(), login: 'another' } })
    expect(late).toMatchObject({ status: 409, body: { refusal: 'already-set-up' } })
  })

  test.each([
    ['a short password', { password: 'ngắn' }],
    ['a short login', { login: ' a ' }],
    ['no name of the cell', { cellName: '  ' }],
    ['no code', { setupCode: undefined }],
  ])('refuses %s', async (_, change) => {
    const answer = await server.ask('POST', '/api/setup', { body: { ...first(), ...change } })

    expect(answer).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  })
})

describe('signing in', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openTestServer({ passwords })
    const setup = { setupCode: server.setupCode.printed, cellName: 'Chi bộ', login: 'bithu', password }
    await server.ask('POST', '/api/setup', { body: setup })
  })
  afterAll(() => server.close())
  beforeEach(() => {
    compared.length = 0
    server.clock.at += dayMillis
  })

  const signIn = (login: string, typed: string) =>
    server.ask('POST', '/api/session', { body: { login, password: typed } })

  test('gives a cookie that pages cannot read and other sites cannot send', async () => {
    const answer = await signIn('BITHU', password)

    expect(answer).toMatchObject({ status: 200, body: { login: 'bithu' } })
    const [cookie = ''] = setCookies(answer)
    expect(cookie).toMatch(/^khac-sau-session=[\w-]{22}; /)
    expect(cookie.split('; ').slice(1).sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Strict'])
  })

  test('the table holds the hash of the token only', async () => {
    const token = cookieOf(await signIn('bithu', password)).split('=')[1] ?? ''
    const sessions = sessionRepository(server.database.store)

    expect(token).not.toBe('')
    expect(await sessions.byTokenHash(token, server.clock.at)).toBeUndefined()
  })

  test('with a wrong password or an unknown login is refused alike, and after the same work', async () => {
    const wrong = await signIn('bithu', 'sai mật khẩu')
    const unknown = await signIn('nobody', 'sai mật khẩu')

    expect([wrong.status, wrong.body]).toEqual([401, { refusal: 'wrong-credentials' }])
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body])
    expect(Object.keys(unknown.headers)).toEqual(Object.keys(wrong.headers))
    expect(compared).toEqual([expect.stringContaining('$argon2id$'), undefined])
  })

  test('slows down after five misses, also when they are sent at once, and says for how long', async () => {
    const misses = await Promise.all(Array.from({ length: 8 }, () => signIn('bithu', 'đoán mò')))

    expect(misses.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(misses.filter(({ status }) => status === 429)).toHaveLength(3)
    expect(compared).toHaveLength(5)
    const held = await signIn('bithu', password)
    expect(held).toMatchObject({
      status: 429,
      headers: { 'retry-after': '2' },
      body: { refusal: 'too-many-attempts' },
    })
    server.clock.at += 2_000
    expect((await signIn('bithu', password)).status).toBe(200)
  })

  test('forgets the misses of before once the password is right', async () => {
    for (let miss = 0; miss < 4; miss += 1) expect((await signIn('bithu', 'đoán mò')).status).toBe(401)
    expect((await signIn('bithu', password)).status).toBe(200)

    for (let miss = 0; miss < 5; miss += 1) expect((await signIn('bithu', 'đoán mò')).status).toBe(401)
    expect((await signIn('bithu', password)).status).toBe(429)
  })

  test('is put off while too many are in line, without counting as a miss', async () => {
    isCrowded = true
    for (let tries = 0; tries < 6; tries += 1) {
      const answer = await signIn('bithu', password)
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '2' }, body: { refusal: 'server-busy' } })
    }
    isCrowded = false

    expect((await signIn('bithu', password)).status).toBe(200)
  })

  test('ends the session that the browser had', async () => {
    const cookie = cookieOf(await signIn('bithu', password))
    await server.ask('POST', '/api/session', { cookie, body: { login: 'bithu', password } })

    expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
  })

  test('lasts thirty days', async () => {
    const cookie = cookieOf(await signIn('bithu', password))

    server.clock.at += 30 * dayMillis - 1
    expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(200)
    server.clock.at += 1
    expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
    expect((await server.ask('GET', '/api/members', { cookie })).status).toBe(401)
  })

  test('ends with signing out, for requests and sockets, and the cookie is taken back', async () => {
    const cookie = cookieOf(await signIn('bithu', password))
    expect(await server.sessions.accountOfCookie(`theme=dark; ${cookie}`)).toMatchObject({ login: 'bithu' })

    const out = await server.ask('DELETE', '/api/session', { cookie })
    expect(out).toMatchObject({ status: 200, body: {} })
    expect(setCookies(out)[0]).toMatch(/^khac-sau-session=; .*Expires=Thu, 01 Jan 1970/)
    expect((await server.ask('GET', '/api/session', { cookie })).body).toEqual({ refusal: 'signed-out' })
    expect(await server.sessions.accountOfCookie(cookie)).toBeUndefined()
    expect((await server.ask('DELETE', '/api/session')).status).toBe(200)
  })

  test('on https gives a cookie that is Secure and tied to this very host', async () => {
    const secure = await openTestServer({ https: true, passwords }, server.temporary)
    const answer = await secure.ask('POST', '/api/session', { body: { login: 'bithu', password } })
    const cookie = cookieOf(answer)
    const again = await secure.ask('GET', '/api/session', { cookie })
    const plain = await secure.ask('GET', '/api/session', { cookie: cookie.replace('__Host-', '') })
    await secure.close()

    expect(setCookies(answer)[0]).toMatch(/^__Host-khac-sau-session=[\w-]{22}; .*Secure/)
    expect(again.status).toBe(200)
    expect(plain.status).toBe(401)
  })

  test('the settings of the cell are changed one at a time, and only with known values', async () => {
    const cell = await server.addCell()
    const renamed = await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: 1, name: 'Chi bộ Mới' } })
    const opened = await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: 2, publicPlaces: 'all' } })
    const wrong = await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: 3, publicPlaces: 'top-5' } })

    expect(renamed.body).toMatchObject({ cell: { name: 'Chi bộ Mới', publicPlaces: 'top-3' } })
    expect(opened.body).toMatchObject({ cell: { name: 'Chi bộ Mới', publicPlaces: 'all' } })
    expect(wrong).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  })
})

type Answer = Awaited<ReturnType<TestServer['ask']>>

function setCookies(answer: Answer | undefined): string[] {
  return [answer?.headers['set-cookie'] ?? []].flat()
}

function cookieOf(answer: Answer | undefined): string {
  return setCookies(answer)[0]?.split(';')[0] ?? ''
}
