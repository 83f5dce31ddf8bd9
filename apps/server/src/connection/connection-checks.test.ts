import { expect, test } from 'vitest'
import { connectionChecks } from './connection-checks.ts'

function openChecks() {
  const clock = { at: 1_000 }
  return { clock, checks: connectionChecks(() => clock.at) }
}
const phone = (phoneId: string, userAgent = 'Chrome') => ({ phoneId, userAgent })

test('a phone is known from its first request, and its round trip once there is one', () => {
  const { clock, checks } = openChecks()
  const key = checks.keyOf('cell')
  checks.arrived(key, phone('p'))
  clock.at += 700
  expect(checks.phonesOf('cell')).toEqual([{ ...phone('p'), millisSinceArrival: 700, roundTripMillis: null }])
  checks.measured(key, phone('p'), 12.4)
  checks.arrived(key, phone('p'))

  expect(checks.phonesOf('cell')).toEqual([{ ...phone('p'), millisSinceArrival: 700, roundTripMillis: 12 }])
})

test('a cell sees its own phones only, under a key of its own that stays', () => {
  const { checks } = openChecks()
  checks.arrived(checks.keyOf('one'), phone('p'))

  expect(checks.phonesOf('other')).toEqual([])
  expect(checks.keyOf('one')).toBe(checks.keyOf('one'))
  expect(checks.keyOf('one')).not.toBe(checks.keyOf('other'))
})

test('the newest of many phones are kept, and no text of any length', () => {
  const { checks } = openChecks()
  const key = checks.keyOf('cell')
  for (let index = 0; index < 50; index += 1) checks.arrived(key, phone(`p${index}`, 'x'.repeat(10_000)))
  const kept = checks.phonesOf('cell')

  expect(kept).toHaveLength(20)
  expect(kept[0]).toMatchObject({ phoneId: 'p49', userAgent: 'x'.repeat(400) })
})

test('what was measured half an hour ago is told no more', () => {
  const { clock, checks } = openChecks()
  checks.measured(checks.keyOf('cell'), phone('p'), 10)
  clock.at += 30 * 60_000

  expect(checks.phonesOf('cell')).toEqual([])
})

test('a renewed check has another key and no phones; the old key opens nothing', () => {
  const { checks } = openChecks()
  const before = checks.keyOf('cell')
  checks.arrived(before, phone('p'))
  checks.renew()

  expect(checks.keyOf('cell')).not.toBe(before)
  expect(checks.phonesOf('cell')).toEqual([])
  expect(checks.has(before)).toBe(false)
  expect(checks.arrived(before, phone('p'))).toBe(false)
})
