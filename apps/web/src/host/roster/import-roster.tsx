import { hostImport, hostShell } from '@khac-sau/language'
import { type Member, mostRosterFileBytes, type RosterField, RosterFile, RosterPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { type Failed, type Outcome, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAction } from '../parts/use-action.ts'
import { ChooseFile } from './choose-file.tsx'
import { ImportPreview, type ImportPreviewProps } from './import-preview.tsx'
import { RosterDownloads } from './roster-downloads.tsx'
import styles from './import-roster.module.css'

type ImportRosterProps = {
  readonly members: readonly Member[]
  /** Why the list could not be saved the last time. */
  readonly failed: Failed | null
  readonly onAgain: () => void
  readonly onSave: ImportPreviewProps['onSave']
  readonly onClose: () => void
}

/** Paste, look at what was understood, correct it, save: nothing is stored before the last step. */
export function ImportRoster({ members, failed, onAgain, onSave, onClose }: ImportRosterProps) {
  const text = useMessages(hostImport)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<RosterPreview | null>(null)
  const read = async (list: string, uses?: readonly (RosterField | null)[]) => {
    const body = { text: list, ...(uses ? { uses } : {}) }
    const outcome = await run(() => request('POST', '/api/members/preview', RosterPreview, { body }))
    if (!outcome.ok) return
    setPreview(outcome.value)
    onAgain()
  }
  const compare = ({ columns }: RosterPreview) =>
    read(
      pasted,
      columns.map(({ use }) => use),
    )
  const readFile = async (file: File) => {
    const outcome = await run(() => textOf(file))
    if (!outcome.ok) return
    setPasted(outcome.value.text)
    await read(outcome.value.text)
  }
  if (preview) {
    return (
      <ImportPreview
        key={JSON.stringify([preview.revision, preview.columns])}
        preview={preview}
        members={members}
        busy={busy}
        failure={failure ?? failed?.failure ?? null}
        lastChange={failed?.lastChange}
        onUses={(uses) => void read(pasted, uses)}
        onCompare={() => void compare(preview)}
        onSave={onSave}
        onBack={() => setPreview(null)}
      />
    )
  }
  return (
    <>
      <PageHead title={text.title} lead={text.lead} />
      <Card>
        <FailureBanner failure={failure} />
        <RosterDownloads what="template" lead={text.template} />
        <ChooseFile busy={busy} onFile={(file) => void readFile(file)} />
        <TextArea
          label={text.label}
          hint={text.hint}
          rows={12}
          placeholder={text.example}
          autoFocus
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className={styles.actions}>
          <Button variant="primary" busy={busy} disabled={pasted.trim() === ''} onClick={() => void read(pasted)}>
            {text.read}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </Card>
    </>
  )
}

async function textOf(file: File): Promise<Outcome<RosterFile>> {
  if (file.size > mostRosterFileBytes) return { ok: false, failure: 'file-too-large' }
  return request('POST', '/api/members/file', RosterFile, { file })
}
