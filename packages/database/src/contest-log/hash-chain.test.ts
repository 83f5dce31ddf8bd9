import { createHash } from 'node:crypto'
import type { Event } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { sampleEvents } from '../testing/sample-events.ts'
import { encodeEvent } from './event-codec.ts'
import { chainRows, firstHash, sealOf, verifyChain } from './hash-chain.ts'

const events = Object.values<Event>(sampleEvents).map(encodeEvent)
const rows = chainRows('contest', 0, firstHash('contest'), events)

test('the hash is what anyone can compute with SHA-256 from the stored columns', () => {
  const row = chainRows('c', 0, firstHash('c'), [encodeEvent({ at: 7, type: 'joined', memberId: 'm' })])[0]
  const columns = String.raw`["c",1,7,"joined",1,null,null,"{\"memberId\":\"m\"}"]`

  expect(row?.hash).toBe(sha256(`${sha256('c')}\n${columns}`))
})

test('a chain made in several batches is the chain made in one', () => {
  const half = rows[9]
  const rest = chainRows('contest', 10, half?.hash ?? '', events.slice(10))

  expect([...rows.slice(0, 10), ...rest]).toEqual(rows)
  expect(verifyChain('contest', rows)).toEqual({ ok: true, head: rows.at(-1)?.hash })
})

test('the head of an empty log stands for the contest alone', () => {
  expect(verifyChain('contest', [])).toEqual({ ok: true, head: firstHash('contest') })
  expect(firstHash('contest')).not.toBe(firstHash('another'))
})

test('[C8, A3] what is printed stays when a late answer follows the settling, and goes when it is undone', () => {
  const { finished, settled, unsettled, 'answered-late': late } = sampleEvents
  const sealAfter = (...kinds: readonly Event[]) =>
    sealOf('contest', chainRows('contest', 0, firstHash('contest'), kinds.map(encodeEvent)))
  const printed = sealAfter(finished, settled)

  expect(sealAfter(finished, settled, late)).toBe(printed)
  expect(sealAfter(finished, settled, late, unsettled)).not.toBe(printed)
  expect(sealAfter(finished, settled, unsettled, settled)).not.toBe(printed)
  expect(sealOf('contest', [])).toBe(firstHash('contest'))
})

test('a change of any column of any row is found at that row', () => {
  for (const [index, row] of rows.entries()) {
    const changes = [
      { atMs: row.atMs + 1 },
      { kind: `${row.kind}x` },
      { version: row.version + 1 },
      { openingId: 'another' },
      { memberId: 'another' },
      { body: `${row.body} ` },
      { hash: sha256(row.hash) },
      { contestId: 'another' },
      { seq: row.seq + 1 },
    ]
    for (const change of changes) {
      const changed = rows.map((one, at) => (at === index ? { ...one, ...change } : one))
      expect(verifyChain('contest', changed)).toEqual({ ok: false, seq: index + 1 })
    }
  }
})

test('a row that is missing, doubled or swapped is found', () => {
  const [one, two, three] = rows.slice(0, 3)
  if (one === undefined || two === undefined || three === undefined) throw new Error('too few rows')

  expect(verifyChain('contest', [one, three])).toEqual({ ok: false, seq: 2 })
  expect(verifyChain('contest', [one, two, two])).toEqual({ ok: false, seq: 3 })
  expect(verifyChain('contest', [two, one])).toEqual({ ok: false, seq: 1 })
})

test('the rows of one contest are not the rows of another', () => {
  expect(verifyChain('another', rows)).toEqual({ ok: false, seq: 1 })
})

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
