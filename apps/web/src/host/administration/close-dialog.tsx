import { hostAdministration, hostShell } from '@khac-sau/language'
import type { AdministeredCell } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { administrationKeys } from './administration-queries.ts'

type CloseDialogProps = { readonly cell: AdministeredCell; readonly onClose: () => void }

export function CloseDialog({ cell, onClose }: CloseDialogProps) {
  const text = useMessages(hostAdministration)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const close = async () => {
    const path = `/api/administration/cells/${encodeURIComponent(cell.cellId)}/closing`
    const outcome = await run(() => request('POST', path, anyAnswer))
    await client.invalidateQueries({ queryKey: administrationKeys.cells })
    if (outcome.ok) onClose()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={text.closeTitle({ cell: cell.name })}
      confirmLabel={text.close}
      cancelLabel={shell.cancel}
      busy={busy}
      onConfirm={() => void close()}
      onCancel={onClose}
    >
      <FailureBanner failure={failure} />
      <p>{text.closeText}</p>
    </ConfirmDialog>
  )
}
