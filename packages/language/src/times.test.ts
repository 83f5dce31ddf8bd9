import { expect, test } from 'vitest'
import { formatDateTime, formatMegabytes, formatMoment } from './times.ts'

test.each([
  [Date.UTC(2026, 10, 22, 5, 5, 59), '22/11/2026 12:05'],
  [Date.UTC(2026, 11, 31, 17), '01/01/2027 00:00'],
  [Date.UTC(2027, 1, 3, 1, 9), '03/02/2027 08:09'],
])('%i is %s in Vietnam', (wallMillis, text) => {
  expect(formatDateTime(wallMillis)).toBe(text)
})

test('a moment of today is told by the clock alone, one of another day with its date', () => {
  const evening = Date.UTC(2026, 10, 22, 12, 32)
  const lateEvening = Date.UTC(2026, 10, 22, 16, 59)
  const nextDay = Date.UTC(2026, 10, 22, 17)

  expect(formatMoment(evening, lateEvening, 'vi')).toBe('19 giờ 32')
  expect(formatMoment(evening, lateEvening, 'en')).toBe('19:32')
  expect(formatMoment(evening, nextDay, 'vi')).toBe('19 giờ 32 ngày 22/11/2026')
  expect(formatMoment(evening, nextDay, 'en')).toBe('19:32 on 22/11/2026')
})

test('a size is in megabytes, with one decimal', () => {
  expect([formatMegabytes(14_160_000, 'vi'), formatMegabytes(14_160_000, 'en')]).toEqual([
    '14,2\u00a0MB',
    '14.2\u00a0MB',
  ])
  expect(formatMegabytes(4096, 'vi')).toBe('0,1\u00a0MB')
})
