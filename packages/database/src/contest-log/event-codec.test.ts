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

test('[C10] the opening of a warm-up comes back as it went, without a number', () => {
  const event: Event = { ...sampleEvents.opened, question: null, purpose: 'warm-up' }

  expect(decodeEvent(encodeEvent(event))).toEqual(event)
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

describe.each(['log-v1', 'log-v2'])('the log %s of an older day', async (name) => {
  const rows = await fixture(name)

  test('can be read forever, and its chain holds', () => {
    for (const row of rows) expect(decodeEvent(row).type).toBe(row.kind)
    expect(verifyChain(name, rows)).toEqual({ ok: true, head: rows.at(-1)?.hash })
  })

  test('is what the same events are still stored as, whatever has not changed its version', () => {
    for (const row of rows) {
      const stored = encodeEvent(decodeEvent(row))
      if (stored.version === row.version) expect({ ...row, ...stored }).toEqual(row)
    }
  })
})

test('the newest log of them has every kind of event in its current version', async () => {
  const rows = await fixture('log-v2')
  expect(new Set(rows.map((row) => row.kind))).toEqual(new Set(Object.keys(eventShapes)))
  for (const row of rows) expect(encodeEvent(decodeEvent(row)).version).toBe(row.version)
})

test('[A9] in a log of before there was extra time, nobody had any', async () => {
  const events = (await fixture('log-v1')).map(decodeEvent)
  expect(events.find(({ type }) => type === 'room-opened')).toMatchObject({
    roster: [{ timePercent: 100 }, { timePercent: 100 }],
  })
  expect(events.find(({ type }) => type === 'enrolled')).toMatchObject({ timePercent: 100 })
  expect(events.find(({ type }) => type === 'opened')).toMatchObject({ laterCloses: [] })
})

async function fixture(name: string): Promise<readonly LogRow[]> {
  const text = await readFile(new URL(`fixtures/${name}.jsonl`, import.meta.url), 'utf8')
  return text
    .trim()
    .split('\n')
    .map((line) => logRow.parse(JSON.parse(line)))
}
