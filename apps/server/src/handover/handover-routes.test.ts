import { accountRepository, newId } from '@khac-sau/database'
import type { Access, AuditPage, Handover, InvitationMade } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { passwordHashing } from '../accounts/passwords.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

const password = 'mật khẩu của người đi'
const endAllOf = vi.fn<(cellId: string, accountId: string) => Promise<void>>(async () => {})

let server: TestServer
let cell: TestCell
let ended: string[]
let predecessor: { readonly accountId: string; readonly cookie: string; readonly otherCookie: string }
beforeEach(async () => {
  ended = []
  endAllOf.mockClear()
  server = await openTestServer({}, undefined, (sessionHash) => ended.push(sessionHash), endAllOf)
  cell = await server.addCell()
  predecessor = await signedInWithPassword()
  // The owner that the test cell came with: there is one alone from here on.
  await accountRepository(server.database.store).remove(cell.id, cell.accountId, 1)
})
afterEach(() => server.close())

test('from the invitation to the last session, step by step, and the cell has an owner throughout', async () => {
  expect(await state()).toMatchObject({ begunAtMs: null })
  await ask('POST', '/api/handover')
  expect(await state()).toMatchObject({
    begunAtMs: server.clock.at,
    successors: [],
    backupAtMs: null,
    lookedAtMs: null,
  })
  expect(await finish('viewer')).toMatchObject({ status: 409, body: { refusal: 'handover-not-ready' } })

  const secret = await invite()
  expect((await state()).invitedUntilMs).toBeGreaterThan(server.clock.at)
  const successor = await accept(secret)
  expect(await state()).toMatchObject({ successors: [{ displayName: 'Đỗ Thị Mẫu', isSignedIn: true }] })
  server.clock.at += 1000
  expect((await ask('POST', '/api/backups')).status).toBe(201)
  expect(await finish('viewer')).toMatchObject({ status: 409 })
  await ask('POST', '/api/handover/looked')
  expect(await state()).toMatchObject({ backupAtMs: server.clock.at, lookedAtMs: server.clock.at })
  expect((await finish('viewer', 'wrong')).body).toEqual({ refusal: 'wrong-password' })
  expect((await finish('viewer')).status).toBe(200)

  for (const cookie of [predecessor.cookie, predecessor.otherCookie]) {
    expect((await server.ask('GET', '/api/session', { cookie })).status).toBe(401)
  }
  expect(ended).toHaveLength(2)
  expect(server.changed).toContain(predecessor.accountId)
  expect(endAllOf).toHaveBeenCalledExactlyOnceWith(cell.id, predecessor.accountId)
  const { accounts } = (await server.ask('GET', '/api/access', successor)).body as Access
  expect(accounts.map(({ role, displayName }) => [role, displayName])).toEqual([
    ['viewer', 'Người đi'],
    ['owner', 'Đỗ Thị Mẫu'],
  ])
  const { lines } = (await server.ask('GET', '/api/audit', successor)).body as AuditPage
  expect(lines[0]).toMatchObject({ action: 'handover-finished', actorName: 'Người đi', detail: 'viewer' })
}, 60_000)

test('whoever leaves altogether has no account any more', async () => {
  const successor = await readyToFinish()
  expect((await finish(null)).status).toBe(200)

  const { accounts } = (await server.ask('GET', '/api/access', successor)).body as Access
  expect(accounts.map(({ role }) => role)).toEqual(['owner'])
  expect((await server.ask('GET', '/api/session', predecessor)).status).toBe(401)
  const { lines } = (await server.ask('GET', '/api/audit', successor)).body as AuditPage
  expect(lines[0]).toMatchObject({ action: 'handover-finished', detail: null })
}, 60_000)

test('what was done before it began does not count, and what was dropped begins anew', async () => {
  await ask('POST', '/api/backups')
  await ask('POST', '/api/handover')
  expect(await state()).toMatchObject({ backupAtMs: null })
  await ask('POST', '/api/handover/looked')
  await ask('DELETE', '/api/handover')
  expect(await state()).toMatchObject({ begunAtMs: null })
  await ask('POST', '/api/handover')

  expect(await state()).toMatchObject({ begunAtMs: server.clock.at, lookedAtMs: null })
}, 60_000)

