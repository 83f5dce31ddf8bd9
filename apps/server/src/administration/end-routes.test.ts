import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { memberLinkRepository, hashSecret, newSecret } from '@khac-sau/database'
import type { AdministeredCells, AdministrationJournal, AuditPage, InvitationMade, LinkMade } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile, erasuresFile } from '../environment.ts'
import { readErasures } from '../members/erasure/erasure-list.ts'
import { reapplyErasures, roomMillis } from '../members/erasure/erasures.ts'
import { addAdministrator } from '../testing/add-administrator.ts'
import { settleContest } from '../testing/settle-contest.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'
import { verifyContests } from '../verify/verify-contests.ts'

const cellName = 'Chi bộ Trạm Bơm Sông Trăng'
const memberName = 'Nguyễn Thị Sẽ Bị Xóa'
const ownerName = 'Đỗ Văn Bí Thư Cũ'
const title = 'Kỳ thi cuối của trạm bơm'
const remaining = 'Trần Văn Ở Lại'

let server: TestServer
let cell: TestCell
let ended: string[]
let administrator: Awaited<ReturnType<typeof addAdministrator>>
beforeEach(async () => {
  ended = []
  server = await openTestServer({}, undefined, (sessionHash) => ended.push(sessionHash))
  administrator = await addAdministrator(server)
  cell = await server.addCell(cellName)
})
afterEach(async () => {
  await server.close()
  if (server.problems.length > 0) throw new Error(server.problems.map(String).join(', '))
})

test('a copy that the administrator ordered is on the list of the cell, for its owner to fetch and nobody else', async () => {
  const made = await ask('POST', '/copy')
  expect(made).toMatchObject({ status: 201, body: { madeAtMs: server.clock.at } })
  expect(Object.keys(made.body as object).sort()).toEqual(['bytes', 'madeAtMs'])
  const { copies } = (await server.ask('GET', '/api/backups', cell)).body as { copies: { name: string }[] }
  expect(copies).toHaveLength(1)
  const file = { url: `/api/backups/${copies[0]?.name}`, headers: { cookie: cell.cookie } }
  expect((await server.app.inject(file)).statusCode).toBe(200)
  const byAdministrator = { ...file, headers: { cookie: administrator.cookie } }
  expect((await server.app.inject(byAdministrator)).statusCode).toBe(401)
  expect(await cellJournal()).toContain('copy-made')
  expect((await journal()).lines[0]).toMatchObject({ action: 'copy-made', login: administrator.login, cellName })
  expect((await ask('POST', '/copy', undefined, 'nowhere')).body).toEqual({ refusal: 'no-such-cell' })
}, 60_000)

test('whoever wants into a closed cell is told that it is closed, until it is reopened as it was', async () => {
  const { ways, cookie } = await waysIn()
  for (const [name, way] of Object.entries(ways)) expect([name, (await way()).status]).toEqual([name, 200])

  expect((await ask('POST', '/closing')).status).toBe(200)
  expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
  expect(ended).toContain(hashSecret(cookie.split('=')[1] ?? ''))
  for (const [name, way] of Object.entries(ways)) {
    expect([name, await way()]).toMatchObject([name, { status: 403, body: { refusal: 'cell-closed' } }])
  }
  for (const path of ['/copy', '/invitation', `/owners/${cell.accountId}/reset`]) {
    const body = path === '/invitation' ? { inviteeName: '', validDays: 1 } : undefined
    expect([path, (await ask('POST', path, body)).body]).toEqual([path, { refusal: 'cell-closed' }])
  }
  expect((await list()).cells).toMatchObject([{ closedAtMs: server.clock.at }])
  expect((await ask('POST', '/closing')).body).toEqual({ refusal: 'no-such-cell' })

  expect((await ask('DELETE', '/closing')).status).toBe(200)
  expect((await ask('DELETE', '/closing')).body).toEqual({ refusal: 'no-such-cell' })
  for (const [name, way] of Object.entries(ways)) expect([name, (await way()).status]).toEqual([name, 200])
  expect((await list()).cells).toMatchObject([{ closedAtMs: null }])
})

