import { administratorRepository } from '@khac-sau/database'
import type {
  AdministeredCells,
  AdministrationJournal,
  AuditPage,
  CellListPreview,
  CellsMade,
  InvitationFound,
  LinkMade,
} from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addAdministrator } from '../testing/add-administrator.ts'
import { openTestServer, publicUrl, type TestServer } from '../testing/test-server.ts'
import { resetValidMillis } from './access-routes.ts'

const dayMillis = 24 * 60 * 60_000

let server: TestServer
let administrator: Awaited<ReturnType<typeof addAdministrator>>
beforeEach(async () => {
  server = await openTestServer()
  administrator = await addAdministrator(server)
})
afterEach(() => server.close())

test('an installation with an administrator is not set up by a code, and says who signs in where', async () => {
  expect((await server.ask('GET', '/api/setup')).body).toEqual({
    needed: false,
    administered: true,
    withoutAccounts: true,
  })
  const body = { setupCode: server.setupCode.printed, cellName: 'X', login: 'bithu', password: 'mật khẩu dài' }
  expect((await server.ask('POST', '/api/setup', { body })).body).toEqual({ refusal: 'already-set-up' })
})

test('cells are made from a list, each with a link by which its secretary becomes its owner, once', async () => {
  const text = 'Chi bộ\tBí thư\nChi bộ Một\tLê Thị Mẫu\n123\t\nChi bộ Hai\n'
  const { rows } = (await ask('POST', '/cells/preview', { text })).body as CellListPreview
  expect(rows.map(({ name, problem }) => [name, problem])).toEqual([
    ['Chi bộ Một', null],
    ['123', 'no-letters'],
    ['Chi bộ Hai', null],
  ])
  const { cells, csv, expiresAtMs } = await make([
    { name: 'Chi bộ Một', secretaryName: 'Lê Thị Mẫu' },
    { name: 'Chi bộ Hai', secretaryName: '' },
  ])

  expect(expiresAtMs).toBe(server.clock.at + 7 * dayMillis)
  expect(csv).toContain(`"Chi bộ Một","Lê Thị Mẫu","${cells[0]?.url}"`)
  expect(cells[0]?.url).toContain(`${publicUrl}/host/invitation#`)
  const secret = secretIn(cells[0]?.url)
  const look = await server.ask('POST', '/api/invitations/look', { body: { secret } })
  expect(look.body as InvitationFound).toMatchObject({
    cellName: 'Chi bộ Một',
    role: 'owner',
    inviteeName: 'Lê Thị Mẫu',
  })
  const owner = await accept(secret, 'bithu1')
  expect((await server.ask('GET', '/api/members', owner)).status).toBe(200)
  expect((await server.ask('POST', '/api/invitations/look', { body: { secret } })).status).toBe(403)

  const listed = (await list()).cells
  expect(listed).toMatchObject([
    { name: 'Chi bộ Một', owners: [{ login: 'bithu1', displayName: 'Trần Văn Mẫu' }], invitation: null },
    { name: 'Chi bộ Hai', owners: [], invitation: { inviteeName: null } },
  ])
  const again = (await ask('POST', '/cells/preview', { text: 'CHI BỘ  HAI' })).body as CellListPreview
  expect(again.rows).toMatchObject([{ problem: 'exists' }])
  expect(await cellJournal(owner)).toEqual(['invitation-accepted', 'cell-made'])
})

test('the list says how much is in a cell, and when its last room was opened', async () => {
  const cell = await server.addCell()
  await cell.addMember()
  await cell.addMember({ active: false })
  await cell.addContest()
  const opened = await cell.addContest()
  expect((await server.openRoom(opened, cell)).status).toBe(200)

  const [figures] = (await list()).cells
  expect(figures).toMatchObject({ cellId: cell.id, activeMembers: 1, contests: 2, lastContestAtMs: server.clock.at })
  expect(figures?.storedBytes).toBeGreaterThan(500)
})

test('a lost invitation is made anew, the old one is void, and a cell with an owner gets none', async () => {
  const { cells } = await make([{ name: 'Chi bộ Một', secretaryName: 'Lê Thị Mẫu' }])
  const path = `/cells/${cells[0]?.cellId}/invitation`
  const body = { inviteeName: 'Đỗ Thị Mẫu', validDays: 1 }
  const made = (await ask('POST', path, body)).body as LinkMade

  expect(made.expiresAtMs).toBe(server.clock.at + dayMillis)
  const old = { body: { secret: secretIn(cells[0]?.url) } }
  expect((await server.ask('POST', '/api/invitations/look', old)).body).toEqual({ refusal: 'invitation-over' })
  const owner = await accept(secretIn(made.url), 'bithu1')
  expect(await ask('POST', path, body)).toMatchObject({ status: 409, body: { refusal: 'cell-has-owner' } })
  expect(await ask('POST', '/cells/nowhere/invitation', body)).toMatchObject({ status: 404 })
  expect(await cellJournal(owner)).toEqual(['invitation-accepted', 'first-owner-invited', 'cell-made'])
})

