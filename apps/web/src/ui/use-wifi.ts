import { useMemo, useSyncExternalStore } from 'react'
import { type WifiNetwork, wifiOf } from './wifi-network.ts'

const storageKey = 'khac-sau.wifi'

/** The network that was kept on this computer. Another window of this browser hears of a change at once. */
export function useWifi(): WifiNetwork | null {
  const stored = useSyncExternalStore(onChange, read)
  return useMemo(() => wifiOf(stored), [stored])
}

/** `null` forgets it. `false` if this browser keeps nothing. */
export function keepWifi(network: WifiNetwork | null): boolean {
  try {
    if (network) localStorage.setItem(storageKey, JSON.stringify(network))
    else localStorage.removeItem(storageKey)
  } catch {
    return false
  }
  for (const changed of listeners) changed()
  return true
}

/** A window is told by the browser of what others keep, not of what it keeps itself. */
const listeners = new Set<() => void>()

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