test('that it was closed and reopened is in its own journal, and in the installation’s with who did it', async () => {
  await ask('POST', '/closing')
  server.clock.at += 1000
  await ask('DELETE', '/closing')

  // Closing ended every session of it.
  cell = { ...cell, ...(await cell.addAccount('owner')) }
  expect(await cellJournal()).toEqual(['cell-reopened', 'cell-closed'])
  const byAdministrator = { login: administrator.login, cellName }
  expect((await journal()).lines.slice(0, 2)).toMatchObject([
    { action: 'cell-reopened', ...byAdministrator, atMs: server.clock.at },
    { action: 'cell-closed', ...byAdministrator, atMs: server.clock.at - 1000 },
  ])
})

test('an invitation and a reset that were made before do not lead into a closed cell', async () => {
  const { body } = await server.ask('POST', '/api/access/invitations', {
    ...cell,
    body: { role: 'viewer', validDays: 7 },
  })
  const secret = secretIn((body as InvitationMade).url)
  const reset = (await ask('POST', `/owners/${cell.accountId}/reset`)).body as LinkMade
  await ask('POST', '/closing')
  const accept = { secret, login: 'nguoixem', displayName: 'Người xem', password: 'mật khẩu dài' }
  expect((await server.ask('POST', '/api/invitations/accept', { body: accept })).body).toEqual({
    refusal: 'cell-closed',
  })
  const recovery = { secret: secretIn(reset.url), password: 'mật khẩu mới' }
  const recovered = await server.ask('POST', '/api/recovery', { body: recovery })
  expect(recovered).toMatchObject({ status: 403, body: { refusal: 'cell-closed' } })
  expect(recovered.headers['set-cookie']).toBeUndefined()
})

test('with a room open a cell is not closed, one that was forgotten since yesterday holds up nothing', async () => {
  await openRoom(cell)
  expect(await ask('POST', '/closing')).toMatchObject({ status: 409, body: { refusal: 'contest-under-way' } })
  expect((await erase()).body).toEqual({ refusal: 'no-such-cell' })
  expect((await server.ask('GET', '/api/session', cell)).status).toBe(200)
  server.clock.at += roomMillis + 1
  const { cookie } = await addAdministrator(server)
  administrator = { ...administrator, cookie }
  expect((await ask('POST', '/closing')).status).toBe(200)
})

test('it is erased closed, by its name and the password, and while no room is open', async () => {
  expect((await erase()).body).toEqual({ refusal: 'no-such-cell' })
  await ask('POST', '/closing')
  for (const body of [{}, { name: cellName }, { password: 'mật khẩu quản trị' }]) {
    expect((await ask('DELETE', '', body)).body).toEqual({ refusal: 'bad-request' })
  }
  // A name that is mistyped is no guess at the password: whoever knows that is not slowed down.
  for (let typo = 0; typo < 6; typo += 1) {
    expect((await erase({ name: 'Chi bộ khác' })).body).toEqual({ refusal: 'not-its-name' })
  }
  expect((await erase({ password: 'wrong' })).body).toEqual({ refusal: 'wrong-password' })
  const other = await server.addCell()
  await openRoom(other)
  expect((await erase()).body).toEqual({ refusal: 'rooms-open' })
  expect((await list()).cells).toHaveLength(2)
})

