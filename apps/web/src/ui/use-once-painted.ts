import { useLayoutEffect } from 'react'

/**
 * T2: tells once, in the frame in which this opening's options come on the screen; `null` while they are only laid out.
 * A page out of sight has no frames.
 */
export function useOncePainted(openingId: string | null, painted: () => void): void {
  // Not after the commit: by then a busy page may have painted, and the next frame would be told of.
  useLayoutEffect(() => {
    if (openingId === null) return undefined
    const frame = requestAnimationFrame(painted)
    return () => cancelAnimationFrame(frame)
  }, [openingId, painted])
}
