import type { AuditPage } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { auditedAction } from '../accounts/account-guard.ts'
import { openTestServer, type TestCell, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let cell: TestCell
beforeEach(async () => {
  server = await openTestServer()
  cell = await server.addCell()
})
afterEach(() => server.close())

/** What changes nothing that lasts, or writes down by itself what it did. */
const notDeclared = [
  'POST /api/members/preview',
  'POST /api/members/merges/preview',
  'POST /api/members/file',
  'POST /api/questions/preview',
  'POST /api/contests/:contestId/rehearsal',
  'DELETE /api/rehearsal',
  'PUT /api/contests/:contestId/excusals/:memberId',
]

test('every write of the host’s side says what is written down of it', () => {
  const silent = server.routes.filter(
    ({ method, permission, config }) =>
      permission !== undefined && !['GET', 'HEAD'].includes(method) && auditedAction(config) === undefined,
  )

  expect(silent.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([...notDeclared].sort())
})

test('who did what to which contest, member and account, the newest first, and no secret', async () => {
  const memberId = await cell.addMember({ name: 'Trần Thị An' })
  await server.ask('PATCH', `/api/members/${memberId}`, { ...cell, body: { revision: 1, name: 'Trần Thị Ánh' } })
  await server.ask('POST', '/api/contests', { ...cell, body: { month: '2026-11', title: 'Kỳ thi tháng 11' } })
  const { accountId } = await cell.addAccount('secretary')
  await server.ask('PATCH', `/api/access/accounts/${accountId}`, { ...cell, body: { role: 'viewer' } })
  const invited = await server.ask('POST', '/api/access/invitations', { ...cell, body: { role: 'host', validDays: 1 } })

  const { lines } = await audit()
  expect(lines).toMatchObject([
    { action: 'invitation-made', detail: 'host' },
    { action: 'role-changed', accountName: 'Bí thư', detail: 'viewer' },
    { action: 'contest-created', contestTitle: 'Kỳ thi tháng 11', actorName: 'Bí thư', atMs: server.clock.at },
    { action: 'member-changed', memberName: 'Trần Thị Ánh' },
  ])
  const { url } = invited.body as { url: string }
  expect(JSON.stringify(lines)).not.toContain(url.split('#')[1])
})

test('what was refused is not written down', async () => {
  await server.ask('DELETE', `/api/access/accounts/${cell.accountId}`, cell)
  await server.ask('PATCH', '/api/members/nobody', { ...cell, body: { revision: 1, name: 'X' } })

  expect(await audit()).toEqual({ lines: [], older: null })
})

test('typing in one contest is one line in ten minutes, and work of another one in between is another', async () => {
  const contestId = await cell.addContest()
  const other = await cell.addAccount('secretary')
  let revision = 0
  const save = async (cookie: string) => {
    const { body } = await server.ask('GET', `/api/contests/${contestId}`, cell)
    const { settings, month, title, questions } = body as Record<string, unknown>
    revision = (body as { revision: number }).revision
    await server.ask('PUT', `/api/contests/${contestId}`, {
      cookie,
      body: { revision, settings, month, title, questions },
    })
  }
  for (let count = 0; count < 3; count += 1) await save(cell.cookie)
  expect((await audit()).lines).toHaveLength(1)
  await save(other.cookie)
  await save(cell.cookie)
  server.clock.at += 10 * 60_000
  await save(cell.cookie)

  expect((await audit()).lines.map(({ action }) => action)).toEqual(Array.from({ length: 4 }, () => 'contest-changed'))
})

test('it is read page by page, and only of one’s own cell', async () => {
  for (let count = 0; count < 51; count += 1) {
    await server.ask('PATCH', '/api/cell', { ...cell, body: { revision: count + 1, name: `Chi bộ ${count}` } })
  }
  const first = await audit()
  expect([first.lines.length, first.older]).toEqual([50, 2])
  const second = await audit(`?before=${first.older}`)
  expect([second.lines.map(({ seq }) => seq), second.older]).toEqual([[1], null])
  expect((await server.ask('GET', '/api/audit?before=x', cell)).status).toBe(400)

  const foreign = await server.addCell()
  expect((await server.ask('GET', '/api/audit', foreign)).body).toEqual({ lines: [], older: null })
  expect((await server.ask('GET', '/api/audit', await cell.addAccount('secretary'))).status).toBe(403)
})

async function audit(query = ''): Promise<AuditPage> {
  return (await server.ask('GET', `/api/audit${query}`, cell)).body as AuditPage
}