test('of an erased cell nothing is in any file of the server, and what is of others verifies as before', async () => {
  const other = await played()
  await server.ask('POST', '/api/backups', cell)
  await server.ask('POST', '/api/backups', other)
  await server.backups.byHand()
  await server.database.store.checkpoint()
  await copyFile(databaseFile(server.temporary), beforeRestore())
  expect(await tracesInFiles()).toEqual(traces())
  const before = await verdicts()
  // Of the draft there is nothing to verify yet.
  expect(before.map(({ ok }) => ok)).toEqual([true, true, true])

  await ask('POST', '/closing')
  expect((await erase()).status).toBe(200)
  await server.erasures.idle()
  expect(await tracesInFiles()).toEqual([])
  expect((await list()).cells.map(({ cellId }) => cellId)).toEqual([other.id])
  expect((await list()).cleaning).toBe(false)
  const after = await verdicts()
  expect(after).toHaveLength(1)
  expect(before).toContainEqual(after[0])
  expect((await server.ask('GET', '/api/members', other)).body).toMatchObject({ members: [{ name: remaining }] })
  // Not even in a copy that is made now, and every copy of the others is still there and whole.
  await server.backups.byHand()
  expect(await tracesInFiles()).toEqual([])
  expect(await filesHolding(remaining)).toHaveLength(5)

  const noted = await journal()
  expect(noted.lines.slice(0, 2)).toMatchObject([
    { action: 'cell-erased', login: administrator.login, cellName: '', atMs: server.clock.at },
    { action: 'cell-closed', cellName: '' },
  ])
  expect(JSON.stringify(noted)).not.toContain(cellName)
}, 120_000)

test('a member who is erased is in no copy of their cell alone, either', async () => {
  const memberId = await cell.addMember({ name: memberName })
  await ask('POST', '/copy')
  expect(await filesHolding(memberName)).toHaveLength(2)
  await server.ask('POST', `/api/members/${memberId}/erase`, { ...cell, body: { name: memberName } })
  await server.erasures.idle()
  expect(await filesHolding(memberName)).toEqual([])
}, 60_000)

test('no restore brings it back: not of a copy that is staged, nor of data put in place by hand', async () => {
  await played()
  const { dataDir, database } = server.temporary
  const stick = join(dataDir, '..', `khac-sau-stick-${cell.id}.sqlite`)
  await database.store.checkpoint()
  await copyFile(databaseFile(server.temporary), stick)
  await ask('POST', '/closing')
  await erase()
  await server.erasures.idle()
  await mkdir(join(dataDir, 'backups'), { recursive: true })
  const copy = { name: 'stick', kind: 'uploaded' as const, madeAtMs: 1, bytes: 1, file: stick }
  expect(await server.backups.stage(copy)).toMatchObject({ ok: true })
  expect(await tracesInFiles()).toEqual([])
  await server.backups.unstage()

  // As data of before, put in place by hand, would be: the cell is there, and nothing in them says that it is not to be.
  const { store } = database
  const { cell: cells, erasedCell } = store.tables
  await store.write((writer) => writer.delete(erasedCell).returning())
  const row = { id: cell.id, name: cellName, boardKey: cell.boardKey, createdAtMs: 1 }
  await store.write((writer) => writer.insert(cells).values(row).returning())
  await reapplyErasures(store, erasuresFile(server.temporary), server.clock.at)
  expect((await list()).cells.map(({ name }) => name)).toEqual(['Chi bộ Mẫu'])
  expect(await filesHolding(cellName)).toEqual([])
  expect((await journal()).lines[0]).toMatchObject({ action: 'cell-erased', login: null, atMs: server.clock.at })
}, 120_000)

test('what a crash left between the data and the list is made good at the next start', async () => {
  await ask('POST', '/closing')
  const { store } = server.database
  await store.write((writer) =>
    writer.insert(store.tables.erasedCell).values({ cellId: 'gone', erasedAtMs: 5 }).returning(),
  )
  const file = erasuresFile(server.temporary)
  await reapplyErasures(store, file, server.clock.at)
  await reapplyErasures(store, file, server.clock.at)
  expect((await readErasures(file)).cellIds).toEqual(['gone'])
})

function ask(method: 'POST' | 'DELETE', path: string, body?: object, cellId = cell.id) {
  const url = `/api/administration/cells/${cellId}${path}`
  return server.ask(method, url, { cookie: administrator.cookie, ...(body ? { body } : {}) })
}