test('an owner who lost the password gets a link; used, it ends old sessions, and the cell reads of it', async () => {
  const cell = await server.addCell()
  const path = `/cells/${cell.id}/owners/${cell.accountId}/reset`
  const { url, expiresAtMs } = (await ask('POST', path)).body as LinkMade
  expect(expiresAtMs).toBe(server.clock.at + resetValidMillis)
  expect(url).toContain(`${publicUrl}/host/recover#`)
  // Made is not used: whoever is signed in stays so.
  expect((await server.ask('GET', '/api/session', cell)).status).toBe(200)

  const body = { secret: secretIn(url), password: 'mật khẩu mới' }
  const done = await server.ask('POST', '/api/recovery', { body })
  expect(done.status).toBe(200)
  expect((await server.ask('GET', '/api/session', cell)).status).toBe(401)
  expect(await cellJournal(cookieOf(done))).toEqual(['password-recovered', 'access-reset'])
})

test('access is given to owners only: everyone else of a cell is its owner’s to decide on', async () => {
  const cell = await server.addCell()
  const [secretary, another] = [await cell.addAccount('secretary'), await server.addCell()]
  for (const [cellId, accountId] of [
    [cell.id, secretary.accountId],
    [another.id, cell.accountId],
    [cell.id, 'nobody'],
  ]) {
    const answer = await ask('POST', `/cells/${cellId}/owners/${accountId}/reset`)
    expect(answer).toMatchObject({ status: 404, body: { refusal: 'no-such-account' } })
  }
})

test('quotas: what is added beyond them is refused, what is there stays', async () => {
  const cell = await server.addCell()
  const memberId = await cell.addMember()
  await cell.addContest()
  expect((await ask('PUT', '/quotas', { mostCells: 1, mostMembers: 2, mostContests: 1 })).status).toBe(200)

  const body = { cells: [{ name: 'Chi bộ Hai', secretaryName: '' }], validDays: 7 }
  expect(await ask('POST', '/cells', body)).toMatchObject({ status: 409, body: { refusal: 'too-many-cells' } })
  expect((await list()).cells).toHaveLength(1)
  const contest = { month: '2026-11', title: 'Kỳ thi' }
  const refused = await server.ask('POST', '/api/contests', { ...cell, body: contest })
  expect(refused).toMatchObject({ status: 409, body: { refusal: 'too-many-contests' } })

  expect((await addMembers(cell, 2)).body).toEqual({ refusal: 'too-many-members' })
  expect((await addMembers(cell, 1)).status).toBe(201)
  const added = { revision: 2, added: [{ name: 'Ba', groupName: '' }], changed: [] }
  expect((await server.ask('POST', '/api/members/import', { ...cell, body: added })).status).toBe(409)
  // Who leaves makes room for who comes.
  const swap = { ...added, changed: [{ memberId, revision: 1, change: { active: false } }] }
  expect((await server.ask('POST', '/api/members/import', { ...cell, body: swap })).status).toBe(200)
  const back = await server.ask('PATCH', `/api/members/${memberId}`, { ...cell, body: { revision: 2, active: true } })
  expect(back).toMatchObject({ status: 409, body: { refusal: 'too-many-members' } })

  expect((await ask('PUT', '/quotas', { mostCells: 0, mostMembers: null, mostContests: null })).status).toBe(400)
  await ask('PUT', '/quotas', { mostCells: null, mostMembers: null, mostContests: null })
  expect((await addMembers(cell, 200)).status).toBe(201)
})

test('what was administered is in a journal, with who and in which cell', async () => {
  const { cells } = await make([{ name: 'Chi bộ Một', secretaryName: '' }])
  await ask('POST', `/cells/${cells[0]?.cellId}/invitation`, { inviteeName: '', validDays: 1 })
  await administratorRepository(server.database.store).remove('nobody', 1)

  const { lines, older } = (await ask('GET', '/journal')).body as AdministrationJournal
  expect(lines.map(({ action, login, cellName, detail }) => [action, login, cellName, detail])).toEqual([
    ['owner-invited', administrator.login, 'Chi bộ Một', null],
    ['cells-made', administrator.login, null, '1'],
    ['password-set', administrator.login, null, null],
  ])
  expect(older).toBeNull()
  expect((await ask('GET', `/journal?before=${lines[1]?.seq}`)).body).toMatchObject({
    lines: [{ action: 'password-set' }],
  })
})

type Cell = { readonly cookie: string }

function ask(method: 'GET' | 'POST' | 'PUT', path: string, body?: object) {
  return server.ask(method, `/api/administration${path}`, { cookie: administrator.cookie, ...(body ? { body } : {}) })
}

async function make(cells: readonly { name: string; secretaryName: string }[]): Promise<CellsMade> {
  const made = await ask('POST', '/cells', { cells, validDays: 7 })
  expect(made.status).toBe(201)
  return made.body as CellsMade
}

async function list(): Promise<AdministeredCells> {
  return (await ask('GET', '/cells')).body as AdministeredCells
}

async function accept(secret: string, login: string): Promise<Cell> {
  const body = { secret, login, displayName: 'Trần Văn Mẫu', password: 'mật khẩu dài' }
  return cookieOf(await server.ask('POST', '/api/invitations/accept', { body }))
}

function cookieOf({ headers }: Awaited<ReturnType<TestServer['ask']>>): Cell {
  return { cookie: [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '' }
}

async function cellJournal(cell: Cell): Promise<readonly string[]> {
  const { lines } = (await server.ask('GET', '/api/audit', cell)).body as AuditPage
  return lines.map(({ action }) => action)
}

function addMembers(cell: Cell, count: number) {
  const people = Array.from({ length: count }, (_, index) => ({ name: `Đảng viên số ${index}`, groupName: '' }))
  return server.ask('POST', '/api/members', { ...cell, body: { people } })
}

function secretIn(url: string | undefined): string {
  return url?.split('#')[1] ?? ''
}
