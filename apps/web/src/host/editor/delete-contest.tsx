import { hostConflict, hostEditor, hostShell } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import type { Autosave } from './autosave.ts'

type DeleteContestProps = {
  readonly contestId: string
  readonly autosave: Autosave
  readonly onLoadNewest: () => void
}

/** Only a draft can be deleted: what was played is kept. */
export function DeleteContest({ contestId, autosave, onLoadNewest }: DeleteContestProps) {
  const text = useMessages(hostEditor)
  const shell = useMessages(hostShell)
  const conflict = useMessages(hostConflict)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const { busy, failure, lastChange, run } = useAction()
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    const address = `/api/contests/${encodeURIComponent(contestId)}`
    const body = { revision: autosave.revision() }
    const outcome = await run(() => request('DELETE', address, anyAnswer, { body }))
    setAsking(false)
    if (!outcome.ok) return
    autosave.discard()
    await client.invalidateQueries({ queryKey: keys.contests })
    navigate('/')
  }
  return (
    <div>
      <FailureBanner
        failure={failure}
        lastChange={lastChange}
        action={failure === 'conflict' && <Button onClick={onLoadNewest}>{conflict.takeNewest}</Button>}
      />
      <Button variant="quiet" icon="trash" onClick={() => setAsking(true)}>
        {text.deleteContest}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text.deleteTitle}
        confirmLabel={text.deleteContest}
        cancelLabel={shell.cancel}
        danger
        busy={busy}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        <p>{text.deleteText}</p>
      </ConfirmDialog>
    </div>
  )
}
