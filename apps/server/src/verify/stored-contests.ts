import type { LogRow, Result, Store } from '@khac-sau/database'

export type StoredRecord = Pick<
  Store['tables']['contest']['$inferSelect'],
  'id' | 'cellId' | 'month' | 'title' | 'stage' | 'settings' | 'roomCode'
>

/** All that is stored of one contest, byte for byte: nothing here has been parsed or believed yet. */
export type StoredContest = {
  readonly record: StoredRecord
  readonly content: { readonly body: string; readonly hash: string } | undefined
  /** In the order of `seq`. */
  readonly rows: readonly LogRow[]
  readonly results: readonly Result[]
}

/** `wanted` is a contest's id, its room code or its month; without it all contests are, the oldest month first. */
export async function readStoredContests({ read, tables }: Store, wanted?: string): Promise<readonly StoredContest[]> {
  const records = await read.select().from(tables.contest).orderBy(tables.contest.month, tables.contest.createdAtMs)
  const chosen = records.filter(({ id, roomCode, month }) => !wanted || [id, roomCode, month].includes(wanted))
  if (chosen.length === 0) return []
  const contents = await read.select().from(tables.contestContent)
  const results = byContest(await read.select().from(tables.result))
  const rows = byContest(await read.select().from(tables.contestLog).orderBy(tables.contestLog.seq))
  return chosen.map((record) => ({
    record,
    content: contents.find(({ contestId }) => contestId === record.id),
    rows: rows.get(record.id) ?? [],
    results: results.get(record.id) ?? [],
  }))
}

function byContest<Row extends { readonly contestId: string }>(rows: readonly Row[]): ReadonlyMap<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const group = grouped.get(row.contestId)
    if (group) group.push(row)
    else grouped.set(row.contestId, [row])
  }
  return grouped
}
