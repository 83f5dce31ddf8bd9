import type { MemberView } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
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

const signIns = 200
const phones = 30

test('two hundred who sign in at once do not hold up answers', { timeout: 60_000 }, async () => {
  const place = await prepared(Array.from({ length: phones }, (_, index) => `Đảng viên ${index + 1}`))
  const host = hostOf(place)
  const pages = await Promise.all(place.memberIds.map((memberId) => phoneOf(place, memberId)))
  await Promise.all(pages.map((page) => page.stage('lobby')))
  const openingId = await openFirstQuestion(host)
  await Promise.all(pages.map((page) => page.until((view: MemberView) => view.stage.name === 'open')))

  let done = 0
  const statuses = Array.from({ length: signIns }, (_, index) => signIn(`nguoi-la-${index}`).finally(() => (done += 1)))
  const acks = await Promise.all(
    pages.map(({ socket }, index) =>
      request(socket, 'member:answer', {
        openingId,
        answerId: `answer-${index}`,
        options: [1],
        automatic: false,
        claim: null,
      }),
    ),
  )

  expect(acks.map(({ ok }) => ok)).toEqual(pages.map(() => true))
  // Behind them in one line, the answers would have come last.
  expect(done).toBeLessThan(signIns / 2)
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([401]))
})

async function signIn(login: string): Promise<number> {
  const response = await fetch(`${origin()}/api/session`, {
    method: 'POST',
    headers: { origin: origin(), 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: 'mat-khau-nao-do' }),
  })
  return response.status
}
