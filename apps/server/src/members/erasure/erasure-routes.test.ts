import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  contestRepository,
  deviceRepository,
  type MemberChanges,
  memberMergeRepository,
  memberRepository,
  newId,
} from '@khac-sau/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { erasuresFile } from '../../environment.ts'
import { settleContest } from '../../testing/settle-contest.ts'
import { openTestServer, type TestCell, type TestServer } from '../../testing/test-server.ts'
import { verifyContests } from '../../verify/verify-contests.ts'
import { readErasures } from './erasure-list.ts'
import { reapplyErasures } from './erasures.ts'

const name = 'Đặng Thị Xuân Tuyết'
const formerName = 'Đặng Thị Xuân Tuyến'
/** Whatever describes her, in any file. */
const traces = [name, formerName, 'Xuân Tuyế', 'Tổ Hoa Mai', 'Phó bí thư phụ trách', '1964-04-05', 'hash-of-her-phone']

let server: TestServer
let cell: TestCell
const forgotten: string[] = []
beforeEach(async () => {
  forgotten.length = 0
  server = await openTestServer({ deviceForgotten: (deviceId) => forgotten.push(deviceId) })
  cell = await server.addCell()
})
afterEach(async () => {
  await server.close()
  if (server.problems.length > 0) throw new Error(server.problems.map(String).join(', '))
})

test(
  '[P2] an erased name is in no view, no export and no file, and every result still verifies',
  { timeout: 60_000 },
  async () => {
    const { tuyet, contestId } = await played()
    const before = await verdicts()
    expect(before.every(({ ok }) => ok)).toBe(true)
    const resultBefore = await resultOf(contestId)
    await server.ask('POST', '/api/backups', cell)
    expect(await tracesInFiles()).toEqual(expect.arrayContaining([name, 'Tổ Hoa Mai', 'hash-of-her-phone']))

    expect(await erase(tuyet)).toEqual({
      status: 200,
      body: { pseudonym: 'Thành viên đã xóa 1' },
      headers: expect.anything(),
    })
    await server.erasures.idle()

    // Also in the copy that was kept before, and in one that is made now.
    expect(await tracesInFiles()).toEqual([])
    expect(await server.ask('POST', '/api/backups', cell)).toMatchObject({ status: 201 })
    expect(await tracesInFiles()).toEqual([])
    expect(forgotten).toHaveLength(1)

    expect(await verdicts()).toEqual(before)
    const result = await resultOf(contestId)
    expect(result).toEqual({
      ...resultBefore,
      rows: resultBefore.rows.map((row) => (row.memberId === tuyet ? { ...row, name: 'Thành viên đã xóa 1' } : row)),
    })
    for (const url of await viewsOf(contestId)) {
      const { status, body } = await server.ask('GET', url, cell)
      expect([url, status, traces.filter((trace) => JSON.stringify(body).includes(trace))]).toEqual([url, 200, []])
    }
    for (const file of ['roster.csv', 'roster.xlsx']) {
      const download = await server.app.inject({
        url: `/api/members/download/${file}`,
        headers: { cookie: cell.cookie },
      })
      expect(download.statusCode).toBe(200)
      if (file.endsWith('csv')) expect(download.body).not.toContain('đã xóa')
    }
    const board = await server.ask('GET', `/api/boards/${cell.boardKey}`)
    expect(JSON.stringify(board.body)).toContain('Thành viên đã xóa 1')
  },
)

test('what was erased is in the journal, by whom and when, without the name', async () => {
  const memberId = await cell.addMember({ name })
  await erase(memberId)
  const { lines } = (await server.ask('GET', '/api/audit', cell)).body as { lines: object[] }

  expect(lines).toMatchObject([
    {
      action: 'member-erased',
      memberName: 'Thành viên đã xóa 1',
      actorName: 'Bí thư',
      atMs: server.clock.at,
      detail: null,
    },
  ])
})

