import { expect, test } from 'vitest'
import { monthAt, monthsBefore, wallMillisAt, yearAt } from './calendar.ts'

test('[C1] the month changes at midnight in Vietnam, not in London', () => {
  expect(monthAt(Date.UTC(2026, 10, 30, 16, 59, 59, 999))).toBe('2026-11')
  expect(monthAt(Date.UTC(2026, 10, 30, 17))).toBe('2026-12')
})

test('[S1] so does the year', () => {
  expect(yearAt(Date.UTC(2026, 11, 31, 16, 59))).toBe(2026)
  expect(yearAt(Date.UTC(2026, 11, 31, 17))).toBe(2027)
})

test('months are counted over the turn of the year', () => {
  expect(monthsBefore('2026-03', 3)).toBe('2025-12')
  expect(monthsBefore('2026-11', 0)).toBe('2026-11')
  expect(monthsBefore('2026-12', -1)).toBe('2027-01')
})

test('an hour in Vietnam is seven before that of UTC', () => {
  expect(wallMillisAt('2026-03', 20, 19)).toBe(Date.UTC(2026, 2, 20, 12))
})
