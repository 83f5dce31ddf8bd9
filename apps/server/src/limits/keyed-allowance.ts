import type { Millis } from '@khac-sau/engine'
import { type Allowance, spend, type Used } from './allowance.ts'
import { newestKeys } from './newest-keys.ts'

/** One allowance for each key: whether another one is within it, which is then used. */
export function keyedAllowance(now: () => Millis, allowance: Allowance): (key: string) => boolean {
  const usedByKey = newestKeys<Used>()
  return (key) => {
    const { ok, used } = spend(usedByKey.get(key), now(), allowance)
    usedByKey.set(key, used)
    return ok
  }
}