test('only the owner erases, who types the name, and nobody of another cell', async () => {
  const memberId = await cell.addMember({ name })
  for (const role of ['secretary', 'host', 'viewer'] as const) {
    expect(await erase(memberId, await cell.addAccount(role))).toMatchObject({ status: 403 })
  }
  expect(await erase(memberId, await server.addCell())).toMatchObject({ status: 404 })
  for (const typed of ['', 'Đặng Thị Xuân Tuyêt', 'đặng thị xuân tuyết']) {
    expect(await erase(memberId, cell, typed)).toMatchObject({ status: 409, body: { refusal: 'name-differs' } })
  }
  expect(await nameOf(memberId)).toBe(name)

  // As another keyboard writes the same letters, with the address that is in front of every name.
  expect(await erase(memberId, cell, ` đ/c ${name.normalize('NFD')} `)).toMatchObject({ status: 200 })
})

test('[P2] refused while the member is on the list of a contest whose room is open', async () => {
  const memberId = await cell.addMember({ name })
  const contestId = await openRoomFor(memberId)
  expect(await erase(memberId)).toMatchObject({ status: 409, body: { refusal: 'member-in-live-contest' } })
  expect(await nameOf(memberId)).toBe(name)

  // Of somebody who is not on it nothing is held up, but cleaning waits until no room is open.
  const other = await cell.addMember({ name: 'Vũ Văn Cao' })
  expect(await erase(other, cell, 'Vũ Văn Cao')).toMatchObject({ status: 200 })
  await server.erasures.idle()
  expect(await readErasures(erasuresFile(server.temporary))).toMatchObject({ cleanThrough: 0 })

  await finish(contestId)
  expect(await erase(memberId)).toMatchObject({ status: 200 })
  await server.erasures.idle()
  expect(await readErasures(erasuresFile(server.temporary))).toMatchObject({ cleanThrough: 2 })
})

test('[S4] a merged entry holds an erasure up as well, and its phone is told', async () => {
  const { store } = server.database
  const [old, memberId] = [await cell.addMember({ name: formerName }), await cell.addMember({ name })]
  const merge = { memberId: old, intoMemberId: memberId, mergedBy: cell.accountId, mergedAtMs: 5 }
  await memberMergeRepository(store).merge(cell.id, merge)
  const device = { id: newId(), memberId: old, tokenHash: newId(), provedBy: 'name' as const, createdAtMs: 9 }
  await deviceRepository(store).create(cell.id, device)
  const contestId = await openRoomFor(old)
  expect(await erase(memberId)).toMatchObject({ status: 409, body: { refusal: 'member-in-live-contest' } })

  await finish(contestId)
  expect(await erase(memberId)).toMatchObject({ status: 200 })
  expect(forgotten).toEqual([device.id])
  await server.erasures.idle()
  expect(await tracesInFiles()).toEqual([])
})

test('who is erased is on no roster, is changed by nobody, and is not erased again', async () => {
  const memberId = await cell.addMember({ name })
  await erase(memberId)

  expect((await server.ask('GET', '/api/members', cell)).body).toEqual({ members: [], revision: 1 })
  expect((await server.ask('GET', '/api/members/proofs', cell)).body).toEqual({ members: [] })
  const gone = { status: 404, body: { refusal: 'no-such-member' } }
  expect(await server.ask('PATCH', `/api/members/${memberId}`, { ...cell, body: { revision: 1, name } })).toMatchObject(
    gone,
  )
  expect(await server.ask('GET', `/api/members/${memberId}/data.json`, cell)).toMatchObject(gone)
  expect(await server.ask('POST', '/api/members/pins', { ...cell, body: { memberIds: [memberId] } })).toMatchObject(
    gone,
  )
  expect(await erase(memberId, cell, 'Thành viên đã xóa 1')).toMatchObject(gone)
  const list = { revision: 1, added: [], changed: [{ memberId, revision: 1, change: { name } }] }
  expect(await server.ask('POST', '/api/members/import', { ...cell, body: list })).toMatchObject(gone)
})

