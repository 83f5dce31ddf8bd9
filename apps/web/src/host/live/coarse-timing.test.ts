import { expect, test } from 'vitest'
import { coarseTiming } from './coarse-timing.ts'

const people = (connected: number, away: number) =>
  Array.from({ length: connected + away }, (_, index) => ({ connected: index < connected }))

test('[T12] up to 500 connected phones timing is fine, however many are on the roster', () => {
  expect(coarseTiming(people(500, 400))).toBeNull()
})

test('[T12] beyond that it is coarse, and says how often each link is measured', () => {
  expect(coarseTiming(people(501, 0))).toEqual({ phones: 501, pingMillis: 250.5 })
  expect(coarseTiming(people(2_000, 9))).toEqual({ phones: 2_000, pingMillis: 1_000 })
})
