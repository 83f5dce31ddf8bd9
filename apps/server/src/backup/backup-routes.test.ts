import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { accountRepository, checkSqliteBackup, newId } from '@khac-sau/database'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { passwordHashing } from '../accounts/passwords.ts'
import {
  backupsOf,
  openTestServer,
  ownPage,
  startMillis,
  type TestCell,
  type TestServer,
} from '../testing/test-server.ts'
import { openTemporaryDatabase } from '../testing/temporary-database.ts'

const restart = vi.fn<() => void>()
const password = 'mat-khau-dai'
const byHand = 'khac-sau-2026-11-22T05-00-00-000Z-by-hand.sqlite'

let server: TestServer
let cell: TestCell
let cookie: string
beforeEach(async () => {
  const temporary = await openTemporaryDatabase()
  const backups = backupsOf(temporary, { at: startMillis })
  server = await openTestServer({ backupHouse: { backups, lastRestore: null, restart, bootId: 'boot' } }, temporary)
  cell = await server.addCell()
  cookie = await signedInWithPassword()
  restart.mockReset()
}, 60_000)
afterEach(async () => {
  await server.close()
  await server.temporary.discard()
})

test('a copy made by hand is listed with its time and size, and downloaded whole', { timeout: 60_000 }, async () => {
  expect((await server.ask('GET', '/api/backups', cell)).body).toEqual({
    copies: [],
    making: null,
    lastRestore: null,
    shared: false,
  })
  const making = server.ask('POST', '/api/backups', cell)
  await vi.waitFor(async () => expect((await list()).making).not.toBeNull(), { timeout: 30_000, interval: 5 })
  const made = await making

  expect(made).toMatchObject({ status: 201, body: { name: byHand, kind: 'by-hand', madeAtMs: startMillis } })
  const { copies, making: after } = await list()
  expect([copies, after]).toEqual([[made.body], null])
  const file = await server.app.inject({ url: `/api/backups/${byHand}`, headers: { cookie: cell.cookie } })
  expect(file.headers).toMatchObject({
    'content-type': 'application/vnd.sqlite3',
    'content-disposition': `attachment; filename="${byHand}"`,
    'content-length': String(copies[0]?.bytes),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  const downloaded = join(server.temporary.dataDir, 'downloaded.sqlite')
  await writeFile(downloaded, file.rawPayload)
  expect(await checkSqliteBackup(downloaded)).toMatchObject({ ok: true })
})

test('only what the list names is handed out or restored', async () => {
  await mkdir(join(server.temporary.dataDir, 'backups'))
  await writeFile(join(server.temporary.dataDir, 'backups', 'notes.txt'), 'private')
  for (const name of [
    'notes.txt',
    '..%2Fkhac-sau.sqlite',
    '..%2F..%2F..%2Fetc%2Fpasswd',
    'khac-sau.sqlite',
    'khac-sau-2026-01-01T00-00-00-000Z.sqlite',
    'khac-sau-2026-01-01T00-00-00-000Z.sqlite%00.txt',
  ]) {
    const asked = await server.ask('GET', `/api/backups/${name}`, cell)
    expect([name, asked.status, asked.body]).toEqual([name, 404, { refusal: 'no-such-backup' }])
    const restored = await restore(name)
    expect([name, restored.body]).toEqual([name, { refusal: 'no-such-backup' }])
  }
  expect(restart).not.toHaveBeenCalled()
})

test('an uploaded copy is kept under a name of the server, three of them at most', { timeout: 90_000 }, async () => {
  await server.ask('POST', '/api/backups', cell)
  const content = await readFile(join(server.temporary.dataDir, 'backups', byHand))
  expect(content.length).toBeGreaterThan(1_000)
  for (let count = 0; count < 4; count += 1) {
    expect(await upload(content)).toMatchObject({ status: 201, body: { kind: 'uploaded', bytes: content.length } })
  }

  expect((await list()).copies.map(({ name }) => name)).toEqual([
    'khac-sau-2026-11-22T05-00-00-003Z-uploaded.sqlite',
    'khac-sau-2026-11-22T05-00-00-002Z-uploaded.sqlite',
    'khac-sau-2026-11-22T05-00-00-001Z-uploaded.sqlite',
    byHand,
  ])
  expect(await readdir(join(server.temporary.dataDir, 'uploads'))).toEqual([])
})

test('an upload that is no whole backup is refused with its reason, and nothing of it is kept', async () => {
  await server.ask('POST', '/api/backups', cell)
  const content = await readFile(join(server.temporary.dataDir, 'backups', byHand))
  const before = await list()
  const halved = content.subarray(0, Math.floor(content.length / 8192) * 4096)

  expect(await upload(Buffer.from('%PDF-1.7'.repeat(200)))).toMatchObject({
    body: { refusal: 'backup-not-a-database' },
  })
  expect(await upload(Buffer.alloc(0))).toMatchObject({ body: { refusal: 'backup-not-a-database' } })
  expect(await upload(halved)).toMatchObject({ status: 409, body: { refusal: 'backup-damaged' } })
  const json = await server.ask('POST', '/api/backups/uploads', { ...cell, body: { content: 'x' } })
  expect(json).toMatchObject({ status: 400, body: { refusal: 'bad-request' } })
  expect(await list()).toEqual(before)
  expect(await readdir(join(server.temporary.dataDir, 'uploads'))).toEqual([])
}, 90_000)

test('more than may be is not received', async () => {
  const backups = backupsOf(server.temporary, server.clock)
  const endless = Readable.from(
    (function* () {
      for (;;) yield Buffer.alloc(65_536)
    })(),
  )

  expect(await backups.receive(endless, 1_000_000)).toEqual({ ok: false, refusal: 'backup-too-large' })
  expect(await readdir(join(server.temporary.dataDir, 'uploads'))).toEqual([])
})

test('what is restored waits whole beside the data, and the server is told to restart once its answer is out', async () => {
  await server.ask('POST', '/api/backups', cell)
  expect(await restore(byHand)).toMatchObject({ status: 202, body: { bootId: 'boot' } })

  expect(await checkSqliteBackup(join(server.temporary.dataDir, 'khac-sau.restore-pending.sqlite'))).toMatchObject({
    ok: true,
  })
  await vi.waitFor(() => expect(restart).toHaveBeenCalledOnce())
}, 60_000)

test('with a wrong password nothing is restored, and guessing is slowed down', async () => {
  await server.ask('POST', '/api/backups', cell)
  for (let tries = 0; tries < 5; tries += 1) {
    expect(await restore(byHand, 'wrong')).toMatchObject({ status: 403, body: { refusal: 'wrong-password' } })
  }

  expect(await restore(byHand)).toMatchObject({ status: 429, body: { refusal: 'too-many-attempts' } })
  server.clock.at += 60_000
  expect(await restore(byHand)).toMatchObject({ status: 202 })
}, 60_000)

test('while a room is open nothing is restored', async () => {
  await server.ask('POST', '/api/backups', cell)
  await cell.addMember()
  const contestId = await cell.addContest()
  expect(await server.openRoom(contestId, cell)).toMatchObject({ status: 200 })

  expect(await restore(byHand)).toMatchObject({ status: 409, body: { refusal: 'contest-under-way' } })
  await notStaged()
}, 60_000)

test('a kept copy that was damaged since is refused before anything is changed', async () => {
  await server.ask('POST', '/api/backups', cell)
  const file = join(server.temporary.dataDir, 'backups', byHand)
  const content = await readFile(file)
  await writeFile(file, content.fill(0, content.length - 8192))

  expect(await restore(byHand)).toMatchObject({ status: 409, body: { refusal: 'backup-damaged' } })
  await notStaged()
}, 60_000)

test('a server that nobody starts again refuses to restore', async () => {
  const alone = await openTestServer({}, server.temporary)
  await alone.ask('POST', '/api/backups', cell)
  const body = { password }
  const asked = await alone.ask('POST', `/api/backups/${byHand}/restore`, { cookie, body })
  await alone.close()

  expect(asked).toMatchObject({ status: 409, body: { refusal: 'cannot-restart' } })
  await notStaged()
}, 60_000)

async function signedInWithPassword(): Promise<string> {
  const passwordHash = await passwordHashing().hash(password)
  const { store } = server.database
  const account = {
    id: newId(),
    login: newId(),
    displayName: 'Bí thư',
    role: 'owner' as const,
    passwordHash,
    createdAtMs: 1,
  }
  const created = await accountRepository(store).create(cell.id, account)
  if (!created.ok) throw new Error(created.refusal)
  return `${server.sessions.cookie.name}=${await server.sessions.start(created.value, undefined)}`
}

async function list() {
  const { body } = await server.ask('GET', '/api/backups', cell)
  return body as { copies: { name: string; bytes: number }[]; making: string | null }
}

function restore(name: string, typed = password) {
  return server.ask('POST', `/api/backups/${name}/restore`, { cookie, body: { password: typed } })
}

async function upload(payload: Buffer) {
  const headers = { ...ownPage, cookie: cell.cookie, 'content-type': 'application/octet-stream' }
  const response = await server.app.inject({ method: 'POST', url: '/api/backups/uploads', headers, payload })
  return { status: response.statusCode, body: response.json<unknown>() }
}

async function notStaged(): Promise<void> {
  expect(restart).not.toHaveBeenCalled()
  expect((await readdir(server.temporary.dataDir)).filter((name) => name.includes('pending'))).toEqual([])
}
