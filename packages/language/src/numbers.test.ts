import { expect, test } from 'vitest'
import { formatMonth, formatScore, formatSeconds, formatSecondsExactly } from './numbers.ts'

test.each([
  [857, '8,57', '8.57'],
  [750, '7,5', '7.5'],
  [1000, '10', '10'],
  [5, '0,05', '0.05'],
  [0, '0', '0'],
])('[C4] %i hundredths read %s and %s', (hundredths, vi, en) => {
  expect([formatScore(hundredths, 'vi'), formatScore(hundredths, 'en')]).toEqual([vi, en])
})

test('seconds are cut to a tenth, or shown as measured where a tenth does not explain the order', () => {
  expect(formatSeconds(29_960, 'vi')).toBe('29,9')
  expect(formatSecondsExactly(29_096, 'en')).toBe('29.096')
})

test('months read as an office writes them', () => {
  expect([formatMonth('2026-04', 'vi'), formatMonth('2026-11', 'en')]).toEqual(['tháng 4/2026', 'November 2026'])
})
