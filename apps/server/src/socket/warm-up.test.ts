import type { HostView, MemberView, Receipt } from '@khac-sau/engine'
import type { Rehearsal } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  call,
  connect,
  database,
  drafted,
  hostOf,
  openFirstQuestion,
  page,
  phoneOf,
  type Prepared,
  prepared,
  request,
  restart,
  screenOf,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'
import { verifyContests } from '../verify/verify-contests.ts'

beforeEach(startHouse)
afterEach(stopHouse)

const warmUp = { stem: 'Đồng chí ngồi ở đâu?', options: ['Hàng đầu', 'Hàng giữa', 'Hàng cuối'] }

const answered = (openingId: string, answerId: string, option: number) => ({
  openingId,
  answerId,
  options: [option],
  automatic: false,
  claim: null,
})

test('[C10, R2] the server dies in a warm-up, which goes on; then the contest begins, and nothing of it counts', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'], undefined, { warmUp })
  const [anId = '', binhId = ''] = place.memberIds
  const [an, binh] = [await phoneOf(place, anId), await phoneOf(place, binhId)]
  await Promise.all([an.stage('lobby'), binh.stage('lobby')])
  const before = hostOf(place)
  expect(await before.stage('lobby')).toMatchObject({ next: 'warm-up' })
  const peeked = { next: { question: null, stem: warmUp.stem }, notes: '' }
  expect(await request(before.socket, 'host:peek', {})).toEqual({ ok: true, value: peeked })
  const openingId = await openFirstQuestion(before)
  expect((await an.stage('open')).stage).toMatchObject({ question: null, options: warmUp.options })
  const receipt = await request<Receipt>(an.socket, 'member:answer', answered(openingId, 'a-w', 2))
  expect(receipt).toMatchObject({ ok: true, value: { counted: true } })

  await restart()
  const [host, screen] = [hostOf(place), screenOf(place)]
  const [an2, binh2] = [an, binh].map(({ token }) =>
    page<MemberView>(connect('/member', { roomCode: place.roomCode, token }), 'member:view'),
  )
  if (!an2 || !binh2) throw new Error('no phones')
  expect((await an2.stage('open')).stage).toMatchObject({ question: null, continued: true, own: { options: [2] } })
  expect(await request(an2.socket, 'member:answer', answered(openingId, 'a-w', 2))).toEqual(receipt)
  await binh2.stage('open')
  await request(binh2.socket, 'member:answer', answered(openingId, 'b-w', 0))
  expect((await screen.stage('reveal')).stage).toMatchObject({
    question: null,
    right: [],
    distribution: { answered: 2 },
  })
  expect((await an2.stage('reveal')).stage).toMatchObject({ question: null, result: null, own: { options: [2] } })
  expect(await host.stage('reveal')).toMatchObject({ step: 'reveal-warm-up', next: 'question', asked: [] })
  expect(await request(host.socket, 'host:command', { type: 'finish' })).toEqual({ ok: false, refusal: 'not-now' })

  await request(host.socket, 'host:command', { type: 'next', after: 'reveal-warm-up' })
  const { stage: stem } = await host.stage('stem')
  if (stem.name !== 'stem') throw new Error('no stem')
  expect(stem.question).toBe(0)
  await request(host.socket, 'host:command', { type: 'cut-lead', openingId: stem.openingId })
  await Promise.all([an2.stage('open'), binh2.stage('open')])
  await request(binh2.socket, 'member:answer', answered(stem.openingId, 'b-1', 1))
  await request(an2.socket, 'member:answer', answered(stem.openingId, 'a-1', 0))
  await host.until(({ stage }) => stage.name === 'reveal' && stage.question === 0)
  await request(host.socket, 'host:command', { type: 'finish' })
  const podium = await host.stage('podium')
  expect(podium.ranking).toMatchObject([
    { name: 'Lê Văn Bình', rank: 1, right: 1, scoreHundredths: 1000 },
    { name: 'Trần Thị An', rank: 2, right: 0, scoreHundredths: 0 },
  ])
  // Not only the warm-up would be told by its interruption: no time of it is in the total.
  for (const { totalMillis } of podium.ranking) expect(totalMillis).toBeLessThan(5_000)
  const { stage: own } = await an2.stage('podium')
  expect(own.name === 'podium' && own.review.map(({ question }) => question)).toEqual([0])
  await request(host.socket, 'host:command', { type: 'settle' })
  await host.until(({ settled }) => settled)

  const [verdict] = await verifyContests({ database: database(), moment: async () => {} }, place.contestId)
  expect(verdict).toMatchObject({ ok: true })
  const { json } = await call('GET', `/api/contests/${place.contestId}/result`, place.cookie)
  expect(json).toMatchObject({ questionsCounted: 1, rows: [{ right: 1 }, { right: 0 }] })
}, 60_000)

test('[C9, C10] simulated members warm up, too, with sample questions as with the contest’s own', async () => {
  const { cookie, contestId } = await drafted(['An', 'Bình', 'Chi'], undefined, { warmUp })
  const { json } = await call('POST', `/api/contests/${contestId}/rehearsal`, cookie, { questions: 'sample' })
  const { rehearsalId } = json as Rehearsal
  const host = hostOf({ cookie, contestId: rehearsalId } as Prepared)
  await host.until(({ joinedCount }) => joinedCount === 8)
  await openFirstQuestion(host)
  const { stage } = await host.until(({ stage: now }: HostView) => now.name === 'reveal')
  expect(stage).toMatchObject({ question: null, distribution: { answered: 8, expected: 8 } })
}, 60_000)
