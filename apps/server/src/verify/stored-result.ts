import { type Contest, contestResult } from '@khac-sau/engine'
import { differencesOfFields, type ValueDifference } from './compare-results.ts'
import { type Attempt, type Finding, valueDiffers } from './finding.ts'
import type { Ledger } from './second-replay.ts'
import type { StoredContest } from './stored-contests.ts'

/** C8: a settled contest has its result stored, any other has none. */
export function resultFindings(
  { results, rows }: StoredContest,
  ledger: Attempt<Ledger>,
  engine: Attempt<Contest | undefined>,
): readonly Finding[] {
  if (!ledger.ok) return results.length === 0 ? [] : [ledger.finding]
  const { settledBySeq } = ledger.value
  if (settledBySeq === null) return results.length === 0 ? [] : [{ code: 'result-of-unsettled' }]
  if (!engine.ok) return [engine.finding]
  if (!engine.value) return [{ code: 'content-missing' }]

  const lastSeq = rows.at(-1)?.seq ?? 0
  const seqs = new Set(results.map(({ throughSeq }) => throughSeq))
  const astray = [...seqs].filter((found) => found < settledBySeq || found > lastSeq)
  return [
    ...astray.map((found): Finding => ({ code: 'through-seq', found, settledBySeq, lastSeq })),
    ...storedDifferences(results, engine.value).map(valueDiffers),
  ]
}

const resultFields = [
  'rank',
  'ranked',
  'timePercent',
  'tookPart',
  'scoreUnits',
  'rightCount',
  'totalMillis',
  'errorMillis',
  'fullMillis',
] as const

function storedDifferences(results: StoredContest['results'], contest: Contest): readonly ValueDifference[] {
  const { rows, fullMillis } = contestResult(contest)
  const storedByMember = new Map(results.map((result) => [result.memberId, result]))
  const differences: ValueDifference[] = []
  for (const { right, ...row } of rows) {
    const { memberId } = row
    const stored = storedByMember.get(memberId)
    storedByMember.delete(memberId)
    if (!stored) differences.push({ memberId, field: 'row', found: 'none', expected: 'one' })
    else
      differences.push(
        ...differencesOfFields(memberId, resultFields, stored, { ...row, rightCount: right, fullMillis }),
      )
  }
  for (const memberId of storedByMember.keys()) {
    differences.push({ memberId, field: 'row', found: 'one', expected: 'none' })
  }
  return differences
}
