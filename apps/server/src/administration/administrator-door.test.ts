import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAdministrator } from '../testing/add-administrator.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { administratorLink, administratorLinkMillis } from './administrator-link.ts'

let server: TestServer
beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

test('an administrator signs in, is known for half a day, and signs out', async () => {
  const { login, password } = await addAdministrator(server)
  const done = await server.ask('POST', '/api/administration/session', {
    body: { login: login.toUpperCase(), password },
  })
  expect(done).toMatchObject({ status: 200, body: { login, version: '0.0.0' } })
  expect(done.headers['set-cookie']).toMatch(/HttpOnly.*SameSite=Strict/)
  const cookie = cookieOf(done)
  expect((await server.ask('GET', '/api/administration/session', { cookie })).status).toBe(200)
  expect((await server.ask('DELETE', '/api/administration/session', { cookie })).status).toBe(200)
  expect((await server.ask('GET', '/api/administration/session', { cookie })).status).toBe(401)

  const again = cookieOf(await server.ask('POST', '/api/administration/session', { body: { login, password } }))
  server.clock.at += 12 * 60 * 60_000
  expect((await server.ask('GET', '/api/administration/cells', { cookie: again })).status).toBe(401)
})

test('guessing a password is slowed down, and a login of a cell is nobody here', async () => {
  const { login, password } = await addAdministrator(server)
  await server.addCell()
  for (let tries = 0; tries < 5; tries += 1) {
    const wrong = await server.ask('POST', '/api/administration/session', { body: { login, password: 'wrong' } })
    expect(wrong).toMatchObject({ status: 401, body: { refusal: 'wrong-credentials' } })
  }
  const slowed = await server.ask('POST', '/api/administration/session', { body: { login, password } })
  expect(slowed).toMatchObject({ status: 429, body: { refusal: 'too-many-attempts' } })
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0)
  server.clock.at += 60_000
  expect((await server.ask('POST', '/api/administration/session', { body: { login, password } })).status).toBe(200)
})

test('whoever knows the password begins anew: misses of before do not add up', async () => {
  const { login, password } = await addAdministrator(server)
  const signIn = async (typed: string) =>
    (await server.ask('POST', '/api/administration/session', { body: { login, password: typed } })).status
  for (let tries = 0; tries < 4; tries += 1) expect(await signIn('wrong')).toBe(401)
  expect(await signIn(password)).toBe(200)

  for (let tries = 0; tries < 5; tries += 1) expect(await signIn('wrong')).toBe(401)
  expect(await signIn(password)).toBe(429)
})

test('a link is good once and for an hour; by it old sessions end, and by a short password it stays', async () => {
  const { login, cookie } = await addAdministrator(server)
  const secret = await newLink(login)
  expect((await useLink(secret, 'ngắn')).status).toBe(400)
  expect((await useLink(secret)).status).toBe(200)
  expect((await server.ask('GET', '/api/administration/session', { cookie })).status).toBe(401)
  expect(await useLink(secret)).toMatchObject({ status: 403, body: { refusal: 'recovery-over' } })

  const [first, second] = [await newLink(login), await newLink(login)]
  expect((await useLink(first)).status).toBe(403)
  server.clock.at += administratorLinkMillis
  expect((await useLink(second)).status).toBe(403)
  expect((await useLink('made up')).status).toBe(403)
})

test('the own password is changed by the old one, and other sessions end', async () => {
  const { login, password, cookie } = await addAdministrator(server)
  const other = cookieOf(await server.ask('POST', '/api/administration/session', { body: { login, password } }))
  const change = (current: string) =>
    server.ask('PUT', '/api/administration/password', { cookie, body: { current, next: 'một câu khác' } })
  expect((await change('wrong')).body).toEqual({ refusal: 'wrong-password' })
  const done = await change(password)

  expect(done.status).toBe(200)
  expect((await server.ask('GET', '/api/administration/session', { cookie: other })).status).toBe(401)
  expect((await server.ask('GET', '/api/administration/session', { cookie: cookieOf(done) })).status).toBe(200)
})

test('guessing the old password is slowed down as well, until it is the right one', async () => {
  const { password, cookie } = await addAdministrator(server)
  let own = cookie
  const change = (current: string) =>
    server.ask('PUT', '/api/administration/password', { cookie: own, body: { current, next: password } })
  for (let tries = 0; tries < 4; tries += 1) expect((await change('wrong')).body).toEqual({ refusal: 'wrong-password' })
  const done = await change(password)
  expect(done.status).toBe(200)
  own = cookieOf(done)

  for (let tries = 0; tries < 5; tries += 1) expect((await change('wrong')).body).toEqual({ refusal: 'wrong-password' })
  expect(await change(password)).toMatchObject({ status: 429, body: { refusal: 'too-many-attempts' } })
  server.clock.at += 60_000
  expect((await change(password)).status).toBe(200)
})

test('the command makes an administrator, lists them, and takes one away', { timeout: 60_000 }, async () => {
  const made = await command(['QuanTri'], { PORT: '4100', PUBLIC_URL: 'https://quiz.example.vn' })
  expect(made).toMatchObject({ code: 0, errors: '' })
  expect(made.output).toContain('  http://localhost:4100/host/administration/link#')
  expect(made.output).toContain('  https://quiz.example.vn/host/administration/link#')
  // The clock of the command is the machine's.
  server.clock.at = Date.now()
  const done = await useLink(/#([\w-]{22})/.exec(made.output)?.[1] ?? '')
  expect(done).toMatchObject({ status: 200, body: { login: 'quantri' } })

  const [none, misunderstood] = await Promise.all([command([]), command(['a', 'b', 'c'])])
  expect(none).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('\n  quantri\n') })
  expect(misunderstood.code).toBe(2)

  expect(await command(['--remove', 'quantri'])).toMatchObject({ code: 0, errors: '' })
  expect((await server.ask('GET', '/api/administration/session', { cookie: cookieOf(done) })).status).toBe(401)
  expect((await command(['--remove', 'quantri'])).code).toBe(1)
})

async function newLink(login: string): Promise<string> {
  const deps = { store: server.database.store, nowMs: server.clock.at, origins: ['http://localhost:3000'] }
  return (await administratorLink(deps, login)).urls[0]?.split('#')[1] ?? ''
}

function useLink(secret: string, password = 'mật khẩu quản trị') {
  return server.ask('POST', '/api/administration/link', { body: { secret, password } })
}

function cookieOf({ headers }: Awaited<ReturnType<TestServer['ask']>>): string {
  return [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
}

type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }

function command(args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('administrator.ts', import.meta.url))
  const env = { ...process.env, DATA_DIR: server.temporary.dataDir, ...variables }
  const child = spawn(process.execPath, ['--import', tsx, entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}