function erase(changes: { name?: string; password?: string } = {}) {
  return ask('DELETE', '', { name: cellName, password: administrator.password, ...changes })
}

async function list(): Promise<AdministeredCells> {
  return (await server.ask('GET', '/api/administration/cells', administrator)).body as AdministeredCells
}

async function journal(): Promise<AdministrationJournal> {
  return (await server.ask('GET', '/api/administration/journal', administrator)).body as AdministrationJournal
}

async function cellJournal(): Promise<readonly string[]> {
  return ((await server.ask('GET', '/api/audit', cell)).body as AuditPage).lines.map(({ action }) => action)
}

/** Every door of a cell that needs no session, and signing in. */
async function waysIn() {
  const { body } = await server.ask('POST', '/api/access/invitations', {
    ...cell,
    body: { role: 'owner', validDays: 7 },
  })
  const secret = secretIn((body as InvitationMade).url)
  const accepted = { secret, login: 'bithu', displayName: ownerName, password: 'mật khẩu dài' }
  const { headers } = await server.ask('POST', '/api/invitations/accept', { body: accepted })
  const open = await server.ask('POST', '/api/access/invitations', { ...cell, body: { role: 'viewer', validDays: 7 } })
  const linkSecret = newSecret()
  const hashes = new Map([[await cell.addMember(), hashSecret(linkSecret)]])
  await memberLinkRepository(server.database.store).make(cell.id, hashes, { madeAtMs: 1, replacing: false })
  const invitation = { body: { secret: secretIn((open.body as InvitationMade).url) } }
  const credentials = { body: { login: 'bithu', password: 'mật khẩu dài' } }
  const link = { body: { secret: linkSecret, token: null } }
  return {
    cookie: [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '',
    ways: {
      signIn: () => server.ask('POST', '/api/session', credentials),
      invitation: () => server.ask('POST', '/api/invitations/look', invitation),
      memberLink: () => server.ask('POST', '/api/member-links/look', link),
      board: () => server.ask('GET', `/api/boards/${cell.boardKey}`),
    },
  }
}

/** A contest of the cell that is to go, and one of a cell that is to stay. */
async function played(): Promise<TestCell> {
  const other = await server.addCell()
  await cell.addAccount('secretary', ownerName)
  for (const [one, name] of [
    [cell, memberName],
    [other, remaining],
  ] as const) {
    const memberId = await one.addMember({ name })
    if (one === cell) await cell.addContest({ title })
    await settleContest(server.database, one, {
      month: '2026-10',
      roster: [{ memberId, ranked: true, timePercent: 100 }],
      players: [{ memberId, knowledge: 1, paceMillis: 3_000 }],
    })
  }
  return other
}

async function openRoom(one: TestCell): Promise<void> {
  await one.addMember()
  const opened = await server.openRoom(await one.addContest(), one)
  expect(opened.status).toBe(200)
}

function verdicts() {
  return verifyContests({ database: server.database, moment: () => Promise.resolve() })
}

function traces(): readonly string[] {
  return [cellName, memberName, ownerName, title]
}

async function tracesInFiles(): Promise<readonly string[]> {
  const found = await Promise.all(
    traces().map(async (trace) => ((await filesHolding(trace)).length > 0 ? [trace] : [])),
  )
  return found.flat()
}

/** Where a restore keeps the data that it replaced. */
function beforeRestore(): string {
  return join(server.temporary.dataDir, 'khac-sau.before-restore-2026-11-01T00-00-00-000Z.sqlite')
}

/** The database, its log, the copies, the list: every file of the data folder. */
async function filesHolding(text: string): Promise<readonly string[]> {
  const entries = await readdir(server.temporary.dataDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const holding = await Promise.all(files.map(async (file) => ((await readFile(file)).includes(text) ? [file] : [])))
  return holding.flat()
}

function secretIn(url: string): string {
  return url.split('#')[1] ?? ''
}
