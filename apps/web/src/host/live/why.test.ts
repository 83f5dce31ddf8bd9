import { expect, test } from 'vitest'
import { whyAbove } from './why.ts'

const row = { scoreHundredths: 1000, totalMillis: 41_237, aboveNext: 'time' } as const

test('[R7] an order by time is explained in tenths', () => {
  const below = { ...row, totalMillis: 43_912, aboveNext: null }

  expect(whyAbove(row, below, 'vi')).toBe('cùng 10 điểm; 41,2 giây so với 43,9 giây')
})

test('[R7] where the tenths are equal, everything that was measured is said', () => {
  const below = { ...row, totalMillis: 41_281, aboveNext: null }

  expect(whyAbove(row, below, 'vi')).toBe('cùng 10 điểm; 41,237 giây so với 41,281 giây')
})

test('[R7] an order by score is explained by the scores', () => {
  const below = { ...row, scoreHundredths: 857, aboveNext: null }

  expect(whyAbove({ ...row, aboveNext: 'score' }, below, 'vi')).toBe('10 điểm so với 8,57 điểm')
})

test('[R7] the last line stands above nobody', () => {
  expect(whyAbove({ ...row, aboveNext: null }, undefined, 'vi')).toBeNull()
})
