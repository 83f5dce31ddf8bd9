import { hostRoster, hostShell } from '@khac-sau/language'
import { type Member, RosterPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAction } from '../parts/use-action.ts'
import type { RosterActions } from './roster-actions.ts'
import { RosterPreviewList } from './roster-preview-list.tsx'
import styles from './member-form.module.css'

type PasteRosterProps = {
  readonly members: readonly Member[]
  readonly actions: RosterActions
  readonly onClose: () => void
}

/** Paste, look at what was understood, correct it, save: nothing is stored before the last step. */
export function PasteRoster({ members, actions, onClose }: PasteRosterProps) {
  const text = useMessages(hostRoster)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const read = async () => {
    const outcome = await run(() => request('POST', '/api/members/preview', RosterPreview, { body: { text: pasted } }))
    if (outcome.ok) setPreview(outcome.value)
  }
  if (preview) {
    return (
      <RosterPreviewList
        preview={preview}
        members={members}
        actions={actions}
        onBack={() => setPreview(null)}
        onSaved={onClose}
      />
    )
  }
  return (
    <>
      <PageHead title={text.pasteTitle} lead={text.pasteHint} />
      <Card>
        <FailureBanner failure={failure} />
        <TextArea
          label={text.pasteLabel}
          rows={12}
          placeholder={text.pasteExample}
          autoFocus
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className={styles.actions}>
          <Button variant="primary" busy={busy} disabled={pasted.trim() === ''} onClick={() => void read()}>
            {text.readList}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </Card>
    </>
  )
}