test('[P2] what a crash left between the data and the list is made good at the next start, in both directions', async () => {
  const { store } = server.database
  const file = erasuresFile(server.temporary)
  const [an, binh] = [await cell.addMember({ name: 'Trần Thị An' }), await cell.addMember({ name: 'Lê Văn Bình' })]
  await erase(an, cell, 'Trần Thị An')
  await server.erasures.idle()
  // The data of before: as a restore of an older copy leaves them.
  const restored: MemberChanges = { name: 'Trần Thị An', active: true, toMonth: null }
  const { member } = store.tables
  await store.write((writer) =>
    writer
      .update(member)
      .set({ ...restored, erasedAtMs: null, erasedNumber: null })
      .returning(),
  )
  // And one that is erased in the data, and not yet in the list.
  const lastMonth = '2026-10'
  const erasing = { atMs: 5, lastMonth, pseudonymOf: (number: number) => `Thành viên đã xóa ${number}` }
  await memberRepository(store).erase(cell.id, binh, erasing)
  await reapplyErasures(store, file, server.clock.at)

  expect(await nameOf(an)).toBe('Thành viên đã xóa 1')
  expect(await memberRepository(store).byId(cell.id, an)).toMatchObject({ erasedNumber: 1, active: false })
  expect((await readErasures(file)).members.map(({ memberId }) => memberId)).toEqual([an, binh])
  await reapplyErasures(store, file, server.clock.at)
  expect((await readErasures(file)).members).toHaveLength(2)
})

/** As far as the HTTP side sees it: a contest at its stage, and its list in the log. */
async function openRoomFor(memberId: string): Promise<string> {
  const contestId = await cell.addContest()
  await server.openRoom(contestId, cell)
  const roster = [{ memberId, ranked: true, timePercent: 100 as const }]
  const opened = { type: 'room-opened' as const, at: 0, contentHash: 'hash', roster }
  await server.database.contestLog.append(contestId, 0, [opened])
  return contestId
}

async function finish(contestId: string): Promise<void> {
  await contestRepository(server.database.store).setStage(cell.id, contestId, { stage: 'finished' })
}

async function played() {
  const described = { groupName: 'Tổ Hoa Mai', position: 'Phó bí thư phụ trách', birthday: '1964-04-05' }
  const tuyet = await cell.addMember({ name: formerName, ...described, timePercent: 150 })
  const binh = await cell.addMember({ name: 'Lê Văn Bình' })
  await server.ask('PATCH', `/api/members/${tuyet}`, { ...cell, body: { revision: 1, name } })
  const device = {
    id: newId(),
    memberId: tuyet,
    tokenHash: 'hash-of-her-phone',
    provedBy: 'pin' as const,
    createdAtMs: 9,
  }
  await deviceRepository(server.database.store).create(cell.id, device)
  const { contestId } = await settleContest(server.database, cell, {
    month: '2026-10',
    roster: [tuyet, binh].map((memberId) => ({ memberId, ranked: true, timePercent: 100 })),
    players: [
      { memberId: tuyet, knowledge: 1, paceMillis: 3_000 },
      { memberId: binh, knowledge: 0, paceMillis: 9_000 },
    ],
  })
  return { tuyet, contestId }
}

async function viewsOf(contestId: string): Promise<readonly string[]> {
  const lists = server.routes.filter(
    ({ method, url, permission }) => method === 'GET' && permission !== undefined && !url.includes(':'),
  )
  const own = ['', '/result', '/timing'].map((what) => `/api/contests/${contestId}${what}`)
  return [...lists.map(({ url }) => url), ...own, `/api/boards/${cell.boardKey}`]
}

function erase(memberId: string, asking: { readonly cookie: string } = cell, typed = name) {
  return server.ask('POST', `/api/members/${memberId}/erase`, { cookie: asking.cookie, body: { name: typed } })
}

async function verdicts() {
  return verifyContests({ database: server.database, moment: () => Promise.resolve() })
}

type Result = { readonly rows: readonly { readonly memberId: string; readonly name: string }[] }

async function resultOf(contestId: string): Promise<Result> {
  return (await server.ask('GET', `/api/contests/${contestId}/result`, cell)).body as Result
}

async function nameOf(memberId: string): Promise<string | undefined> {
  return (await memberRepository(server.database.store).byId(cell.id, memberId))?.name
}

/** Which of them are in any byte of any file of the data folder: the database, its log, the copies, the list. */
async function tracesInFiles(): Promise<readonly string[]> {
  const entries = await readdir(server.temporary.dataDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(files.map((file) => readFile(file)))
  return traces.filter((trace) => contents.some((content) => content.includes(trace)))
}
