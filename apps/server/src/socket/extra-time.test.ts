import type { Receipt } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  hostOf,
  openFirstQuestion,
  openRoom,
  phoneOf,
  prepared,
  type Prepared,
  request,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

const question = {
  stem: 'Kết luận 01-KL/TW?',
  options: ['2016', '2021'],
  right: [1],
  explanation: 'Ngày 18/5/2021.',
  source: 'Kết luận 01-KL/TW',
  seconds: 5,
}

async function threePhones(place: Prepared) {
  const [an, binh, chi] = await Promise.all(place.memberIds.map((memberId) => phoneOf(place, memberId)))
  if (!an || !binh || !chi) throw new Error('three are here')
  await Promise.all([an.stage('lobby'), binh.stage('lobby'), chi.stage('lobby')])
  return { an, binh, chi }
}

test('[A9] given in the lobby, a member’s question closes later, the key with it, and nobody else is told of whom', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình', 'Vũ Chi'], [question])
  const [host, screen] = [hostOf(place), screenOf(place)]
  const { an, binh, chi } = await threePhones(place)
  const give = { type: 'give-time', memberId: place.memberIds[1], timePercent: 200 }
  expect(await request(host.socket, 'host:command', { ...give, timePercent: 175 })).toMatchObject({
    refusal: 'bad-request',
  })
  expect(await request(host.socket, 'host:command', give)).toEqual({ ok: true, value: {} })
  await binh.until(({ me }) => me.timePercent === 200)

  const openingId = await openFirstQuestion(host)
  expect(await request(host.socket, 'host:command', { ...give, timePercent: 100 })).toMatchObject({
    refusal: 'not-now',
  })
  const [ofAn, ofBinh] = [(await an.stage('open')).stage, (await binh.stage('open')).stage]
  if (ofAn.name !== 'open' || ofBinh.name !== 'open') throw new Error('both are open')
  expect([ofAn.closesAt - ofAn.opensAt, ofBinh.closesAt - ofBinh.opensAt]).toEqual([5_000, 10_000])
  const answer = { openingId, options: [1], automatic: false, claim: null }
  await request(an.socket, 'member:answer', { ...answer, answerId: 'a' })

  await an.stage('closing')
  await screen.until(({ stage }) => stage.name === 'closing' && stage.someHaveTime)
  const waiting = await host.until(({ stage }) => stage.name === 'closing' && stage.someHaveTime)
  expect(waiting.people.filter(({ hasTime }) => hasTime).map(({ name }) => name)).toEqual(['Lê Văn Bình'])
  expect(binh.seen.view?.stage.name).toBe('open')

  const late = await request<Receipt>(binh.socket, 'member:answer', { ...answer, answerId: 'b' })
  expect(late).toMatchObject({ ok: true, value: { counted: true } })
  if (late.ok) expect(late.value.responseMillis).toBeGreaterThan(5_000)
  await chi.stage('reveal')

  for (const { seen } of [an, chi, screen]) {
    const before = seen.all.filter((view) => !view.includes('"name":"reveal"'))
    expect(before.join()).not.toContain('Ngày 18/5/2021.')
    expect(before.join()).not.toMatch(/"timePercent":200|"hasTime"/)
  }

  await request(host.socket, 'host:command', { type: 'finish' })
  expect((await binh.stage('podium')).stage).toMatchObject({ result: { rank: null, right: 1, timePercent: 200 } })
  expect((await screen.stage('podium')).stage).toMatchObject({
    places: [
      { rank: 1, name: 'Trần Thị An' },
      { rank: 2, name: 'Vũ Chi' },
    ],
    apart: [{ name: 'Lê Văn Bình', scoreHundredths: 1000 }],
    others: [],
  })
  await request(host.socket, 'host:command', { type: 'settle' })
  const { json: result } = await call('GET', `/api/contests/${place.contestId}/result`, place.cookie)
  expect(result).toMatchObject({
    rows: [{ rank: 1 }, { rank: 2 }, { name: 'Lê Văn Bình', rank: null, timePercent: 200 }],
  })
}, 40_000)

test('[A9] what the roster says of a member is where the next room starts from, and a room that is open keeps its own', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'], [question])
  const memberId = place.memberIds[0] ?? ''
  await call('PATCH', `/api/members/${memberId}`, place.cookie, { revision: 1, timePercent: 150 })
  const host = hostOf(place)
  expect((await host.stage('lobby')).people.map(({ timePercent }) => timePercent)).toEqual([100, 100])
  const odd = { revision: 2, timePercent: 175 }
  await expect(call('PATCH', `/api/members/${memberId}`, place.cookie, odd)).rejects.toThrow('400')

  const created = (await call('POST', '/api/contests', place.cookie, {
    month: '2027-05',
    title: 'Kỳ thi tháng 5',
  })) as {
    json: { contestId: string; revision: number; settings: object }
  }
  const { contestId, revision, settings } = created.json
  const change = { revision, month: '2027-05', title: 'Kỳ thi tháng 5', settings, questions: [question] }
  await call('PUT', `/api/contests/${contestId}`, place.cookie, change)
  await openRoom(contestId, place.cookie)
  const next = hostOf({ ...place, contestId })
  expect((await next.stage('lobby')).people.map(({ timePercent }) => timePercent)).toEqual([150, 100])
}, 30_000)
