import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accountRepository, newId, openSqliteStore } from '@khac-sau/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile } from '../environment.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { recoveryLink, recoveryValidMillis } from './recovery-link.ts'

const password = 'mật khẩu mới'

let server: TestServer
let ended: string[]
let withoutRemote: string[]
let accountId: string
let cookie: string
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
  const cell = await server.addCell()
  login = `bithu-${newId()}`
  const account = {
    id: newId(),
    login,
    displayName: 'Bí thư',
    role: 'owner' as const,
    passwordHash: 'lost',
    createdAtMs: 1,
  }
  const created = await accountRepository(server.database.store).create(cell.id, account)
  if (!created.ok) throw new Error(created.refusal)
  accountId = created.value.id
  cookie = `${server.sessions.cookie.name}=${await server.sessions.start(created.value, '')}`
})
afterEach(() => server.close())

test('by the link a new password is set, once; every session of the account ends and a new one begins', async () => {
  const secret = await newLink()
  const done = await recover(secret)

  expect(done).toMatchObject({ status: 200, body: { login } })
  expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
  expect(ended).toHaveLength(1)
  expect(withoutRemote).toEqual([accountId])
  const own = [done.headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? ''
  expect((await server.ask('GET', '/api/session', { cookie: own })).body).toMatchObject({ login })
  expect((await server.ask('POST', '/api/session', { body: { login, password } })).status).toBe(200)
  expect(await recover(secret)).toMatchObject({ status: 403, body: { refusal: 'recovery-over' } })
})

test('a link that is too old, made up, or followed by another changes nothing', async () => {
  const [first, second] = [await newLink(), await newLink()]
  expect((await recover(first)).body).toEqual({ refusal: 'recovery-over' })
  expect((await recover('made up')).body).toEqual({ refusal: 'recovery-over' })
  server.clock.at += recoveryValidMillis
  expect((await recover(second)).body).toEqual({ refusal: 'recovery-over' })

  expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(200)
  expect(withoutRemote).toEqual([])
})

test('a short password leaves the link as it was', async () => {
  const secret = await newLink()
  expect((await recover(secret, 'ngắn')).status).toBe(400)
  expect((await recover(secret)).status).toBe(200)
})

test('the command makes the link while the server runs, and when it does not', { timeout: 60_000 }, async () => {
  const beside = await command([login], { PORT: '4100', PUBLIC_URL: 'https://quiz.example.vn' })
  expect(beside).toMatchObject({ code: 0, errors: '' })
  expect(beside.output).toContain(`set a new password for: ${login}\n  http://localhost:4100/host/recover#`)
  expect(beside.output).toContain('  https://quiz.example.vn/host/recover#')
  // The clock of the command is the machine's.
  server.clock.at = Date.now()
  expect((await recover(secretIn(beside.output))).status).toBe(200)

  await server.database.close()
  const alone = await command([login.toUpperCase()])
  const store = await openSqliteStore(databaseFile(server.temporary))
  const again = await openTestServer(
    { now: () => Date.now() },
    { ...server.temporary, database: { ...server.database, store } },
  )
  const body = { secret: secretIn(alone.output), password }
  expect(await again.ask('POST', '/api/recovery', { body })).toMatchObject({ status: 200, body: { login } })
  await again.close()
  await store.close()
})

test('without a login that is there, the command lists them and makes nothing', { timeout: 60_000 }, async () => {
  const [none, unknown, many] = await Promise.all([command([]), command(['nobody']), command(['a', 'b'])])

  for (const said of [none, unknown]) {
    expect(said).toMatchObject({ code: 1, output: '' })
    expect(said.errors).toContain(`\n  ${login}\n`)
  }
  expect(many.code).toBe(2)
})

async function newLink(): Promise<string> {
  const deps = { store: server.database.store, nowMs: server.clock.at, origins: ['http://localhost:3000'] }
  const link = await recoveryLink(deps, login)
  if (!link.ok) throw new Error('no such login')
  return secretIn(link.urls[0] ?? '')
}

function secretIn(text: string): string {
  return /#([\w-]{22})/.exec(text)?.[1] ?? ''
}

function recover(secret: string, next = password) {
  return server.ask('POST', '/api/recovery', { body: { secret, password: next } })
}

type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }

function command(args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('recover-account.ts', import.meta.url))
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
