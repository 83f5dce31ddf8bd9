import type { AnswerState } from '@khac-sau/session'
import { useEffect, useRef } from 'react'

/** Felt, and not heard in the room. */
const buzzMillis = 40

/** A short buzz when the receipt comes, where the phone can: what was saved before this page was opened gives none. */
export function useSavedBuzz(name: AnswerState['name']): void {
  const before = useRef(name)
  useEffect(() => {
    if (isReceipt(before.current, name)) buzz()
    before.current = name
  }, [name])
}

export function isReceipt(before: AnswerState['name'], now: AnswerState['name']): boolean {
  return now === 'saved' && (before === 'sending' || before === 'not-sent')
}

function buzz(): void {
  // Safari has no such thing, whatever its type says.
  if (!('vibrate' in navigator) || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return
  navigator.vibrate(buzzMillis)
}
