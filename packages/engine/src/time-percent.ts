import type { Millis } from './time.ts'

/** A9: how long a question lasts for a member, in hundredths of what is allotted. */
export const timePercents = [100, 150, 200] as const
export type TimePercent = (typeof timePercents)[number]

/** When a question closes for those who have more than its own time. */
export type LaterClose = { readonly timePercent: TimePercent; readonly closesAt: Millis }

export function hasExtraTime({ timePercent }: { readonly timePercent: TimePercent }): boolean {
  return timePercent > 100
}

export function withExtraTime(millis: Millis, timePercent: TimePercent): Millis {
  return (millis * timePercent) / 100
}
