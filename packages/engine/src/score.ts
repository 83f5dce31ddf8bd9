/** lcm(1…30): every score of a contest of at most 30 questions is a whole number of these (C2, C4). */
export const UNITS_PER_POINT = 2_329_089_562_800

/** An exact score in 1/lcm(1…30) point. Up to 100 points it stays far below 2^53, also summed over a year. */
export type ScoreUnits = number

/** C4: max × right ÷ questions not voided. With every question voided nobody has earned anything. */
export function scoreUnits(maximumScore: number, right: number, questionsCounted: number): ScoreUnits {
  return questionsCounted === 0 ? 0 : (maximumScore * right * UNITS_PER_POINT) / questionsCounted
}

/** C4: rounded only for display, half up, in hundredths of a point: 857 is "8,57". */
export function scoreHundredths(units: ScoreUnits): number {
  return Math.floor((units * 100) / UNITS_PER_POINT + 0.5)
}
