import { describe, expect, test } from 'vitest'
import { type TimedAnswer, timingFlags } from './timing-flags.ts'

const quiet = { pressedAt: 5_000, roundTripMillis: 40, excessMillis: 20, lagQuotaMillis: 800, lagPaidMillis: 0 }

function answer(evidence: Readonly<Record<string, number>> = {}, over: Partial<TimedAnswer> = {}): TimedAnswer {
  return { at: 5_020, responseMillis: 4_000, automatic: false, evidence: { ...quiet, ...evidence }, ...over }
}

/** Ten answers, of which the first so many are like this. */
function ten(many: number, odd: TimedAnswer): readonly TimedAnswer[] {
  return Array.from({ length: 10 }, (_, index) => (index < many ? odd : answer()))
}

describe('a flag', () => {
  test('is not given to a quiet link, nor to what happened now and then', () => {
    const odd = answer({ heldBackMillis: 700, overclaimedMillis: 900, lagPaidMillis: 800 })
    expect(timingFlags(ten(0, odd))).toEqual([])
    expect(timingFlags(ten(5, odd))).toEqual([])
    expect(timingFlags([odd, odd])).toEqual([])
  })

  test('is given to one press that was faster than anyone can read', () => {
    expect(timingFlags(ten(1, answer({}, { responseMillis: 299 })))).toEqual(['too-fast'])
    expect(timingFlags(ten(1, answer({}, { responseMillis: 0, automatic: true })))).toEqual([])
  })

  test('is given to pongs that come later than the kernel allows', () => {
    expect(timingFlags(ten(6, answer({ heldBackMillis: 101 })))).toEqual(['pongs-held-back'])
  })

  test('is given to a quota that is used up again and again, of either kind', () => {
    expect(timingFlags(ten(6, answer({ lagPaidMillis: 800 })))).toEqual(['quota-spent'])
    expect(timingFlags(ten(6, answer({ startQuotaMillis: 80, startPaidMillis: 80 })))).toEqual(['quota-spent'])
  })

  test('is given to stalls that end at most presses, and not to those that no press was credited with', () => {
    expect(timingFlags(ten(6, answer({ excessMillis: 900, pressedAt: 4_700 })))).toEqual(['stalls-at-answers'])
    expect(timingFlags(ten(6, answer({ excessMillis: 900 })))).toEqual([])
  })

  test('is given to presses that the link rules out', () => {
    expect(timingFlags(ten(6, answer({ overclaimedMillis: 101 })))).toEqual(['claims-impossible'])
  })
})

test('an answer that was timed by its receipt says nothing', () => {
  const silent = { at: 5_020, responseMillis: 4_000, automatic: false, evidence: {} }
  expect(timingFlags(Array.from({ length: 10 }, () => silent))).toEqual([])
})
