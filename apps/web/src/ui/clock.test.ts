import { expect, test } from 'vitest'
import { clockFigures, clockPhase } from './clock.tsx'

test('the figures round up, so that 0 is shown only when the time is over', () => {
  expect([30_000, 29_999, 1, 0, -200].map((left) => clockFigures(left, 30_000))).toEqual(['30', '30', '1', '0', '0'])
})

test('a long question counts in minutes and seconds all the way', () => {
  expect([300_000, 65_000, 4_200].map((left) => clockFigures(left, 300_000))).toEqual(['5:00', '1:05', '0:05'])
})

test('the stages begin at ten and at five seconds', () => {
  expect([10_001, 10_000, 5_001, 5_000, 0].map(clockPhase)).toEqual(['calm', 'soon', 'soon', 'last', 'last'])
})
