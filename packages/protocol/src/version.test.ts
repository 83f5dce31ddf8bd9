import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import * as protocol from './index.ts'

/** Every schema that the package exports, requests and replies included, as JSON Schema in a fixed order. */
function wireShape(): string {
  const tables = [protocol.memberRequests, protocol.screenRequests, protocol.hostRequests, protocol.remoteRequests]
  const requests = tables.flatMap((table) =>
    Object.entries(table).map(([name, { input, reply }]) => [name, shapeOf(input), shapeOf(reply)]),
  )
  const schemas = Object.entries(protocol).flatMap(([name, value]) =>
    value instanceof z.ZodType ? [[name, shapeOf(value)]] : [],
  )
  return JSON.stringify([requests, schemas.sort(), protocol.refusalCodes, protocol.handshakeRefusals, declaredViews()])
}

/** The views are declared as types in the engine: their declaration, without its comments, is their shape. */
function declaredViews(): string {
  const source = readFileSync(new URL('../../engine/src/views/view.ts', import.meta.url), 'utf8')
  return source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|\s+/g, '')
}

function shapeOf(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

test('the shape of the wire changes only together with PROTOCOL_VERSION', () => {
  const hash = createHash('sha256').update(wireShape()).digest('hex').slice(0, 12)
  expect([protocol.PROTOCOL_VERSION, hash]).toEqual([5, '763c3afbb116'])
})

test('a request that nobody of the protocol sends is refused by its schema', () => {
  const { input } = protocol.memberRequests['member:answer']
  const good = { openingId: 'c.1', answerId: 'a', options: [1], automatic: false, claim: null }
  expect(input.safeParse(good).success).toBe(true)
  for (const bad of [
    null,
    { ...good, options: [] },
    { ...good, options: [8] },
    { ...good, options: [0.5] },
    { ...good, openingId: '' },
    { ...good, answerId: 'x'.repeat(81) },
    { ...good, automatic: 'yes' },
  ]) {
    expect(input.safeParse(bad).success, JSON.stringify(bad)).toBe(false)
  }
})
