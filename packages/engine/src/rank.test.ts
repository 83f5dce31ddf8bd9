import { expect, test } from 'vitest'
import { orderReason, rankContest } from './rank.ts'

const row = (totalMillis: number, errorMillis = 150, scoreUnits = 10) => ({ totalMillis, errorMillis, scoreUnits })
const ranksOf = (rows: readonly ReturnType<typeof row>[], strict = false) =>
  rankContest(rows, strict).map(({ rank }) => rank)

test('[R4] the fastest with the top score and whoever is within both errors are joint first', () => {
  expect(ranksOf([row(41_000), row(41_300), row(41_301), row(50_000)])).toEqual([1, 1, 3, 4])
  expect(ranksOf([row(41_000), row(41_600, 450)])).toEqual([1, 1])
})

test('[R4] whoever is faster than a joint first is one too', () => {
  expect(ranksOf([row(41_000), row(41_400), row(41_900, 900), row(42_100)])).toEqual([1, 1, 1, 4])
})

test('[R4] further down recorded time decides, and everywhere if order is strict', () => {
  expect(ranksOf([row(41_000), row(60_000), row(60_001), row(60_001)])).toEqual([1, 2, 3, 3])
  expect(ranksOf([row(41_000), row(41_001)], true)).toEqual([1, 2])
})

test('[R1] nobody with fewer points is joint first', () => {
  expect(ranksOf([row(41_000), row(20_000, 150, 9)])).toEqual([1, 2])
})

test('[R7] the reason for a shared rank of unequal times is the error', () => {
  const [first, second, third] = rankContest([row(41_000), row(41_200), row(48_000)], false)
  if (!first || !second || !third) throw new Error('three rows')
  expect(orderReason(first, second)).toBe('within-error')
  expect(orderReason(second, third)).toBe('time')
})
