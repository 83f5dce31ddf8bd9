import { type RefObject, useEffect, useRef } from 'react'

/** As long as the screen before needs to be gone, and the frame that shows this one to be drawn. */
const settlingMillis = 150

/**
 * Where another screen is read from: a screen reader goes there and says what it is, and the next Tab goes on from there.
 * Without it both would begin at the page's top again, with each question. `screen` names what is shown; `null` is not yet.
 */
export function useReadingStart<Start extends HTMLElement>(screen: string | null): RefObject<Start | null> {
  const start = useRef<Start>(null)
  useEffect(() => {
    if (screen === null) return undefined
    const timer = setTimeout(() => start.current && readFrom(start.current), settlingMillis)
    return () => clearTimeout(timer)
  }, [screen])
  return start
}

/** Whoever is changing the language or the text size stays there. */
function readFrom(start: HTMLElement) {
  const active = document.activeElement
  if (active && active !== document.body && !active.closest('main')) return
  const { scrollX, scrollY } = window
  start.focus({ preventScroll: true })
  // Safari before 15 knows no `preventScroll`.
  if (window.scrollY !== scrollY) window.scrollTo(scrollX, scrollY)
}
