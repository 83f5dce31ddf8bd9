import { expect, test } from 'vitest'
import {
  formatMonth,
  formatScore,
  formatSeconds,
  formatSecondsShort,
  formatSecondsSideBySide,
  formatSecondsUp,
  formatTimes,
} from './numbers.ts'

test.each([
  [857, '8,57', '8.57'],
  [750, '7,5', '7.5'],
  [1000, '10', '10'],
  [5, '0,05', '0.05'],
  [0, '0', '0'],
])('[C4] %i hundredths read %s and %s', (hundredths, vi, en) => {
  expect([formatScore(hundredths, 'vi'), formatScore(hundredths, 'en')]).toEqual([vi, en])
})

test('seconds are cut to a tenth', () => {
  expect([formatSeconds(29_960, 'vi'), formatSeconds(29_960, 'en')]).toEqual(['29,9', '29.9'])
})

test('[R7] two times are shown in tenths where that explains their order, else as measured', () => {
  expect(formatSecondsSideBySide(41_237, 43_901, 'vi')).toEqual({ above: '41,2', below: '43,9' })
  expect(formatSecondsSideBySide(41_207, 41_251, 'en')).toEqual({ above: '41.207', below: '41.251' })
})

test('[T11] an error is never shown smaller than it is', () => {
  expect([150, 1_001, 0].map((millis) => formatSecondsUp(millis, 'vi'))).toEqual(['0,15', '1,01', '0,00'])
})

test('months read as an office writes them', () => {
  expect([formatMonth('2026-04', 'vi'), formatMonth('2026-11', 'en')]).toEqual(['tháng 4/2026', 'November 2026'])
})

test('[A9] a factor and a time that was set are written without idle zeros', () => {
  expect([formatTimes(150, 'vi'), formatTimes(200, 'en')]).toEqual(['1,5', '2'])
  expect([formatSecondsShort(45_000, 'vi'), formatSecondsShort(7_500, 'en')]).toEqual(['45', '7.5'])
})
