import { expect, test } from 'vitest'
import { movingSteps } from './moving-steps.ts'

test('copy, download, restore there, compare: one after the other', () => {
  const next = (copyAtMs: number | null, fetchedAtMs: number | null, isRestored = false) =>
    Object.entries(movingSteps({ copyAtMs, fetchedAtMs }, isRestored)).find(([, state]) => state === 'now')?.[0]

  expect(next(null, null)).toBe('copy')
  expect(next(5, null)).toBe('fetch')
  expect(next(5, 6)).toBe('restore')
  expect(next(5, 6, true)).toBe('check')
})

test('an older file that was downloaded is not the copy', () => {
  expect(movingSteps({ copyAtMs: 5, fetchedAtMs: 4 }, true)).toMatchObject({ fetch: 'now', restore: 'later' })
})
