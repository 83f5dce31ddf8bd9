import { expect, test } from 'vitest'
import { z } from 'zod'
import { readInput } from './read-input.ts'

test('what makes a schema throw is malformed, and nothing more', () => {
  const schema = z.object({ name: z.string().min(2) })
  const hostile = { name: { length: { toString: 1, valueOf: 1 } } }
  expect(() => schema.safeParse(hostile)).toThrow(TypeError)
  expect(readInput(schema, hostile)).toEqual({ success: false })
  expect(readInput(schema, { name: 'An' })).toEqual({ success: true, data: { name: 'An' } })
})
