import { useEffect } from 'react'

/** Keeps the projecting laptop's screen on where the browser may (not on plain http: there the host is told to). */
export function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let left = false
    const request = async () => {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return
      try {
        lock = await navigator.wakeLock.request('screen')
        if (left) await lock.release()
      } catch {
        // Refused on low battery and by policy: the screen then dims when the laptop says so.
      }
    }
    const ask = () => void request()
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [])
}
