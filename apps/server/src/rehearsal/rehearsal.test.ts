import { deviceRepository, hashSecret } from '@khac-sau/database'
import type { HostView, MemberView } from '@khac-sau/engine'
import type { Rehearsal } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  backups,
  call,
  connect,
  database,
  drafted,
  hostOf,
  openFirstQuestion,
  openRoom,
  page,
  type Prepared,
  refusalOf,
  rehearsalFolders,
  request,
  restart,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

const short = {
  stem: 'Kết luận 01-KL/TW?',
  options: ['2016', '2021', '2022', '2023'],
  right: [1],
  explanation: 'Ngày 18/5/2021.',
  source: 'Kết luận 01-KL/TW',
  seconds: 5,
}
const names = ['An', 'Bình', 'Chi']

beforeEach(startHouse)
afterEach(stopHouse)

async function begun(cookie: string, contestId: string, questions: 'own' | 'sample' = 'own') {
  const { json } = await call('POST', `/api/contests/${contestId}/rehearsal`, cookie, { questions })
  const rehearsal = json as Rehearsal
  const host = hostOf({ cookie, contestId: rehearsal.rehearsalId } as Prepared)
  await host.until(() => true)
  return { rehearsal, host, extras: host.seen.extra! }
}

const joined = (host: ReturnType<typeof hostOf>, count: number) =>
  host.until(({ joinedCount }) => joinedCount === count)

async function next(host: ReturnType<typeof hostOf>): Promise<void> {
  const after = host.seen.view?.step
  expect(await request(host.socket, 'host:command', { type: 'next', after })).toEqual({ ok: true, value: {} })
}

/** From the stem to the reveal, with the host's short cut. */
async function ask(host: ReturnType<typeof hostOf>, question: number): Promise<HostView> {
  const { stage } = await host.stage('stem')
  if (stage.name !== 'stem') throw new Error('no stem')
  await request(host.socket, 'host:command', { type: 'cut-lead', openingId: stage.openingId })
  return host.until(({ stage: now }) => now.name === 'reveal' && now.question === question)
}

/** The secretary's own phone takes a place that is kept for it. P1, P2: nobody of the cell is on the list. */
async function trialPhone(roomCode: string) {
  const visitor = connect('/member', { roomCode })
  type Roster = { rehearsal: boolean; people: { memberId: string; name: string }[] }
  const roster = await request<Roster>(visitor, 'member:roster', {})
  if (!roster.ok) throw new Error(roster.refusal)
  expect(roster.value.rehearsal).toBe(true)
  expect(roster.value.people.filter(({ name }) => names.includes(name))).toEqual([])
  const place = roster.value.people.find(({ name }) => name === 'Điện thoại thử 1')
  const claimed = await request<{ token: string }>(visitor, 'member:claim', { memberId: place?.memberId })
  if (!claimed.ok) throw new Error(claimed.refusal)
  const { token } = claimed.value
  return { token, phone: page<MemberView>(connect('/member', { roomCode, token }), 'member:view') }
}

