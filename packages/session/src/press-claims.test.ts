import { expect, test } from 'vitest'
import { storedPaint } from './answer-storage.ts'
import { createContestClock } from './contest-clock.ts'
import { createPressClaims } from './press-claims.ts'
import { fakeStorage } from './testing/fake-storage.ts'
import { fakeTime } from './testing/fake-time.ts'

/** The contest clock is 500 ms ahead of the page's. */
function phone(storage = fakeStorage()) {
  const time = { now: 10_000 }
  const clock = createContestClock(() => time.now)
  const sync = (bootId: string, ahead = 500) =>
    clock.sample({ sentAt: time.now, receivedAt: time.now, at: time.now + ahead, bootId })
  sync('a')
  const claims = createPressClaims(storedPaint(storage, '123456'), clock, () => time.now)
  return { time, sync, claims, storage }
}

/** The same, where the phone may sleep. */
async function atQuestion() {
  const time = fakeTime(10_000)
  const clock = createContestClock(time.now, time.wallNow)
  clock.sample({ sentAt: 10_000, receivedAt: 10_000, at: 10_500, bootId: 'a' })
  const claims = createPressClaims(storedPaint(fakeStorage(), '123456'), clock, time.now)
  claims.onPainted('c.1', null)
  await time.pass(2_000)
  return { time, clock, claims }
}

test('[T4] a press is claimed for when its event was, on the contest clock', () => {
  const { time, claims } = phone()
  claims.onPainted('c.1', null)
  time.now = 14_000
  expect(claims.claim('c.1', 13_950)).toEqual({ bootId: 'a', paintedAt: 10_500, pressedAt: 14_450 })
})

test('[T4] an event whose stamp is of another clock is taken for now', () => {
  const { time, claims } = phone()
  time.now = 14_000
  for (const stamp of [undefined, 14_001, 3, 1_790_000_000_000]) {
    expect(claims.claim('c.1', stamp)).toEqual({ bootId: 'a', paintedAt: null, pressedAt: 14_500 })
  }
})

test('[T2] an error of the phone’s clock that is mended meanwhile moves paint and press alike', () => {
  const { time, sync, claims } = phone()
  claims.onPainted('c.1', null)
  time.now = 14_000
  sync('a', 530)
  const claim = claims.claim('c.1', 14_000)
  expect((claim?.pressedAt ?? 0) - (claim?.paintedAt ?? 0)).toBe(4_000)
})

test('[T2, T8] options drawn before their time are on the screen when they are unveiled, however often that moves', () => {
  const { time, claims } = phone()
  claims.onPainted('c.1', 10_300)
  time.now = 10_200
  claims.onPainted('c.1', 10_320)
  time.now = 10_400
  claims.onPainted('c.1', null)
  time.now = 14_000
  expect(claims.claim('c.1', 14_000)).toMatchObject({ paintedAt: 10_820 })
})

test('[T3] a reload keeps the first paint of this question, and no other one’s', () => {
  const { time, claims, storage } = phone()
  claims.onPainted('c.1', null)
  const reloaded = phone(storage)
  reloaded.time.now = 900
  reloaded.sync('a', 12_000)
  reloaded.claims.onPainted('c.1', null)
  expect(reloaded.claims.claim('c.1', undefined)?.paintedAt).toBe(10_500)
  expect(reloaded.claims.claim('c.2', undefined)?.paintedAt).toBeNull()
  time.now = 11_000
  claims.onPainted('c.1', null)
  expect(claims.claim('c.1', undefined)?.paintedAt).toBe(10_500)
})

test('[T1] a paint of another boot’s clock is no paint, and without a clock there is no claim', () => {
  const { claims, storage } = phone()
  claims.onPainted('c.1', null)
  const later = phone(storage)
  later.sync('b')
  expect(later.claims.claim('c.1', undefined)).toMatchObject({ bootId: 'b', paintedAt: null })
  const clock = createContestClock(() => 0)
  expect(createPressClaims(storedPaint(storage, '1'), clock, () => 0).claim('c.1', undefined)).toBeNull()
})

test('[T9] what was pressed right after a sleep leaves with the time of the first view that came after it', async () => {
  const { time, clock, claims } = await atQuestion()
  time.sleep(3_000)
  await time.pass(400)
  const claim = claims.claim('c.1', time.now())
  expect(claim?.pressedAt).toBe(12_900)
  clock.dropIfTimeJumped()
  await time.pass(200)
  clock.seed({ at: 16_100, bootId: 'a', receivedAt: time.now() })
  expect(claims.renewed(claim)).toEqual({ bootId: 'a', paintedAt: 10_500, pressedAt: 15_900 })
})

test('[T9] what was pressed before a sleep keeps the time that it had', async () => {
  const { time, clock, claims } = await atQuestion()
  const claim = claims.claim('c.1', time.now())
  time.sleep(3_000)
  clock.dropIfTimeJumped()
  clock.seed({ at: 15_600, bootId: 'a', receivedAt: time.now() })
  expect(claims.renewed(claim)).toEqual(claim)
})

test('[T1] of another clock nothing is claimed anew', async () => {
  const { time, clock, claims } = await atQuestion()
  const claim = claims.claim('c.1', time.now())
  clock.seed({ at: 700, bootId: 'b', receivedAt: time.now() })
  expect(claims.renewed(claim)).toEqual(claim)
  expect(claims.renewed(null)).toBeNull()
})