test('a successor who is gone again, or signed in nowhere, is none: nothing is handed over to nobody', async () => {
  await readyToFinish()
  const { accounts } = (await ask('GET', '/api/access')).body as Access
  const successorId = accounts.find(({ isYou }) => !isYou)?.accountId ?? ''
  await ask('PATCH', `/api/access/accounts/${successorId}`, { role: 'secretary' })
  expect(await finish(null)).toMatchObject({ status: 409, body: { refusal: 'handover-not-ready' } })
  await ask('PATCH', `/api/access/accounts/${successorId}`, { role: 'owner' })
  server.clock.at += 31 * 24 * 60 * 60_000
  predecessor = { ...predecessor, cookie: await newSession() }
  expect(await finish(null)).toMatchObject({ status: 409, body: { refusal: 'handover-not-ready' } })
  expect((await state()).successors).toMatchObject([{ isSignedIn: false }])
}, 60_000)

test('whoever is the last owner by the time their role is taken keeps it, and stays signed in', async () => {
  await readyToFinish()
  const { accounts } = (await ask('GET', '/api/access')).body as Access
  const successorId = accounts.find(({ isYou }) => !isYou)?.accountId ?? ''
  const { database, temporary } = server
  const { store } = database
  // As if the successor were removed at that very moment, by somebody else.
  const atomically: typeof store.atomically = async (work) => {
    await accountRepository(store).remove(cell.id, successorId, 1)
    return store.atomically(work)
  }
  const slow = await openTestServer({ database: { ...database, store: { ...store, atomically } } }, temporary)
  const body = { role: null, password }
  const late = await slow.ask('POST', '/api/handover/finish', { cookie: predecessor.cookie, body })
  await slow.close()

  expect(late).toMatchObject({ status: 409, body: { refusal: 'last-owner' } })
  expect((await ask('GET', '/api/session')).body).toMatchObject({ role: 'owner' })
  expect((await state()).begunAtMs).toBe(server.clock.at)
}, 60_000)

async function readyToFinish(): Promise<{ readonly cookie: string }> {
  await ask('POST', '/api/handover')
  const successor = await accept(await invite())
  await ask('POST', '/api/backups')
  await ask('POST', '/api/handover/looked')
  return successor
}

function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: object) {
  return server.ask(method, path, { cookie: predecessor.cookie, ...(body ? { body } : {}) })
}

async function state(): Promise<Handover> {
  return (await ask('GET', '/api/handover')).body as Handover
}

function finish(role: string | null, typed = password) {
  return ask('POST', '/api/handover/finish', { role, password: typed })
}

async function invite(): Promise<string> {
  const { body } = await ask('POST', '/api/access/invitations', { role: 'owner', validDays: 7 })
  return (body as InvitationMade).url.split('#')[1] ?? ''
}

async function accept(secret: string) {
  const body = { secret, login: newId(), displayName: 'Đỗ Thị Mẫu', password: 'mật khẩu của người đến' }
  const { headers } = await server.ask('POST', '/api/invitations/accept', { body })
  return { cookie: [headers['set-cookie'] ?? []].flat()[0]?.split(';')[0] ?? '' }
}

async function signedInWithPassword() {
  const { store } = server.database
  const account = {
    id: newId(),
    login: newId(),
    displayName: 'Người đi',
    role: 'owner' as const,
    passwordHash: await passwordHashing().hash(password),
    createdAtMs: 1,
  }
  const created = await accountRepository(store).create(cell.id, account)
  if (!created.ok) throw new Error(created.refusal)
  const begin = async () => `${server.sessions.cookie.name}=${await server.sessions.start(created.value, undefined)}`
  return { accountId: account.id, cookie: await begin(), otherCookie: await begin() }
}

async function newSession(): Promise<string> {
  const account = await accountRepository(server.database.store).byId(cell.id, predecessor.accountId)
  if (!account) throw new Error('gone')
  return `${server.sessions.cookie.name}=${await server.sessions.start(account, undefined)}`
}
