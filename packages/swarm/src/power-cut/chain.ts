import { createHash } from 'node:crypto'

/** A row of `contest_log`, all columns, as SQLite gives it. */
export type ChainedRow = {
  readonly contest_id: string
  readonly seq: number
  readonly at_ms: number
  readonly kind: string
  readonly version: number
  readonly opening_id: string | null
  readonly member_id: string | null
  readonly body: string
  readonly hash: string
}

/**
 * The first row of one contest that is not what was hashed into the chain, or follows no row before it; null when the
 * chain holds. Written apart from the product's own check.
 */
export function brokenLink(contestId: string, rows: readonly ChainedRow[]): ChainedRow | null {
  let previous = sha256(contestId)
  for (const [index, row] of rows.entries()) {
    const { contest_id, seq, at_ms, kind, version, opening_id, member_id, body, hash } = row
    const columns = JSON.stringify([contestId, index + 1, at_ms, kind, version, opening_id, member_id, body])
    if (contest_id !== contestId || seq !== index + 1 || hash !== sha256(`${previous}\n${columns}`)) return row
    previous = hash
  }
  return null
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
