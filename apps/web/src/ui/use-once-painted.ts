import { useLayoutEffect } from 'react'

/**
 * T2: tells once, in the frame in which this opening's options are drawn, and once more if the moment moves at which they
 * are to be unveiled. `null`: they are laid out only, and not shown without the page. A page out of sight has no frames.
 */
export function useOncePainted(openingId: string | null, unveilsAt: number | null, painted: () => void): void {
  // Not after the commit: by then a busy page may have painted, and the next frame would be told of.
  useLayoutEffect(() => {
    if (openingId === null) return undefined
    const frame = requestAnimationFrame(painted)
    return () => cancelAnimationFrame(frame)
  }, [openingId, unveilsAt, painted])
}
