import { readFile } from 'node:fs/promises'
import type { Event } from '@khac-sau/engine'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { sampleEvents } from '../testing/sample-events.ts'
import type { LogRow } from './contest-log.ts'
import { decodeEvent, encodeEvent, upcast } from './event-codec.ts'
import { eventShapes } from './event-shapes.ts'
import { verifyChain } from './hash-chain.ts'

const logRow: z.ZodType<LogRow> = z.strictObject({
  contestId: z.string(),
  seq: z.int(),
  atMs: z.int(),
  kind: z.string(),
  version: z.int(),
  openingId: z.string().nullable(),
  memberId: z.string().nullable(),
  body: z.string(),
  hash: z.string(),
})

describe.each(Object.values<Event>(sampleEvents))('$type', (event) => {
  test('comes back as it went', () => {
    expect(decodeEvent(encodeEvent(event))).toEqual(event)
  })

  test('fills the fenced columns for answers only', () => {
    const { openingId, memberId, body } = encodeEvent(event)
    const answer = event.type === 'answered' || event.type === 'answered-late'

    expect([openingId, memberId]).toEqual(answer ? [event.openingId, event.memberId] : [null, null])
    if (answer) expect(JSON.parse(body)).not.toHaveProperty('memberId')
  })

  test('is refused with a field that it does not have', () => {
    const row = encodeEvent(event)
    const body = JSON.stringify({ ...JSON.parse(row.body), surplus: 1 })

    expect(() => decodeEvent({ ...row, body })).toThrow('surplus')
  })
})

test('the body is canonical: sorted keys, no spaces', () => {
  expect(encodeEvent(sampleEvents['lead-cut']).body).toBe('{"closesAt":36500,"openingId":"opening-1","opensAt":6500}')
})

test('an event that is none is not encoded', () => {
  expect(() => encodeEvent({ ...sampleEvents.joined, at: 1.5 })).toThrow('int')
  expect(() => encodeEvent({ ...sampleEvents.answered, responseMillis: Number.NaN })).toThrow('NaN')
})

test('a kind or version from a newer program is refused, not guessed', () => {
  const row = encodeEvent(sampleEvents.finished)

  expect(() => decodeEvent({ ...row, kind: 'teleported' })).toThrow('unknown kind of event: teleported')
  expect(() => decodeEvent({ ...row, kind: 'toString' })).toThrow('unknown kind')
  expect(() => decodeEvent({ ...row, version: 2 })).toThrow('version 2 of finished is not known')
})

test('an old body is brought forward one version at a time', () => {
  const known = {
    joined: [(body: object) => ({ ...body, second: 1 }), (body: object) => ({ ...body, third: 'second' in body })],
  }

  expect(upcast('joined', 1, { first: 1 }, known)).toEqual({ first: 1, second: 1, third: true })
  expect(upcast('joined', 2, { first: 1 }, known)).toEqual({ first: 1, third: false })
  expect(upcast('joined', 3, { first: 1 }, known)).toEqual({ first: 1 })
})

describe('the log of version 1', async () => {
  const text = await readFile(new URL('fixtures/log-v1.jsonl', import.meta.url), 'utf8')
  const rows = text
    .trim()
    .split('\n')
    .map((line) => logRow.parse(JSON.parse(line)))

  test('has every kind of event', () => {
    expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(Object.keys(eventShapes)))
  })

  test('can be read forever, and its chain holds', () => {
    for (const row of rows) expect(decodeEvent(row).type).toBe(row.kind)
    expect(verifyChain('log-v1', rows)).toEqual({ ok: true, head: rows.at(-1)?.hash })
  })

  test('is what the same events are still stored as while version 1 is current', () => {
    for (const row of rows) {
      expect({ ...row, ...encodeEvent(decodeEvent(row)) }).toEqual(row)
    }
  })
})
