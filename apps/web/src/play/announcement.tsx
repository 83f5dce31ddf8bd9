import { useEffect, useRef } from 'react'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'

/** A live region must be known to the screen reader for a moment before its words come. */
const settlingMillis = 150

/** Read aloud, never drawn. */
export function Announcement({ children }: { readonly children: string }) {
  const region = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      if (region.current) region.current.textContent = children
    }, settlingMillis)
    return () => clearTimeout(timer)
  }, [children])
  return (
    <VisuallyHidden>
      <span ref={region} role="status" />
    </VisuallyHidden>
  )
}
