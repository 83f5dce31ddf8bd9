import { readFileSync } from 'node:fs'
import {
  cellErasureRepository,
  deviceRepository,
  excusalRepository,
  hashSecret,
  newId,
  newSecret,
} from '@khac-sau/database'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { settleContest } from '../../testing/settle-contest.ts'
import { openTestServer, sampleQuestion, type TestCell, type TestServer } from '../../testing/test-server.ts'
import type { MemberData } from './member-data.ts'

let server: TestServer
let cell: TestCell
beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())
beforeEach(async () => {
  cell = await server.addCell()
})

test('[P2] the committee takes everything that is kept about one member, as a file for a machine', async () => {
  const { an, binh, contestId } = await playedMonth()
  const device = { id: newId(), memberId: an, tokenHash: 'hash-of-a-token', provedBy: 'pin' as const, createdAtMs: 99 }
  await deviceRepository(server.database.store).create(cell.id, device)
  await server.ask('POST', '/api/members/pins', { ...cell, body: { memberIds: [an] } })
  await server.ask('PATCH', `/api/members/${an}`, { ...cell, body: { revision: 1, position: 'Phó bí thư' } })

  const data = await dataOf(an)
  expect(data.entry).toMatchObject({
    name: 'Trần Thị An',
    position: 'Phó bí thư',
    birthday: '1964-04-05',
    hasPin: true,
  })
  expect(data.devices).toEqual([{ sinceMs: 99, provedBy: 'pin', revokedAtMs: null }])
  expect(data.journal).toEqual([{ atMs: server.clock.at, action: 'member-changed', contest: null }])
  const [contest] = data.contests
  expect(data.contests).toHaveLength(1)
  expect(contest).toMatchObject({
    month: '2026-10',
    settled: true,
    monthlyFirst: true,
    excused: false,
    // The contest began at the wall time 6; the phone came a few seconds later.
    joinedAtMs: expect.any(Number),
    result: { rank: 1, scoreHundredths: 1000, right: 3, questionsCounted: 3 },
  })
  expect(contest?.joinedAtMs).toBeGreaterThan(2_000)
  const times = contest?.answers.map(({ responseMillis }) => responseMillis) ?? []
  expect(contest?.result?.totalMillis).toBe(times.reduce((sum, millis) => sum + millis, 0))
  expect(contest?.answers.map(({ receivedAtMs }) => receivedAtMs)).toEqual(
    contest?.answers.map(({ receivedAtMs }) => receivedAtMs).sort(),
  )
  expect(contest?.answers[0]).toMatchObject({ outcome: 'counted', evidence: { roundTripMillis: expect.any(Number) } })

  await excusalRepository(server.database.store).set(cell.id, contestId, binh, 7)
  const [absent] = (await dataOf(binh)).contests
  expect(absent).toMatchObject({ joinedAtMs: null, excused: true, result: null, answers: [], timePercent: 150 })
})

test('[P1] without what was chosen, whether it was right, and anybody else', async () => {
  const { an } = await playedMonth()
  for (const kind of ['json', 'html']) {
    const { body } = await download(an, kind)
    expect(sampleQuestion.options.filter((option) => body.includes(option))).toEqual([])
    expect(body).not.toContain('Lê Văn Bình')
  }
  expect((await dataOf(an)).contests[0]?.answers.map(({ own }) => own)).toEqual([null, null, null])
})

