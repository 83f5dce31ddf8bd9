import { useEffect, useState } from 'react'
import { silentFilm, wakeLock } from './awake-ways.ts'
import { createKeepAwake } from './keep-awake.ts'

/** Keeps the screen on while `wanted` and in sight. Whether it does; `null` before anything was tried. */
export function useAwake(wanted: boolean): boolean | null {
  const [held, setHeld] = useState<boolean | null>(null)
  useEffect(() => {
    if (!wanted) return undefined
    const isInSight = () => document.visibilityState === 'visible'
    const awake = createKeepAwake({ ways: [wakeLock, silentFilm], isInSight, changed: setHeld })
    const onVisibility = () => (isInSight() ? awake.attempt() : awake.letGo())
    awake.attempt()
    document.addEventListener('visibilitychange', onVisibility)
    // Some browsers play nothing before somebody has pressed something, such as *Đúng là tôi*.
    document.addEventListener('click', awake.attempt)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      document.removeEventListener('click', awake.attempt)
      awake.stop()
    }
  }, [wanted])
  return held
}
