import { canonicalJson } from '../canonical-json.ts'
import { sha256 } from '../secret.ts'
import type { ChainVerdict, EncodedEvent, LogRow } from './contest-log.ts'

/** What the first row's hash is built on, and the head of an empty log. */
export function firstHash(contestId: string): string {
  return sha256(contestId)
}

/** The rows of one batch, each hashed over the one before it. */
export function chainRows(
  contestId: string,
  afterSeq: number,
  previousHash: string,
  events: readonly EncodedEvent[],
): LogRow[] {
  let hash = previousHash
  return events.map((event, index) => {
    const seq = afterSeq + 1 + index
    hash = rowHash(hash, { ...event, contestId, seq })
    return { ...event, contestId, seq, hash }
  })
}

/** `rows` in the order of `seq`, all of them. Needs no database: a copy of the rows is enough to check a result sheet. */
export function verifyChain(contestId: string, rows: readonly LogRow[]): ChainVerdict {
  let head = firstHash(contestId)
  for (const [index, row] of rows.entries()) {
    const seq = index + 1
    if (row.seq !== seq || row.contestId !== contestId || row.hash !== rowHash(head, row)) return { ok: false, seq }
    head = row.hash
  }
  return { ok: true, head }
}

/**
 * What is printed of a contest: the hash of the row that settled it, or of the last row while it is not settled. An
 * answer that comes after the settling is kept (A3) and chained, and changes nothing on a paper that is printed already.
 */
export function sealOf(contestId: string, rows: readonly LogRow[]): string {
  const [last] = rows.slice(-1)
  const decided = rows.filter(({ kind }) => kind === 'settled' || kind === 'unsettled').at(-1)
  const sealing = decided?.kind === 'settled' ? decided : last
  return sealing?.hash ?? firstHash(contestId)
}

/** Over the stored column values in an unambiguous text form: a change of any byte of any column shows. */
function rowHash(previousHash: string, row: Omit<LogRow, 'hash'>): string {
  const { contestId, seq, atMs, kind, version, openingId, memberId, body } = row
  return sha256(`${previousHash}\n${canonicalJson([contestId, seq, atMs, kind, version, openingId, memberId, body])}`)
}
