import type { Millis } from '@khac-sau/engine'
import { useEffect, useState } from 'react'

/** Whether the contest clock has passed a moment; drawn anew once and not ten times a second. */
export function useIsPast(moment: Millis, now: () => Millis): boolean {
  const [passed, setPassed] = useState<Millis | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(moment), Math.max(0, moment - now()))
    return () => clearTimeout(timer)
  }, [moment, now])
  return passed === moment
}
