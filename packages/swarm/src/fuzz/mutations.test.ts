import { expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { mangled, mutated } from './mutations.ts'

const message = { openingId: 'o', options: [1, 2], claim: { bootId: 'b', pressedAt: 5 } }

test('the same seed draws the same', () => {
  const draw = () => {
    const random = seededRandom(7)
    return Array.from({ length: 500 }, () => [
      JSON.stringify(mutated(message, random)),
      mangled(Buffer.from('{"a":1}'), random).toString('hex'),
    ])
  }

  expect(draw()).toEqual(draw())
})

test('nearly all of it is another message, and every part of one is reached', () => {
  const random = seededRandom(7)
  const texts = Array.from({ length: 2_000 }, () => JSON.stringify(mutated(message, random)) ?? '')

  expect(texts.filter((text) => text === JSON.stringify(message)).length).toBeLessThan(40)
  for (const part of ['"__proto__"', '"openingId":null', '"options":[]', '"bootId":""', '[{"a":[{"a":']) {
    expect(
      texts.some((text) => text.includes(part)),
      part,
    ).toBe(true)
  }
})
