import { useEffect } from 'react'

/** T2: tells once, after the frame in which this opening's options came on the screen. A page out of sight has no frames. */
export function useOncePainted(openingId: string, painted: () => void): void {
  useEffect(() => {
    const frame = requestAnimationFrame(painted)
    return () => cancelAnimationFrame(frame)
  }, [openingId, painted])
}
