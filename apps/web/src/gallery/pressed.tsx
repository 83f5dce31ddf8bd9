import type { Locale } from '@khac-sau/language'
import { type ReactNode, useEffect, useRef } from 'react'
import { useLanguage } from '../ui/language.tsx'

type PressedProps = {
  /** How what is pressed is called; its beginning is enough. */
  readonly words: (locale: Locale) => string
  readonly children: ReactNode
}

/** A screen as it is after one press: a dialog, a form that unfolded. */
export function Pressed({ words, children }: PressedProps) {
  const here = useRef<HTMLDivElement>(null)
  const begins = words(useLanguage().locale)
  useEffect(() => {
    const pressable = [...(here.current?.querySelectorAll<HTMLElement>('button, summary') ?? [])]
    // Not by innerText: before the first layout it is empty where `content-visibility` may skip what is drawn.
    const found = pressable.find(({ textContent, ariaLabel }) => (ariaLabel ?? textContent).trim().startsWith(begins))
    if (!found) throw new Error(`nothing to press is called ${begins}`)
    // Development mounts twice, and a second press would fold it again.
    const timer = setTimeout(() => found.click())
    return () => clearTimeout(timer)
  }, [begins])
  return <div ref={here}>{children}</div>
}
