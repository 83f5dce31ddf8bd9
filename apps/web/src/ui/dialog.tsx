import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { ButtonRow } from './button-row.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './dialog.module.css'

type DialogProps = {
  readonly open: boolean
  readonly title: string
  readonly children: ReactNode
  /** Buttons, the safe one first. */
  readonly actions?: ReactNode
  /** Escape, the cross and the veil. */
  readonly onClose: () => void
  readonly closeLabel: string
}

export function Dialog({ open, title, children, actions, onClose, closeLabel }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useModal(element, open)
  if (!open) return null
  const keys = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onClose()
    } else if (event.key === 'Tab') {
      keepFocusInside(event)
    }
  }
  return (
    <dialog
      ref={element}
      className={styles.dialog}
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      onKeyDown={keys}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton icon="close" label={closeLabel} onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions !== undefined && (
          <footer>
            <ButtonRow align="end">{actions}</ButtonRow>
          </footer>
        )}
      </div>
    </dialog>
  )
}

/** Browsers before `showModal` (Safari 13–15.3) get the same sheet as a fixed layer; Tab is kept inside by hand. */
function useModal(element: RefObject<HTMLDialogElement | null>, open: boolean) {
  useEffect(() => {
    const dialog = element.current
    if (!open || !dialog) return undefined
    const before = document.activeElement
    if (typeof dialog.showModal === 'function') dialog.showModal()
    else dialog.setAttribute('open', '')
    // The first in the sheet is the cross: begin with what follows it, and not with a way out of the page.
    const [cross, ...inside] = focusable(dialog)
    const start = inside.find(({ tagName }) => tagName !== 'A') ?? cross
    start?.focus()
    return () => {
      if (typeof dialog.close === 'function') dialog.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [element, open])
}

function keepFocusInside(event: KeyboardEvent<HTMLDialogElement>) {
  const inside = focusable(event.currentTarget)
  const first = inside[0]
  const last = inside[inside.length - 1]
  const leaving = event.shiftKey ? document.activeElement === first : document.activeElement === last
  if (!leaving) return
  event.preventDefault()
  ;(event.shiftKey ? last : first)?.focus()
}

function focusable(dialog: HTMLDialogElement): readonly HTMLElement[] {
  const selector = 'a[href], button:not([disabled]), input:not([disabled]), select, textarea, [tabindex="0"]'
  return [...dialog.querySelectorAll<HTMLElement>(selector)]
}
