import { expect, test } from 'vitest'
import { codeGuesses } from './code-guesses.ts'

/** 180 misses at once, 18 more each minute: a room of up to 60. */
function guessing() {
  const clock = { at: 0 }
  const guesses = codeGuesses(() => clock.at)
  const wrong = (address: string) => guesses.judge({ address, contestId: null, isKnown: false })
  const right = (address: string, isKnown = false) => guesses.judge({ address, contestId: 'april', isKnown })
  const missUntilCrowded = (address: string) => {
    let misses = 0
    while (wrong(address) === 'no-such-room') misses += 1
    return misses
  }
  return { clock, guesses, wrong, right, missUntilCrowded }
}

test('[L3] an address is told of so many codes that they are wrong, and then of no code anything', () => {
  const { missUntilCrowded, right, wrong } = guessing()

  expect(missUntilCrowded('a')).toBe(180)
  expect([wrong('a'), right('a')]).toEqual(['crowded', 'crowded'])
  expect([wrong('b'), right('b')]).toEqual(['no-such-room', 'in'])
})

test('[L3] of 1,000,000 codes an address tries in an hour, no more than 1,260 are looked at', () => {
  const { clock, wrong } = guessing()
  let told = 0
  for (let guess = 0; guess < 1_000_000; guess += 1) {
    clock.at = guess * 3.6
    if (wrong('a') === 'no-such-room') told += 1
  }

  expect(told).toBeGreaterThan(1_200)
  expect(told).toBeLessThanOrEqual(180 + 18 * 60)
})

test('[L3] a known phone always comes in, and where somebody came in the code is enough', () => {
  const { missUntilCrowded, right, guesses } = guessing()
  missUntilCrowded('a')

  expect(right('a', true)).toBe('in')
  expect(right('a')).toBe('crowded')
  guesses.cameIn('a', 'april', 9)
  expect(right('a')).toBe('in')
  expect(guesses.judge({ address: 'a', contestId: 'may', isKnown: false })).toBe('crowded')
  expect(guesses.judge({ address: 'a', contestId: null, isKnown: true })).toBe('crowded')
})

test('[L3] whoever comes in uses up nothing: a room of 200 with reloads behind one address', () => {
  const { right, wrong } = guessing()
  for (let phone = 0; phone < 2_000; phone += 1) expect(right('a')).toBe('in')

  expect(wrong('a')).toBe('no-such-room')
})

test('[L3] a larger room may mistype more', () => {
  const { guesses, missUntilCrowded } = guessing()
  guesses.cameIn('b', 'april', 200)

  expect(missUntilCrowded('a')).toBe(600)
})

test('addresses by the ten thousand do not fill the memory, and are forgotten in the order of their last miss', () => {
  const { missUntilCrowded, wrong } = guessing()
  missUntilCrowded('a')
  for (let other = 0; other < 10_000; other += 1) wrong(`other ${other}`)

  expect(wrong('a')).toBe('no-such-room')
})
