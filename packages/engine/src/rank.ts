import type { ScoreUnits } from './score.ts'
import type { Millis } from './time.ts'

/**
 * | rule | criterion                       | here           |
 * |------|---------------------------------|----------------|
 * | R1   | higher exact score first        | `scoreUnits`   |
 * | S2   | more monthly firsts (year only) | `firsts`       |
 * | R2   | smaller total time              | `totalMillis`  |
 * | R3   | then the same rank: 1, 2, 2, 4  | `rankInOrder`  |
 */
export type Standing = {
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  /** S2: how many months were won; a single contest has none. */
  readonly firsts?: number
}

/** What put one above the other (R7). */
export type OrderReason = 'score' | 'firsts' | 'time' | 'same'

export function orderReason(above: Standing, below: Standing): OrderReason {
  if (above.scoreUnits !== below.scoreUnits) return 'score'
  if ((above.firsts ?? 0) !== (below.firsts ?? 0)) return 'firsts'
  return above.totalMillis === below.totalMillis ? 'same' : 'time'
}

export function compareInOrder(a: Standing, b: Standing): number {
  switch (orderReason(a, b)) {
    case 'score':
      return b.scoreUnits - a.scoreUnits
    case 'firsts':
      return (b.firsts ?? 0) - (a.firsts ?? 0)
    case 'time':
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
