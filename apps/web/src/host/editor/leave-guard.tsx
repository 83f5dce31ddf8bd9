import { hostEditor } from '@khac-sau/language'
import { useEffect, useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Autosave, SaveState } from './autosave.ts'

type LeaveGuardProps = { readonly saveState: SaveState; readonly autosave: Autosave }

/** A link away first stores what is unsaved; if that cannot be done, it asks. */
export function LeaveGuard({ saveState, autosave }: LeaveGuardProps) {
  const text = useMessages(hostEditor)
  const [link, setLink] = useState<HTMLAnchorElement | null>(null)
  const isUnsaved = saveState.name !== 'saved'
  useEffect(() => {
    if (!isUnsaved || link) return undefined
    const guard = (event: MouseEvent) => {
      const pressed = linkAway(event)
      if (!pressed) return
      event.preventDefault()
      event.stopPropagation()
      void autosave.saveNow().then((saved) => (saved ? followed(pressed) : setLink(pressed)))
    }
    document.addEventListener('click', guard, true)
    return () => document.removeEventListener('click', guard, true)
  }, [isUnsaved, link, autosave])
  return (
    <ConfirmDialog
      open={link !== null}
      title={text.leaveTitle}
      confirmLabel={text.leave}
      cancelLabel={text.stay}
      danger
      onConfirm={() => followed(link)}
      onCancel={() => setLink(null)}
    >
      <p>{text.leaveText}</p>
    </ConfirmDialog>
  )
}

/** The link that would leave this page in this window, if the press was on one. */
function linkAway(event: MouseEvent): HTMLAnchorElement | null {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!isPlain || !event.isTrusted || !(event.target instanceof Element)) return null
  const link = event.target.closest('a')
  const staysHere = !link?.href || link.target === '_blank' || (link.getAttribute('href') ?? '').startsWith('#')
  return staysHere ? null : link
}

/** Pressed by the page itself this time, which the guard lets through. */
function followed(link: HTMLAnchorElement | null) {
  link?.click()
}
