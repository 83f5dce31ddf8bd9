import { expect, test } from 'vitest'
import { newPairings, pairingMillis, type PairingPlace } from './pairings.ts'

const place = { cellId: 'cell', contestId: 'contest', accountId: 'account' } as PairingPlace

test('a code is good for one phone', () => {
  const pairings = newPairings(() => 0)
  const { secret } = pairings.offer(place)

  expect(pairings.take(`${secret}x`)).toBeUndefined()
  expect(pairings.take(secret)).toBe(place)
  expect(pairings.take(secret)).toBeUndefined()
})

test('a code is good until its time is over, and not at that instant', () => {
  let now = 0
  const pairings = newPairings(() => now)
  const [first, other] = [pairings.offer(place), pairings.offer({ ...place, contestId: 'other' })]
  now = pairingMillis - 1
  expect(pairings.take(first.secret)).toBe(place)
  now = pairingMillis
  expect(pairings.take(other.secret)).toBeUndefined()
})

test('the next code of a contest voids the one before, and a contest that is gone has none', () => {
  const pairings = newPairings(() => 0)
  const [first, second] = [pairings.offer(place), pairings.offer(place)]
  expect(pairings.take(first.secret)).toBeUndefined()
  pairings.forget(place.contestId)
  expect(pairings.take(second.secret)).toBeUndefined()
})
