import type { Month, WallMillis } from '@khac-sau/engine'

/** Asia/Ho_Chi_Minh has been UTC+7 without summer time since 1975. */
const offsetMillis = 7 * 60 * 60 * 1000

/** The calendar month in Asia/Ho_Chi_Minh (C1, S1). */
export function monthAt(wallMillis: WallMillis): Month {
  return new Date(wallMillis + offsetMillis).toISOString().slice(0, 7)
}

/** The calendar year in Asia/Ho_Chi_Minh: the default season (S1). */
export function yearAt(wallMillis: WallMillis): number {
  return yearOf(monthAt(wallMillis))
}

export function yearOf(month: Month): number {
  return Number(month.slice(0, 4))
}

/** The month so many before (or, if negative, after) another. */
export function monthsBefore(month: Month, count: number): Month {
  const index = yearOf(month) * 12 + Number(month.slice(5)) - 1 - count
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** An hour of a day of a month, as clocks in Vietnam show it. */
export function wallMillisAt(month: Month, day: number, hour: number): WallMillis {
  return Date.UTC(yearOf(month), Number(month.slice(5)) - 1, day, hour) - offsetMillis
}
