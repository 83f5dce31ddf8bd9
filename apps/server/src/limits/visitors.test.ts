import { expect, test } from 'vitest'
import { surplusVisitor, type Visitor } from './visitors.ts'

const visitors = (count: number, changes: Partial<Visitor> = {}): Visitor[] =>
  Array.from({ length: count }, (_, index) => ({ id: `v${index}`, address: 'a', since: index, misses: 0, ...changes }))

test('[L4] three pages for each of the room are no surplus', () => {
  expect(surplusVisitor(visitors(600), 'a', 200)).toBeUndefined()
  expect(surplusVisitor(visitors(60), 'a', 9)).toBeUndefined()
})

test('[L4] beyond that the page goes that missed most, then the one that has been there longest', () => {
  expect(surplusVisitor(visitors(601), 'a', 200)?.id).toBe('v0')
  const guessing = { id: 'bot', address: 'a', since: 999, misses: 1 }
  const worse = { id: 'worse', address: 'a', since: 1_000, misses: 2 }
  expect(surplusVisitor([...visitors(600), guessing, worse], 'a', 200)).toBe(worse)
})

test('[L4] pages at other addresses have nothing to do with it', () => {
  const elsewhere = visitors(900, { address: 'b', misses: 9 })

  expect(surplusVisitor([...elsewhere, ...visitors(600)], 'a', 200)).toBeUndefined()
  expect(surplusVisitor([...elsewhere, ...visitors(601)], 'a', 200)?.address).toBe('a')
})
