import type { ContestResult, ResultRow } from '@khac-sau/engine'
import type { ExactScore, SecondPlace, SecondRanking } from './second-ranking.ts'

/** One value that is not what it has to be. */
export type ValueDifference = {
  readonly memberId: string
  readonly field: string
  readonly found: string
  readonly expected: string
}

/** Where the engine's result is not what the second ranking gives. */
export function differencesOfRankings(result: ContestResult, second: SecondRanking): readonly ValueDifference[] {
  const differences: ValueDifference[] = []
  const seen = new Set<string>()
  for (const row of result.rows) {
    seen.add(row.memberId)
    differences.push(...differencesOfMember(row, second.get(row.memberId)))
  }
  for (const memberId of second.keys()) {
    if (!seen.has(memberId)) differences.push({ memberId, field: 'row', found: 'none', expected: 'one' })
  }
  return differences
}

/** Fields of two rows that are not the same value, in the order of `fields`. */
export function differencesOfFields<Field extends string>(
  memberId: string,
  fields: readonly Field[],
  found: Readonly<Record<Field, unknown>>,
  expected: Readonly<Record<Field, unknown>>,
): readonly ValueDifference[] {
  return fields
    .filter((field) => found[field] !== expected[field])
    .map((field) => ({ memberId, field, found: String(found[field]), expected: String(expected[field]) }))
}

function differencesOfMember(row: ResultRow, place: SecondPlace | undefined): readonly ValueDifference[] {
  const { memberId } = row
  if (!place) return [{ memberId, field: 'row', found: 'one', expected: 'none' }]
  const { errorMillis: doubtMillis, ...found } = row
  const fields = ['rank', 'tookPart', 'right', 'totalMillis', 'doubtMillis'] as const
  const plain = differencesOfFields(memberId, fields, { ...found, doubtMillis }, place)
  if (isScore(row.scoreUnits, place.score)) return plain
  const expected = `${place.score.points}/${place.score.outOf} points`
  return [...plain, { memberId, field: 'scoreUnits', found: String(row.scoreUnits), expected }]
}

/** C4: the engine counts in 1/lcm(1…30) point, computed here once more. */
const unitsPerPoint = leastCommonMultiple(30)

function isScore(units: number, { points, outOf }: ExactScore): boolean {
  return Number.isSafeInteger(units) && BigInt(units) * outOf === points * unitsPerPoint
}

function leastCommonMultiple(last: number): bigint {
  let multiple = 1n
  for (let factor = 2n; factor <= BigInt(last); factor += 1n) {
    let [one, other] = [multiple, factor]
    while (other !== 0n) [one, other] = [other, one % other]
    multiple = (multiple / one) * factor
  }
  return multiple
}
