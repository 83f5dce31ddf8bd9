import type { CheckedPhone } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { causesOf, verdictOf } from './verdict.ts'

const phone = (roundTripMillis: number | null, millisSinceArrival = 0): CheckedPhone => ({
  phoneId: 'p',
  userAgent: '',
  millisSinceArrival,
  roundTripMillis,
})

test.each([
  ['waiting', [], 19_999],
  ['nothing', [], 20_000],
  ['testing', [phone(null, 5_999)], 60_000],
  ['page-only', [phone(null, 6_000)], 0],
  ['good', [phone(500)], 60_000],
  ['slow', [phone(501)], 0],
  // One phone that gets through shows that the network does; another one's trouble is its own.
  ['good', [phone(null, 60_000), phone(12), phone(900)], 0],
  ['testing', [phone(null, 60_000), phone(null)], 0],
] as const)('%s', (verdict, phones, waitedMillis) => {
  expect(verdictOf(phones, waitedMillis)).toBe(verdict)
})

test('in the room, mobile data is the likeliest cause and isolation the last; on the internet it is none of these', () => {
  expect(causesOf('nothing', 'network')).toEqual(['mobileData', 'otherNetwork', 'firewall', 'isolation'])
  expect(causesOf('nothing', 'internet')).toEqual(['noInternet', 'filtered', 'wrongAddress'])
})

test('a page without a live connection has causes of its own; where all is well there are none', () => {
  expect(causesOf('page-only', 'network')).toEqual(['blockedOnPhone', 'blockedOnComputer', 'blockedOnTheWay'])
  expect(causesOf('page-only', 'internet')).not.toContain('blockedOnComputer')
  for (const verdict of ['waiting', 'testing', 'good', 'slow'] as const)
    expect(causesOf(verdict, 'network')).toEqual([])
  expect(causesOf('nothing', 'nowhere')).toEqual([])
})
