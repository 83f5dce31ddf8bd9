import type { Millis } from '@khac-sau/engine'

export function passing(millis: Millis): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis))
}

/** Looks until it is so; after `patienceMillis` it is a failure of what is tortured, told with `what`. */
export async function until(isSo: () => boolean, patienceMillis: Millis, what: () => string): Promise<void> {
  const givesUpAt = performance.now() + patienceMillis
  while (!isSo()) {
    if (performance.now() > givesUpAt) throw new Error(`waited ${patienceMillis} ms in vain: ${what()}`)
    await passing(lookEveryMillis)
  }
}

const lookEveryMillis = 20
