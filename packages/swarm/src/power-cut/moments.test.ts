import { expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { drawCuts, type Run } from './moments.ts'

const run: Run = {
  calls: [
    { type: 'create', file: 'db', startedAt: 0, endedAt: 1 },
    { type: 'sync-file', file: 'wal', startedAt: 500, endedAt: 501 },
    { type: 'sync-file', file: 'db', startedAt: 600, endedAt: 601 },
    { type: 'sync-file', file: 'db', startedAt: 650, endedAt: Infinity },
  ],
  databaseName: 'db',
  receivedAt: [400, 700],
}

test('cuts fall within the run, on a receipt, into a call, and into a call on the database', () => {
  const cuts = drawCuts(400, run, seededRandom(42))
  const quarter = (which: number) => cuts.filter((_, index) => index % 4 === which).map(({ at }) => at)

  expect(cuts).toHaveLength(400)
  expect(quarter(0).every((at) => at >= 0 && at <= 700)).toBe(true)
  expect(new Set(quarter(1))).toEqual(new Set([400, 700]))
  expect(new Set(quarter(2).map(Math.floor))).toEqual(new Set([500, 600]))
  expect(new Set(quarter(3).map(Math.floor))).toEqual(new Set([600]))
})

test('the same seed draws the same cuts, and every fate falls on every kind of moment', () => {
  const cuts = drawCuts(16, run, seededRandom(7))
  expect(drawCuts(16, run, seededRandom(7))).toEqual(cuts)
  expect(new Set(cuts.map(({ fate }, index) => `${index % 4} ${fate}`)).size).toBe(16)
})
