import { formatDateTime, hostAccess, hostShell } from '@khac-sau/language'
import type { AccountInfo } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { anyAnswer, type Outcome, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { RoleChoice } from './role-choice.tsx'
import styles from './rows.module.css'

type Asked = { readonly what: 'role' | 'removal'; readonly account: AccountInfo }

export function PeopleCard({ accounts }: { readonly accounts: readonly AccountInfo[] }) {
  const text = useMessages(hostAccess)
  const client = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const [done, setDone] = useState('')
  const finish = (words: string, { isYou }: AccountInfo) => {
    setAsked(null)
    setDone(words)
    void client.invalidateQueries({ queryKey: keys.access })
    // One's own page is another one then.
    if (isYou) void client.invalidateQueries({ queryKey: keys.session })
  }
  return (
    <Card title={text.peopleTitle}>
      <p>{accounts.length > 1 ? text.peopleLead : text.alone}</p>
      <ul className={styles.rows}>
        {accounts.map((account) => (
          <PersonRow key={account.accountId} account={account} onAsk={(what) => setAsked({ what, account })} />
        ))}
      </ul>
      <StatusLine>{done}</StatusLine>
      {asked?.what === 'role' && (
        <RoleDialog
          account={asked.account}
          onDone={() => finish(text.roleChanged, asked.account)}
          onClose={() => setAsked(null)}
        />
      )}
      {asked?.what === 'removal' && (
        <RemoveDialog
          account={asked.account}
          onDone={() => finish(text.removed, asked.account)}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  )
}

type PersonRowProps = { readonly account: AccountInfo; readonly onAsk: (what: Asked['what']) => void }

function PersonRow({ account, onAsk }: PersonRowProps) {
  const text = useMessages(hostAccess)
  const { displayName: name, login, role, lastUsedAtMs, isYou } = account
  const used = lastUsedAtMs === null ? text.signedInNowhere : text.lastUsed({ time: formatDateTime(lastUsedAtMs) })
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{isYou ? `${name} (${text.you})` : name}</p>
        <p className={styles.details}>
          {text[role]} · {login} · {used}
        </p>
      </div>
      <ButtonRow>
        <Button aria-label={text.changeRoleOf({ name })} onClick={() => onAsk('role')}>
          {text.changeRole}
        </Button>
        <Button variant="quiet" aria-label={text.removeOf({ name })} onClick={() => onAsk('removal')}>
          {text.removeAccount}
        </Button>
      </ButtonRow>
    </li>
  )
}

type PersonDialogProps = { readonly account: AccountInfo; readonly onDone: () => void; readonly onClose: () => void }

function pathOf({ accountId }: AccountInfo): string {
  return `/api/access/accounts/${encodeURIComponent(accountId)}`
}

function RoleDialog({ account, onDone, onClose }: PersonDialogProps) {
  const text = useMessages(hostAccess)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [role, setRole] = useState(account.role)
  const save = async () => {
    if (role === account.role) return onClose()
    const outcome = await run(() => request('PATCH', pathOf(account), anyAnswer, { body: { role } }))
    if (outcome.ok) onDone()
  }
  return (
    <Dialog
      open
      title={text.roleTitle({ name: account.displayName })}
      onClose={onClose}
      closeLabel={shell.close}
      actions={
        <>
          <Button onClick={onClose}>{shell.cancel}</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            {shell.save}
          </Button>
        </>
      }
    >
      <FailureBanner failure={failure} />
      <RoleChoice value={role} onChange={setRole} />
    </Dialog>
  )
}

function RemoveDialog({ account, onDone, onClose }: PersonDialogProps) {
  const text = useMessages(hostAccess)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const remove = async () => {
    const outcome: Outcome<null> = await run(() => request('DELETE', pathOf(account), anyAnswer))
    if (outcome.ok) onDone()
  }
  return (
    <ConfirmDialog
      open
      danger
      title={text.removeTitle({ name: account.displayName })}
      confirmLabel={text.removeConfirm}
      cancelLabel={shell.cancel}
      busy={busy}
      onConfirm={() => void remove()}
      onCancel={onClose}
    >
      <FailureBanner failure={failure} />
      <p>{text.removeText}</p>
    </ConfirmDialog>
  )
}
