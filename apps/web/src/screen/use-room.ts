import { useCallback, useState } from 'react'
import type { Units } from './fit-columns.ts'

export type Room = { readonly width: Units; readonly height: Units }

/** What an element has been given by its parent, in projector units; its content must not be what sizes it. */
export function useRoom(): readonly [room: Room | null, measured: (element: HTMLElement | null) => void] {
  const [room, setRoom] = useState<Room | null>(null)
  const measured = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined
    const measure = () => {
      const unit = Math.min(window.innerHeight / 100, (window.innerWidth * 9) / 1600)
      setRoom({ width: element.clientWidth / unit, height: element.clientHeight / unit })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [room, measured]
}
