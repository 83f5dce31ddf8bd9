import { hostAdministration, hostShell } from '@khac-sau/language'
import { type AdministeredCell, LinkMade } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useAction } from '../parts/use-action.ts'
import { administrationKeys } from './administration-queries.ts'
import { LinkReadyDialog } from './link-ready-dialog.tsx'
import { ValidDays, type ValidDaysValue } from './valid-days.tsx'

type InviteOwnerDialogProps = { readonly cell: AdministeredCell; readonly onClose: () => void }

export function InviteOwnerDialog({ cell, onClose }: InviteOwnerDialogProps) {
  const text = useMessages(hostAdministration)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [inviteeName, setInviteeName] = useState(cell.invitation?.inviteeName ?? '')
  const [validDays, setValidDays] = useState<ValidDaysValue>(30)
  const [made, setMade] = useState<LinkMade | null>(null)
  const invite = async () => {
    const path = `/api/administration/cells/${encodeURIComponent(cell.cellId)}/invitation`
    const body = { inviteeName: inviteeName.trim(), validDays }
    const outcome = await run(() => request('POST', path, LinkMade, { body }))
    if (!outcome.ok) return
    setMade(outcome.value)
    void client.invalidateQueries({ queryKey: administrationKeys.cells })
  }
  if (made) return <LinkReadyDialog made={made} onClose={onClose} />
  return (
    <Dialog
      open
      title={text.newLinkTitle({ cell: cell.name })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => void invite()}>
            {text.makeLink}
          </Button>
        </>
      }
    >
      <FailureBanner failure={failure} />
      <p>{text.newLinkText}</p>
      <TextField
        label={text.inviteeName}
        hint={text.inviteeHint}
        maxLength={80}
        value={inviteeName}
        onChange={(event) => setInviteeName(event.target.value)}
      />
      <ValidDays value={validDays} onChange={setValidDays} />
    </Dialog>
  )
}
