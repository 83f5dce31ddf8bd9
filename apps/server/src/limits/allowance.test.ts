import { expect, test } from 'vitest'
import { isSpent, spend, type Used } from './allowance.ts'

const allowance = { atOnce: 3, perSecond: 2 }

function spendAt(times: readonly number[]): readonly boolean[] {
  let used: Used | undefined
  return times.map((at) => {
    const spent = spend(used, at, allowance)
    used = spent.used
    return spent.ok
  })
}

test('so much at once, and more as time passes', () => {
  expect(spendAt([0, 0, 0, 0, 499, 500, 501, 1_000])).toEqual([true, true, true, false, false, true, false, true])
})

test('what is refused uses nothing: who goes on asking is let in as soon as who waits', () => {
  expect(spendAt([0, 0, 0, ...Array<number>(1_000).fill(1), 501]).at(-1)).toBe(true)
})

test('it does not grow beyond what may be used at once', () => {
  expect(spendAt([0, 1e9, 1e9, 1e9, 1e9])).toEqual([true, true, true, true, false])
  expect(isSpent(undefined, 0, allowance)).toBe(false)
  expect(isSpent({ amount: 3, at: 0 }, 0, allowance)).toBe(true)
})
