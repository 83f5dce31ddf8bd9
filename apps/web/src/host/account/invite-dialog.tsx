import type { Role } from '@khac-sau/engine'
import { hostAccess, hostShell } from '@khac-sau/language'
import { invitationDays, InvitationMade } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Select } from '../../ui/select.tsx'
import { request } from '../parts/api.ts'
import { CopyField } from '../parts/copy-field.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { RoleChoice } from './role-choice.tsx'

type InviteDialogProps = { readonly onClose: () => void; readonly firstRole?: Role }

export function InviteDialog({ onClose, firstRole = 'secretary' }: InviteDialogProps) {
  const text = useMessages(hostAccess)
  const shell = useMessages(hostShell)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [role, setRole] = useState<Role>(firstRole)
  const [validDays, setValidDays] = useState('7')
  const [url, setUrl] = useState<string | null>(null)
  const invite = async () => {
    const body = { role, validDays: Number(validDays) }
    const outcome = await run(() => request('POST', '/api/access/invitations', InvitationMade, { body }))
    if (!outcome.ok) return
    setUrl(outcome.value.url)
    void client.invalidateQueries({ queryKey: keys.access })
  }
  if (url !== null) return <LinkDialog url={url} onClose={onClose} />
  return (
    <Dialog
      open
      title={text.inviteTitle}
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
      <RoleChoice value={role} onChange={setRole} />
      <Select
        label={text.validFor}
        choices={invitationDays.map((count) => ({ value: String(count), label: text.days({ count }) }))}
        value={validDays}
        onChange={(event) => setValidDays(event.target.value)}
      />
    </Dialog>
  )
}

export function LinkDialog({ url, onClose }: { readonly url: string; readonly onClose: () => void }) {
  const text = useMessages(hostAccess)
  return (
    <Dialog
      open
      title={text.linkTitle}
      onClose={onClose}
      closeLabel={text.done}
      actions={
        <Button variant="primary" onClick={onClose}>
          {text.done}
        </Button>
      }
    >
      <p>{text.linkText}</p>
      <CopyField label={text.link} value={url} />
    </Dialog>
  )
}
