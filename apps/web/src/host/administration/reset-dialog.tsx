import { hostAdministration, hostShell } from '@khac-sau/language'
import { type AdministeredCell, LinkMade } from '@khac-sau/protocol'
import { useState } from 'react'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { LinkReadyDialog } from './link-ready-dialog.tsx'

type ResetDialogProps = {
  readonly cell: AdministeredCell
  readonly owner: AdministeredCell['owners'][number]
  readonly onClose: () => void
}

export function ResetDialog({ cell, owner, onClose }: ResetDialogProps) {
  const text = useMessages(hostAdministration)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [made, setMade] = useState<LinkMade | null>(null)
  const path = `/api/administration/cells/${encodeURIComponent(cell.cellId)}/owners/${encodeURIComponent(owner.accountId)}/reset`
  const reset = async () => {
    const outcome = await run(() => request('POST', path, LinkMade))
    if (outcome.ok) setMade(outcome.value)
  }
  if (made) return <LinkReadyDialog made={made} onClose={onClose} />
  return (
    <ConfirmDialog
      open
      title={text.resetTitle({ name: owner.displayName })}
      confirmLabel={text.makeLink}
      cancelLabel={shell.cancel}
      busy={busy}
      onConfirm={() => void reset()}
      onCancel={onClose}
    >
      <FailureBanner failure={failure} />
      <p>{text.resetText}</p>
      <p>{text.resetSeen}</p>
    </ConfirmDialog>
  )
}
