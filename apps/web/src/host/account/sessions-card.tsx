import { formatDateTime, hostOwnAccount, hostShell } from '@khac-sau/language'
import type { AccountSession } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { browserFamily } from '../../ui/browser-family.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { familyWords } from '../../ui/family-words.ts'
import { useMessages } from '../../ui/language.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import styles from './rows.module.css'

export function SessionsCard({ sessions }: { readonly sessions: readonly AccountSession[] }) {
  const text = useMessages(hostOwnAccount)
  const client = useQueryClient()
  const { busy, failure, run } = useAction()
  const [done, setDone] = useState('')
  const [asking, setAsking] = useState(false)
  const end = async (path: string, words: string) => {
    setDone('')
    const outcome = await run(() => request('DELETE', path, anyAnswer))
    await client.invalidateQueries({ queryKey: keys.accountSessions })
    setAsking(false)
    if (outcome.ok) setDone(words)
  }
  const isAlone = sessions.every(({ isThis }) => isThis)
  return (
    <Card title={text.sessionsTitle}>
      <p>{isAlone ? text.onlyThis : text.sessionsLead}</p>
      <FailureBanner failure={failure} />
      <ul className={styles.rows}>
        {sessions.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            busy={busy}
            onEnd={() => void end(`/api/account/sessions/${encodeURIComponent(session.sessionId)}`, text.ended)}
          />
        ))}
      </ul>
      {!isAlone && (
        <div>
          <Button onClick={() => setAsking(true)}>{text.endOthers}</Button>
        </div>
      )}
      <StatusLine>{done}</StatusLine>
      <EndOthersDialog
        open={asking}
        busy={busy}
        onConfirm={() => void end('/api/account/sessions', text.endedOthers)}
        onCancel={() => setAsking(false)}
      />
    </Card>
  )
}

type SessionRowProps = { readonly session: AccountSession; readonly busy: boolean; readonly onEnd: () => void }

function SessionRow({ session, busy, onEnd }: SessionRowProps) {
  const text = useMessages(hostOwnAccount)
  const device = familyWords(browserFamily(session.userAgent), text)
  const [since, used] = [formatDateTime(session.createdAtMs), formatDateTime(session.lastUsedAtMs)]
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{device}</p>
        <p className={styles.details}>
          {text.since({ time: since })} · {text.lastUsed({ time: used })}
        </p>
      </div>
      {session.isThis ? (
        <p className={styles.mark}>{text.thisOne}</p>
      ) : (
        <Button busy={busy} aria-label={text.endOf({ device, time: since })} onClick={onEnd}>
          {text.end}
        </Button>
      )}
    </li>
  )
}

type EndOthersDialogProps = {
  readonly open: boolean
  readonly busy: boolean
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

function EndOthersDialog(props: EndOthersDialogProps) {
  const text = useMessages(hostOwnAccount)
  const shell = useMessages(hostShell)
  return (
    <ConfirmDialog {...props} title={text.endOthersTitle} confirmLabel={text.endOthers} cancelLabel={shell.cancel}>
      <p>{text.endOthersText}</p>
    </ConfirmDialog>
  )
}
