import { assert, jsonValue, property } from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'

test('keys are sorted at every depth and no space is written', () => {
  expect(canonicalJson({ b: [{ z: 1, ă: 2, a: null }], a: 'Hòa', Z: undefined })).toBe(
    '{"a":"Hòa","b":[{"a":null,"z":1,"ă":2}]}',
  )
})

test('what was parsed from it is written as the same text again', () => {
  assert(
    property(jsonValue(), (value) => {
      const text = canonicalJson(value)
      expect(canonicalJson(JSON.parse(text))).toBe(text)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test.each([Number.NaN, Number.POSITIVE_INFINITY, () => 1, 1n])('%s has no form and is refused', (value) => {
  expect(() => canonicalJson({ value })).toThrow('no form')
})
