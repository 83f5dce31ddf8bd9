import { useEffect } from 'react'

/** What a key does; `undefined` where it does nothing now. */
export type Keys = {
  readonly primary: (() => void) | undefined
  readonly byLetter: Readonly<Record<string, (() => void) | undefined>>
}

/** Single keys, as a presenter's remote or a laptop sends them. Never while somebody types or a dialog asks. */
export function useKeys({ primary, byLetter }: Keys) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isBusyElsewhere(event.target)) return
      const isPrimary = event.key === 'ArrowRight' || event.key === 'PageDown' || isFreeSpace(event)
      const action = isPrimary ? primary : byLetter[event.key.toLowerCase()]
      if (!action) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [primary, byLetter])
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  const isTyping = target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
  return isTyping || document.querySelector('dialog[open]') !== null
}

/** Space presses the button that the keyboard went to; after a mouse click it is the primary action's again. */
function isFreeSpace(event: KeyboardEvent): boolean {
  if (event.key !== ' ') return false
  const focused = document.activeElement
  if (!(focused instanceof HTMLElement) || focused === document.body) return true
  if (focused.matches(':focus-visible') && focused.matches('button, a, summary, input')) return false
  focused.blur()
  return true
}