test('[P2] as a page it reads in the language asked for, runs nothing and loads nothing', async () => {
  const { an } = await playedMonth()
  const vietnamese = await download(an, 'html')
  expect(vietnamese.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-disposition': 'attachment; filename="du-lieu-ca-nhan.html"',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  })
  for (const words of ['Đồng chí Trần Thị An, Chi bộ Mẫu', '05/04/1964', 'Kỳ thi 2026-10, tháng 10/2026', '10/10']) {
    expect(vietnamese.body).toContain(words)
  }
  expect(vietnamese.body).not.toMatch(/<script|<link|<img|src=|href=|url\(/)
  const english = await download(an, 'html', '?language=en')
  expect(english.headers['content-disposition']).toBe('attachment; filename="personal-data.html"')
  expect(english.body).toContain('Personal data in Khắc Sâu')
})

test('[P1] a member’s own phone takes what they chose as well, and no other phone does', async () => {
  const { an, binh } = await playedMonth()
  const [own, others] = [await phoneOf(an), await phoneOf(binh)]
  const stranger = await server.addCell()

  const page = await takeOwn(own)
  expect([page.statusCode, page.headers['content-disposition']]).toEqual([200, 'attachment'])
  expect(page.body).toContain('Đồng chí Trần Thị An')
  expect(page.body).toContain(sampleQuestion.options[0])
  expect(page.body).not.toContain('Lê Văn Bình')
  expect((await takeOwn(others)).body).not.toContain('Trần Thị An')
  for (const refused of [
    takeOwn(undefined),
    takeOwn('made-up'),
    takeOwn(own, stranger.boardKey),
    takeOwn(own, 'no-board'),
  ]) {
    expect((await refused).json()).toEqual({ refusal: 'no-such-member' })
  }
  await deviceRepository(server.database.store).revokeAllOf(cell.id, an, 5)
  expect((await takeOwn(own)).statusCode).toBe(404)
})

test('[P1] out of a cell that is closed no phone takes anything, and out of one that is reopened it does', async () => {
  const { an } = await playedMonth()
  const own = await phoneOf(an)
  const erasure = cellErasureRepository(server.database.store)
  expect(await erasure.close(cell.id, { closedAtMs: 9, liveSinceMs: 9 })).toMatchObject({ ok: true })

  const refused = await takeOwn(own)
  expect([refused.statusCode, refused.json()]).toEqual([403, { refusal: 'cell-closed' }])
  await erasure.reopen(cell.id)
  expect((await takeOwn(own)).statusCode).toBe(200)
})

test('that it was taken is in the journal, with the member and without the file', async () => {
  const memberId = await cell.addMember({ name: 'Vũ Văn Cao' })
  await download(memberId, 'json')
  const { lines } = (await server.ask('GET', '/api/audit', cell)).body as { lines: object[] }

  expect(lines).toMatchObject([{ action: 'member-exported', memberName: 'Vũ Văn Cao', detail: null }])
  expect((await dataOf(memberId)).journal).toMatchObject([{ action: 'member-exported' }])
})

test('whoever does not see the roster takes nothing, and nobody of another cell', async () => {
  const memberId = await cell.addMember()
  const url = `/api/members/${memberId}/data.json`
  for (const role of ['host', 'viewer'] as const) {
    expect(await server.ask('GET', url, await cell.addAccount(role))).toMatchObject({ status: 403 })
  }
  expect(await server.ask('GET', url, await cell.addAccount('secretary'))).toMatchObject({ status: 200 })
  expect(await server.ask('GET', url, await server.addCell())).toMatchObject({ status: 404 })
  expect(await server.ask('GET', `/api/members/${memberId}/data.csv`, cell)).toMatchObject({ status: 400 })
})

test('no hostile text breaks out of the page: it has the same elements as with a harmless one', async () => {
  const texts = readFileSync(new URL('../../../../../e2e/fixtures/hostile-texts.txt', import.meta.url), 'utf8')
  const tagsOf = (page: string) => page.match(/<\/?[a-z!][^>]*>/gi)
  const withTexts = async (text: string) => {
    const memberId = await cell.addMember({ name: text, groupName: text, position: text })
    return (await download(memberId, 'html')).body
  }
  const harmless = tagsOf(await withTexts('Lê Thị Mẫu'))
  for (const text of texts.trimEnd().split('\n'))
    expect([text, tagsOf(await withTexts(text))]).toEqual([text, harmless])
})

async function playedMonth() {
  const an = await cell.addMember({ name: 'Trần Thị An', birthday: '1964-04-05' })
  const binh = await cell.addMember({ name: 'Lê Văn Bình' })
  const { contestId } = await settleContest(server.database, cell, {
    month: '2026-10',
    roster: [
      { memberId: an, ranked: true, timePercent: 100 },
      { memberId: binh, ranked: true, timePercent: 150 },
    ],
    players: [{ memberId: an, knowledge: 1, paceMillis: 3_000 }],
  })
  return { an, binh, contestId }
}

async function phoneOf(memberId: string): Promise<string> {
  const token = newSecret()
  const device = { id: newId(), memberId, tokenHash: hashSecret(token), provedBy: 'name' as const, createdAtMs: 9 }
  await deviceRepository(server.database.store).create(cell.id, device)
  return token
}

function takeOwn(token: string | undefined, boardKey = cell.boardKey) {
  const headers = token === undefined ? {} : { 'x-device-token': token }
  return server.app.inject({ url: `/api/boards/${boardKey}/own-data`, headers })
}

async function dataOf(memberId: string): Promise<MemberData> {
  return (await server.ask('GET', `/api/members/${memberId}/data.json`, cell)).body as MemberData
}

async function download(memberId: string, kind: string, query = '') {
  return server.app.inject({ url: `/api/members/${memberId}/data.${kind}${query}`, headers: { cookie: cell.cookie } })
}