test('[C9] a rehearsal runs to its podium, marked on every screen, and leaves nothing', async () => {
  const { cookie, contestId } = await drafted(names, [short, short])
  const { rehearsal, host, extras } = await begun(cookie, contestId)
  expect(rehearsal).toMatchObject({ contestId })
  const roomCode = extras.join?.roomCode ?? ''
  const screenKey = extras.screenUrl.split('/').at(-1) ?? ''
  const screen = screenOf({ screenKey } as Prepared)

  const { phone, token } = await trialPhone(roomCode)
  await phone.stage('lobby')

  await joined(host, 9)
  await next(host)
  const reveals: HostView[] = []
  for (const question of [0, 1]) {
    reveals.push(await ask(host, question))
    await next(host)
  }
  const podium = await host.stage('podium')
  expect(await screen.stage('podium')).toMatchObject({ rehearsal: true })
  expect(await phone.stage('podium')).toMatchObject({ rehearsal: true })
  expect(await request(host.socket, 'host:command', { type: 'settle' })).toEqual({ ok: true, value: {} })

  const simulated = podium.ranking.filter(({ name }) => name.startsWith('Mô phỏng'))
  expect(simulated.length).toBe(8)
  expect(simulated.every(({ tookPart }) => tookPart)).toBe(true)
  expect(new Set(simulated.map(({ totalMillis }) => totalMillis)).size).toBeGreaterThan(4)
  // In the second question one answer is too late, and one phone was gone for a while.
  const counted = reveals.map(({ stage }) => (stage.name === 'reveal' ? stage.distribution.answered : -1))
  expect(counted).toEqual([8, 7])
  const wasGone = host.seen.all.some((json) =>
    (JSON.parse(json) as HostView).people.some(
      ({ name, presence, connected }) => name === 'Mô phỏng An' && presence === 'joined' && !connected,
    ),
  )
  expect(wasGone).toBe(true)

  // Nowhere but in its own room; the contest is as it was.
  const { json: listed } = await call('GET', '/api/contests', cookie)
  expect(listed).toMatchObject({ contests: [{ contestId, stage: 'draft' }] })
  for (const path of ['', '/result', '/timing']) {
    await expect(call('GET', `/api/contests/${rehearsal.rehearsalId}${path}`, cookie)).rejects.toThrow('404')
  }
  const { json: roll } = (await call('GET', '/api/members', cookie)) as { json: { members: { name: string }[] } }
  expect(roll.members.map(({ name }) => name)).toEqual(names)
  expect(await deviceRepository(database().store).byTokenHash(hashSecret(token))).toBeUndefined()
  expect(await backups()).toEqual([])
  expect(await rehearsalFolders()).toHaveLength(1)

  const refused = refusalOf(phone.socket)
  await call('DELETE', '/api/rehearsal', cookie)
  phone.socket.connect()
  expect(await refused).toBe('rehearsal-over')
  expect(await rehearsalFolders()).toEqual([])
  expect((await call('GET', '/api/rehearsal', cookie)).json).toEqual({ rehearsal: null })
  expect(await refusalOf(connect('/screen', { screenKey }))).toBe('rehearsal-over')
  expect(await refusalOf(connect('/host', { contestId: rehearsal.rehearsalId }, { cookie }))).toBe('rehearsal-over')
}, 60_000)

test('[C9] a rehearsal with sample questions shows none of the contest’s own', async () => {
  const { cookie, contestId } = await drafted(names, [{ ...short, stem: 'Câu của kỳ thi thật?' }])
  const { host } = await begun(cookie, contestId, 'sample')
  await joined(host, 8)
  await openFirstQuestion(host)
  expect(host.seen.view?.questionCount).toBe(3)
  expect(host.seen.all.join()).not.toContain('Câu của kỳ thi thật')
})

test('[C9] another rehearsal, opening the room, and a new start of the server each end the one before', async () => {
  const { cookie, contestId } = await drafted(names, [short])
  const first = await begun(cookie, contestId)
  const second = await begun(cookie, contestId)
  expect(second.rehearsal.rehearsalId).not.toBe(first.rehearsal.rehearsalId)
  expect(await rehearsalFolders()).toHaveLength(1)

  await restart()
  expect(await rehearsalFolders()).toEqual([])
  expect((await call('GET', '/api/rehearsal', cookie)).json).toEqual({ rehearsal: null })

  await begun(cookie, contestId)
  await openRoom(contestId, cookie)
  expect(await rehearsalFolders()).toEqual([])
  await expect(call('POST', `/api/contests/${contestId}/rehearsal`, cookie, { questions: 'own' })).rejects.toThrow(
    'room-already-open',
  )
}, 60_000)

test('[C9] questions that are not in order are not rehearsed; the samples are', async () => {
  const { cookie, contestId } = await drafted(names, [])
  await expect(call('POST', `/api/contests/${contestId}/rehearsal`, cookie, { questions: 'own' })).rejects.toThrow(
    'no-questions',
  )
  await begun(cookie, contestId, 'sample')
})

test('[C9] whoever is signed out, or of another cell, has no rehearsal', async () => {
  const { contestId, cookie } = await drafted(names, [short])
  await expect(call('POST', `/api/contests/${contestId}/rehearsal`, '', { questions: 'own' })).rejects.toThrow('401')
  await expect(call('DELETE', '/api/rehearsal', '')).rejects.toThrow('401')
  await expect(call('POST', '/api/contests/other/rehearsal', cookie, { questions: 'own' })).rejects.toThrow('404')
})
