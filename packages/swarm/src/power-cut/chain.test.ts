import { expect, test } from 'vitest'
import { brokenLink, type ChainedRow } from './chain.ts'

/** As the product hashes them. */
const rows: readonly ChainedRow[] = [
  row(1, 7, '{"memberId":"hoa"}', '33a6e182af8dce3a4a843f9d726d9020625ee42dcb2e9366eb6aef4142fcce3f'),
  row(2, 9, '{"memberId":"bình"}', '99830a354be93527044d7317e7497e0d1d8fba01bcb73bbbd360efc57b5903ab'),
]

test('a chain as the product writes it holds, also an empty one', () => {
  expect(brokenLink('c', rows)).toBeNull()
  expect(brokenLink('c', [])).toBeNull()
})

test('a changed column, a missing row and rows of another contest are found', () => {
  const [first, second] = rows
  expect(brokenLink('c', [row(1, 8, '{"memberId":"hoa"}', first?.hash ?? '')])).toMatchObject({ seq: 1 })
  expect(brokenLink('c', rows.slice(1))).toBe(second)
  expect(brokenLink('d', rows)).toBe(first)
})

function row(seq: number, at_ms: number, body: string, hash: string): ChainedRow {
  return { contest_id: 'c', seq, at_ms, kind: 'joined', version: 1, opening_id: null, member_id: null, body, hash }
}
