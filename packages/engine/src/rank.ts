import type { ScoreUnits } from './score.ts'
import type { Millis } from './time.ts'

/**
 * | rule | criterion                       | here           |
 * |------|---------------------------------|----------------|
 * | R1   | higher exact score first        | `scoreUnits`   |
 * | S2   | more monthly firsts (year only) | `firsts`       |
 * | R2   | smaller total time              | `totalMillis`  |
 * | R3   | then the same rank: 1, 2, 2, 4  | `rankInOrder`  |
 * | R4   | joint first within the error    | `rankContest`  |
 */
export type Standing = {
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  /** S2: how many months were won; a single contest has none. */
  readonly firsts?: number
  /** Where a rank was given already: one that two of unequal time share was given within the error (R4). */
  readonly rank?: number | null
}

/** `errorMillis` is that of the total (T11). */
export type MeasuredStanding = Standing & { readonly errorMillis: Millis }

/** What put one above the other (R7). */
export const orderReasons = ['score', 'firsts', 'time', 'same', 'within-error'] as const
export type OrderReason = (typeof orderReasons)[number]

export function orderReason(above: Standing, below: Standing): OrderReason {
  if (above.scoreUnits !== below.scoreUnits) return 'score'
  if ((above.firsts ?? 0) !== (below.firsts ?? 0)) return 'firsts'
  if (above.totalMillis === below.totalMillis) return 'same'
  return above.rank != null && above.rank === below.rank ? 'within-error' : 'time'
}

export function compareInOrder(a: Standing, b: Standing): number {
  switch (orderReason(a, b)) {
    case 'score':
      return b.scoreUnits - a.scoreUnits
    case 'firsts':
      return (b.firsts ?? 0) - (a.firsts ?? 0)
    case 'time':
    case 'within-error':
      return a.totalMillis - b.totalMillis
    case 'same':
      return 0
  }
}

/** Equal standings share a rank, and the next one counts all before it (R3). */
export function rankInOrder<Row extends Standing>(rows: readonly Row[]): readonly (Row & { readonly rank: number })[] {
  const sorted = [...rows].sort(compareInOrder)
  let rank = 0
  return sorted.map((row, index) => {
    const above = sorted[index - 1]
    if (!above || compareInOrder(above, row) !== 0) rank = index + 1
    return { ...row, rank }
  })
}

/**
 * R4: with the top score, whoever is within the error of the fastest is joint first, and whoever is between them by
 * time. The errors of two totals add up (T11). All others go by recorded time; `strictOrder` takes it for everyone.
 */
export function rankContest<Row extends MeasuredStanding>(
  rows: readonly Row[],
  strictOrder: boolean,
): readonly (Row & { readonly rank: number })[] {
  const ranked = rankInOrder(rows)
  if (strictOrder) return ranked
  const fastest = ranked.filter(({ rank }) => rank === 1)
  const joint = ranked.map((row) => fastest.some((one) => isWithinError(one, row))).lastIndexOf(true)
  return ranked.map((row, index) => (index <= joint ? { ...row, rank: 1 } : row))
}

function isWithinError(fastest: MeasuredStanding, row: MeasuredStanding): boolean {
  const gap = row.totalMillis - fastest.totalMillis
  return row.scoreUnits === fastest.scoreUnits && gap <= fastest.errorMillis + row.errorMillis
}
