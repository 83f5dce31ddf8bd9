import { expect, test } from 'vitest'
import { createContestClock } from './contest-clock.ts'

const at = (now: number) => createContestClock(() => now)

test('[T1] the offset is the middle of the quickest round trip', () => {
  const clock = at(10_000)
  clock.sample({ sentAt: 9_000, receivedAt: 9_800, at: 59_700, bootId: 'a' })
  clock.sample({ sentAt: 9_900, receivedAt: 9_940, at: 59_920, bootId: 'a' })
  clock.sample({ sentAt: 9_950, receivedAt: 9_999, at: 80_000, bootId: 'a' })
  expect(clock.contestNow()).toBe(60_000)
  expect(clock.localOf(61_000)).toBe(11_000)
})

test('[T1] an old sample loses what clocks drift, and its place after 120 s', () => {
  const clock = at(0)
  clock.sample({ sentAt: 0, receivedAt: 10, at: 1_005, bootId: 'a' })
  clock.sample({ sentAt: 50_000, receivedAt: 50_015, at: 52_007.5, bootId: 'a' })
  expect(clock.contestNow()).toBe(2_000)
  clock.sample({ sentAt: 200_000, receivedAt: 200_400, at: 203_200, bootId: 'a' })
  expect(clock.contestNow()).toBe(3_000)
})

test('[T1] what was measured against another process is void', () => {
  const clock = at(0)
  clock.sample({ sentAt: 0, receivedAt: 2, at: 1_001, bootId: 'a' })
  clock.sample({ sentAt: 0, receivedAt: 900, at: 5_450, bootId: 'b' })
  expect(clock.contestNow()).toBe(5_000)
})

test('a view is the first estimate, the quickest view the best, and none counts after a sample', () => {
  const clock = at(0)
  clock.seed({ at: 900, bootId: 'a', receivedAt: 0 })
  clock.seed({ at: 950, bootId: 'a', receivedAt: 0 })
  clock.seed({ at: 800, bootId: 'a', receivedAt: 0 })
  expect(clock.contestNow()).toBe(950)
  clock.sample({ sentAt: 0, receivedAt: 600, at: 1_200, bootId: 'a' })
  clock.seed({ at: 990, bootId: 'a', receivedAt: 0 })
  expect(clock.contestNow()).toBe(900)
})

test('[T1] the first view of another clock is taken to be as long under way as the best sample was', () => {
  const clock = at(0)
  clock.sample({ sentAt: -60, receivedAt: 0, at: 1_200, bootId: 'a' })
  clock.seed({ at: 100, bootId: 'b', receivedAt: 0 })
  expect(clock.contestNow()).toBe(130)
})

test('[T9] a device that slept drops its samples', () => {
  const time = { now: 0, wall: 5_000 }
  const clock = createContestClock(
    () => time.now,
    () => time.wall,
  )
  clock.sample({ sentAt: 0, receivedAt: 0, at: 1_000, bootId: 'a' })
  time.now += 4_000
  time.wall += 4_200
  expect(clock.dropIfTimeJumped()).toBe(false)
  time.now += 100
  time.wall += 9_100
  expect(clock.dropIfTimeJumped()).toBe(true)
  expect(clock.dropIfTimeJumped()).toBe(false)
  clock.sample({ sentAt: 4_000, receivedAt: 4_500, at: 14_250, bootId: 'a' })
  expect(clock.contestNow()).toBe(14_100)
})
