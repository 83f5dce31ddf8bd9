import type { MemberView, Receipt } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  diskIsFull,
  hostOf,
  openFirstQuestion,
  origin,
  phoneOf,
  prepared,
  request,
  startHouse,
  stopHouse,
} from '../testing/live-house.ts'

beforeEach(startHouse)
afterEach(stopHouse)

test('[A4] while the disk is full every host is told, the phone is refused and sends again, and then all is stored', async () => {
  const place = await prepared(['Trần Thị An', 'Lê Văn Bình'])
  const host = hostOf(place)
  const an = await phoneOf(place, place.memberIds[0] ?? '')
  await phoneOf(place, place.memberIds[1] ?? '')
  await host.until(({ people }) => people.every(({ presence }) => presence === 'joined'))
  const openingId = await openFirstQuestion(host)
  await an.stage('open')
  expect(host.seen.extra?.storageTrouble).toBeNull()

  diskIsFull(true)
  await fillTheLastPage(host.socket, openingId)
  await host.until((_, { storageTrouble }) => storageTrouble === 'disk-full')
  const sent = { openingId, answerId: 'a-1', options: [1], automatic: false, claim: null }
  expect(await request<Receipt>(an.socket, 'member:answer', sent)).toEqual({ ok: false, refusal: 'storage-failed' })
  // Whoever comes meanwhile is told as well, and the process answers.
  await hostOf(place).until((_, { storageTrouble }) => storageTrouble === 'disk-full')
  expect((await fetch(`${origin()}/healthz`)).status).toBe(200)
  expect(answerOf(an.seen.view)).toBeNull()

  diskIsFull(false)
  expect(await request<Receipt>(an.socket, 'member:answer', sent)).toMatchObject({ ok: true, value: { counted: true } })
  await host.until((_, { storageTrouble }) => storageTrouble === null)
  await an.until((view) => answerOf(view) !== null)
}, 30_000)

/** What is on the last page still has room for a few small events. */
async function fillTheLastPage(host: ReturnType<typeof hostOf>['socket'], openingId: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const extended = await request(host, 'host:command', { type: 'extend', openingId })
    if (extended.ok) continue
    expect(extended.refusal).toBe('storage-failed')
    return
  }
  throw new Error('the disk is never full')
}

function answerOf(view: MemberView | undefined) {
  return view?.stage.name === 'open' ? view.stage.own : null
}
