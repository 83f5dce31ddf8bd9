import { useLayoutEffect, useRef } from 'react'
import type { Units } from './fit-columns.ts'

/** Sets `--fitted`, the largest letter size at which the element's content does not overflow it. */
export function useFittedText(content: string, most: Units, least: Units) {
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const fitted = element.current
    if (!fitted) return undefined
    const fit = () => {
      for (let size = most; size >= least; size -= step) {
        fitted.style.setProperty('--fitted', `calc(var(--unit) * ${size.toFixed(2)})`)
        if (fitted.scrollHeight <= fitted.clientHeight) return
      }
    }
    fit()
    // Also when the fonts come in, which changes no box but every line.
    void document.fonts.ready.then(fit)
    const observer = new ResizeObserver(fit)
    observer.observe(fitted)
    return () => observer.disconnect()
  }, [content, most, least])
  return element
}

const step = 0.1
