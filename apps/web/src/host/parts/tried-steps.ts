import { useMemo, useSyncExternalStore } from 'react'

/** What was tried, or was not wanted, on this computer before the first contest. What is written is seen from the data. */
const triable = ['check', 'rehearsal', 'guide'] as const
export type Triable = (typeof triable)[number]

const storageKey = 'khac-sau.tried'
const listeners = new Set<() => void>()

export function useTried(): ReadonlySet<Triable> {
  const stored = useSyncExternalStore(onChange, read)
  return useMemo(() => triedIn(stored), [stored])
}

/** Kept nowhere if this browser keeps nothing: then the step is shown again, which harms nobody. */
export function keepTried(step: Triable, isTried = true): void {
  const tried = new Set(triedIn(read()))
  if (isTried) tried.add(step)
  else tried.delete(step)
  try {
    localStorage.setItem(storageKey, [...tried].join(' '))
  } catch {
    return
  }
  for (const changed of listeners) changed()
}

export function triedIn(stored: string | null): ReadonlySet<Triable> {
  const words = (stored ?? '').split(' ')
  return new Set(triable.filter((step) => words.includes(step)))
}

function onChange(changed: () => void): () => void {
  listeners.add(changed)
  window.addEventListener('storage', changed)
  return () => {
    listeners.delete(changed)
    window.removeEventListener('storage', changed)
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}
