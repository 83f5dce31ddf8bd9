import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cellRepository, newId, sessionRepository } from '@khac-sau/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestServer, startMillis, type TestServer } from '../testing/test-server.ts'
import { startRetention } from './retention-job.ts'

const dayMillis = 24 * 60 * 60_000
const browser = 'Mozilla/5.0 (Linux; Android 9; trinh-duyet-mau) Chrome/120.0'

let server: TestServer
const waiting: { delay: number; run: () => void }[] = []
const problems: unknown[] = []
beforeEach(async () => {
  server = await openTestServer()
  waiting.length = 0
  problems.length = 0
})
afterEach(() => server.close())

const start = () =>
  startRetention({
    store: server.database.store,
    wallNow: () => server.clock.at,
    clean: () => Promise.resolve(),
    report: (error) => problems.push(error),
    schedule(delay, run) {
      const entry = { delay, run }
      waiting.push(entry)
      return () => void waiting.splice(waiting.indexOf(entry), 1)
    },
  })

test('[P4] by which browser somebody signed in is gone from the file after 30 days, at a start', async () => {
  await signIn()
  server.clock.at += 30 * dayMillis - 1
  await start()
  expect(await isInFiles(browser)).toBe(true)

  server.clock.at += 1
  await start()
  expect(await isInFiles(browser)).toBe(false)
  expect(problems).toEqual([])
})

test('[P4] also where the session itself lasts longer than that', async () => {
  const cell = await server.addCell()
  const at = server.clock.at
  const times = { createdAtMs: at, lastUsedAtMs: at, expiresAtMs: at + 90 * dayMillis }
  const session = { tokenHash: newId(), accountId: cell.accountId, userAgent: browser, ...times }
  await sessionRepository(server.database.store).create(cell.id, session)
  server.clock.at += 30 * dayMillis
  await start()

  expect(await isInFiles(browser)).toBe(false)
  const kept = await sessionRepository(server.database.store).byTokenHash(session.tokenHash, server.clock.at)
  expect(kept).toMatchObject({ userAgent: '' })
})

test('[P4] and where the server runs on, at most a day later', async () => {
  await signIn()
  const stop = await start()
  for (let day = 0; day < 30; day += 1) {
    server.clock.at += dayMillis
    await theNextDay()
  }
  expect(await isInFiles(browser)).toBe(false)

  stop()
  expect(waiting).toEqual([])
})

test('a day on which it fails is reported, and the next one is waited for', async () => {
  await start()
  const { store } = server.database
  const stopped = await startRetention({
    store: { ...store, write: () => Promise.reject(new Error('disk full')) },
    wallNow: () => server.clock.at,
    clean: () => Promise.resolve(),
    schedule: (delay, run) => {
      waiting.push({ delay, run })
      return () => {}
    },
    report: (error) => problems.push(error),
  })
  expect(problems).toHaveLength(1)
  expect(waiting.map(({ delay }) => delay)).toEqual([dayMillis, dayMillis])
  stopped()
})

test('[P4] no address of anybody is written down, in the data or the log, whatever they ask for', async () => {
  const address = '203.0.113.77'
  const lines: string[] = []
  const stream = { write: (line: string) => void lines.push(line) }
  const logging = await openTestServer({ logger: { level: 'trace', stream }, trustedProxies: ['127.0.0.1'] })
  try {
    const cell = await logging.addCell()
    const { boardKey } = (await cellRepository(logging.database.store).byId(cell.id)) ?? {}
    const headers = { cookie: cell.cookie, 'x-forwarded-for': address, 'user-agent': browser }
    for (const url of [`/api/boards/${boardKey}`, '/api/members', '/api/session', '/api/members/%00', '/nowhere']) {
      await logging.app.inject({ url, headers, remoteAddress: '127.0.0.1' })
    }
    const body = { login: 'ai-do', password: 'mat-khau-sai' }
    const sent = { ...headers, origin: 'http://192.168.1.7:3000' }
    await logging.app.inject({ method: 'POST', url: '/api/session', headers: sent, payload: body })
    await logging.app.inject({ method: 'POST', url: '/api/session', headers: sent, payload: { login: 1 } })

    expect(lines.length).toBeGreaterThan(0)
    expect(lines.filter((line) => line.includes(address) || line.includes('trinh-duyet-mau'))).toEqual([])
    expect(await isInFiles(address, logging)).toBe(false)
  } finally {
    await logging.close()
  }
})

async function signIn(): Promise<void> {
  const cell = await server.addCell()
  expect(server.clock.at).toBe(startMillis)
  const account = { id: cell.accountId, cellId: cell.id }
  await server.sessions.start(account, browser)
  expect(await isInFiles(browser)).toBe(true)
}

async function theNextDay(): Promise<void> {
  const [next] = waiting.splice(0, 1)
  next?.run()
  // It waits for the next day once this one's work is done.
  for (let turn = 0; waiting.length === 0 && turn < 1_000; turn += 1) await new Promise((done) => setImmediate(done))
}

async function isInFiles(text: string, { temporary }: TestServer = server): Promise<boolean> {
  const names = await readdir(temporary.dataDir, { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map((file) => readFile(file)))
  return contents.some((content) => content.includes(text))
}
