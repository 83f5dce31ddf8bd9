import type { ContestResult, ResultRow } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { differencesOfRankings } from './compare-results.ts'
import type { SecondPlace } from './second-ranking.ts'

const third = 2_329_089_562_800 / 3
const row: ResultRow = {
  memberId: 'an',
  ranked: true,
  timePercent: 100,
  tookPart: true,
  right: 1,
  scoreUnits: 10 * third,
  totalMillis: 4_000,
  errorMillis: 0,
  rank: 1,
}
const place: SecondPlace = {
  tookPart: true,
  right: 1,
  totalMillis: 4_000,
  doubtMillis: 0,
  score: { points: 10n, outOf: 3n },
  rank: 1,
}

test('the same ranking told in units and in fractions is the same', () => {
  expect(differencesOfRankings(resultOf(row), new Map([['an', place]]))).toEqual([])
})

test.each([
  ['rank', { rank: 2 }, '2'],
  ['tookPart', { tookPart: false }, 'false'],
  ['right', { right: 2 }, '2'],
  ['totalMillis', { totalMillis: 4_001 }, '4001'],
  ['scoreUnits', { scoreUnits: 10 * third + 1 }, String(10 * third + 1)],
] as const)('[C4, R1–R3] one %s that differs is named, with its member', (field, change, found) => {
  expect(differencesOfRankings(resultOf({ ...row, ...change }), new Map([['an', place]]))).toEqual([
    expect.objectContaining({ memberId: 'an', field, found }),
  ])
})

test('a member whom only one of the two rankings knows is named', () => {
  const second = new Map([['binh', place]])
  expect(differencesOfRankings(resultOf(row), second)).toEqual([
    { memberId: 'an', field: 'row', found: 'one', expected: 'none' },
    { memberId: 'binh', field: 'row', found: 'none', expected: 'one' },
  ])
})

function resultOf(...rows: readonly ResultRow[]): ContestResult {
  return { rows, questionsCounted: 3, fullMillis: 90_000 }
}
