import { formatDateTime, hostAccess } from '@khac-sau/language'
import type { InvitationInfo } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { InviteDialog } from './invite-dialog.tsx'
import styles from './rows.module.css'

export function InvitationsCard({ invitations }: { readonly invitations: readonly InvitationInfo[] }) {
  const text = useMessages(hostAccess)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [inviting, setInviting] = useState(false)
  const [done, setDone] = useState('')
  const revoke = async ({ invitationId }: InvitationInfo) => {
    setDone('')
    const path = `/api/access/invitations/${encodeURIComponent(invitationId)}`
    const outcome = await run(() => request('DELETE', path, anyAnswer))
    await client.invalidateQueries({ queryKey: keys.access })
    if (outcome.ok) setDone(text.revokedNow)
  }
  return (
    <Card title={text.invitationsTitle}>
      <p>{text.invitationsLead}</p>
      <FailureBanner failure={failure} />
      {invitations.length === 0 && <p>{text.noInvitations}</p>}
      {invitations.length > 0 && (
        <ul className={styles.rows}>
          {invitations.map((invitation) => (
            <InvitationRow
              key={invitation.invitationId}
              invitation={invitation}
              busy={busy}
              onRevoke={() => void revoke(invitation)}
            />
          ))}
        </ul>
      )}
      <div>
        <Button icon="plus" onClick={() => setInviting(true)}>
          {text.invite}
        </Button>
      </div>
      <StatusLine>{done}</StatusLine>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
    </Card>
  )
}

type InvitationRowProps = {
  readonly invitation: InvitationInfo
  readonly busy: boolean
  readonly onRevoke: () => void
}

function InvitationRow({ invitation, busy, onRevoke }: InvitationRowProps) {
  const text = useMessages(hostAccess)
  const { role, state, createdAtMs, expiresAtMs, invitedByName, acceptedByName } = invitation
  const time = formatDateTime(createdAtMs)
  const words = {
    open: text.open({ time: formatDateTime(expiresAtMs) }),
    accepted: text.accepted({ name: acceptedByName ?? '' }),
    revoked: text.revoked,
    expired: text.expired,
  }[state]
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>
          {text[role]}: {words}
        </p>
        <p className={styles.details}>{text.invitedBy({ name: invitedByName ?? text.administrator, time })}</p>
      </div>
      {state === 'open' && (
        <Button busy={busy} aria-label={text.revokeOf({ role: text[role], time })} onClick={onRevoke}>
          {text.revoke}
        </Button>
      )}
    </li>
  )
}
