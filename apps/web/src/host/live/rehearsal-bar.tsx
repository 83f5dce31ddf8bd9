import { hostRehearsal, rehearsal } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { RehearsalMark } from '../../ui/rehearsal-mark.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import styles from './rehearsal-bar.module.css'

/** Says what this is, and ends it: back to the contest that was rehearsed. */
export function RehearsalBar({ contestId }: { readonly contestId: string }) {
  const text = useMessages(hostRehearsal)
  const { mark, note } = useMessages(rehearsal)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, failure, run } = useAction()
  const [asking, setAsking] = useState(false)
  const end = async () => {
    const outcome = await run(() => request('DELETE', '/api/rehearsal', anyAnswer))
    setAsking(false)
    if (!outcome.ok) return
    client.setQueryData(keys.rehearsal, null)
    navigate(`/contest/${contestId}`)
  }
  return (
    <div className={styles.bar}>
      <RehearsalMark mark={mark} note={note} inside />
      <FailureBanner failure={failure} />
      <div className={styles.words}>
        <p>{text.howTo}</p>
        <Button icon="stop" onClick={() => setAsking(true)}>
          {text.end}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text.endTitle}
        confirmLabel={text.end}
        cancelLabel={text.goOn}
        busy={busy}
        onConfirm={() => void end()}
        onCancel={() => setAsking(false)}
      >
        <p>{text.endText}</p>
      </ConfirmDialog>
    </div>
  )
}
