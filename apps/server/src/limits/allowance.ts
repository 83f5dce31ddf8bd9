import type { Millis } from '@khac-sau/engine'

/** So much at once; what was used comes back at a steady pace. */
export type Allowance = { readonly atOnce: number; readonly perSecond: number }

/** How much of it was used, as of then. */
export type Used = { readonly amount: number; readonly at: Millis }

/** Whether another one is within it, and what is used up after it: what is not allowed uses nothing. */
export function spend(used: Used | undefined, at: Millis, allowance: Allowance): { ok: boolean; used: Used } {
  const amount = amountAt(used, at, allowance)
  const ok = amount + 1 <= allowance.atOnce
  return { ok, used: { amount: ok ? amount + 1 : amount, at } }
}

export function isSpent(used: Used | undefined, at: Millis, allowance: Allowance): boolean {
  return amountAt(used, at, allowance) + 1 > allowance.atOnce
}

/** A clock that is set back gives nothing back, and takes nothing either. */
function amountAt(used: Used | undefined, at: Millis, { perSecond }: Allowance): number {
  return used ? Math.max(0, used.amount - (Math.max(0, at - used.at) / 1000) * perSecond) : 0
}
