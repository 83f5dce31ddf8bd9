import { uptime } from 'node:os'
import { expect, test } from 'vitest'
import { sleeplessClock } from './sleepless-clock.ts'

function machine() {
  let [monotonic, boot] = [5_000, 90_000]
  const clock = sleeplessClock(
    () => monotonic,
    () => Math.floor(boot / 10) / 100,
  )
  return {
    clock,
    pass: (millis: number) => ((monotonic += millis), (boot += millis)),
    sleep: (millis: number) => (boot += millis),
  }
}

test('[T1] time that a machine slept is counted, once', () => {
  const { clock, pass, sleep } = machine()
  pass(2_000)
  expect(clock()).toBe(7_000)
  sleep(60_000)
  pass(250)
  expect(Math.abs(clock() - 67_250)).toBeLessThanOrEqual(10)
  pass(500)
  expect(Math.abs(clock() - 67_750)).toBeLessThanOrEqual(10)
  sleep(3_000)
  pass(250)
  expect(Math.abs(clock() - 71_000)).toBeLessThanOrEqual(20)
})

test('[T1] without sleep it is the monotonic clock to the millisecond, whatever the uptime rounds to', () => {
  const { clock, pass } = machine()
  for (let step = 1; step <= 1_000; step += 1) {
    pass(7)
    expect(clock()).toBe(5_000 + step * 7)
  }
})

test('on this machine it never runs back', () => {
  const clock = sleeplessClock(() => performance.now(), uptime)
  let last = clock()
  for (let turn = 0; turn < 1_000; turn += 1) {
    const now = clock()
    expect(now).toBeGreaterThanOrEqual(last)
    last = now
  }
})
