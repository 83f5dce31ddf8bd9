import { hostEditor, hostShell } from '@khac-sau/language'
import { QuestionPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useAction } from '../parts/use-action.ts'
import type { QuestionValue } from './contest-draft.ts'
import { PastedQuestions } from './pasted-questions.tsx'
import styles from './paste-questions.module.css'

type PasteQuestionsProps = {
  /** How many more questions the contest can hold. */
  readonly room: number
  readonly contestSeconds: number
  readonly onAdd: (questions: readonly QuestionValue[]) => void
  readonly onClose: () => void
}

/** Paste, compare, correct, add: nothing of a pasted text enters the contest unseen. */
export function PasteQuestions({ room, contestSeconds, onAdd, onClose }: PasteQuestionsProps) {
  const text = useMessages(hostEditor)
  const shell = useMessages(hostShell)
  const { busy, failure, run } = useAction()
  const [pasted, setPasted] = useState('')
  const [preview, setPreview] = useState<QuestionPreview | null>(null)
  const read = async () => {
    const outcome = await run(() =>
      request('POST', '/api/questions/preview', QuestionPreview, { body: { text: pasted } }),
    )
    if (outcome.ok) setPreview(outcome.value)
  }
  if (preview) {
    return (
      <PastedQuestions
        preview={preview}
        pasted={pasted}
        room={room}
        contestSeconds={contestSeconds}
        onAdd={onAdd}
        onBack={() => setPreview(null)}
      />
    )
  }
  return (
    <>
      <PageHead title={text.pasteTitle} lead={text.pasteHint} />
      <Card>
        <FailureBanner failure={failure} />
        <Banner tone="info" title={text.pasteColours} />
        <TextArea
          label={text.pasteLabel}
          rows={14}
          placeholder={text.pasteExample}
          autoFocus
          value={pasted}
          onChange={(event) => setPasted(event.target.value)}
        />
        <div className={styles.actions}>
          <Button variant="primary" busy={busy} disabled={pasted.trim() === ''} onClick={() => void read()}>
            {text.readQuestions}
          </Button>
          <Button onClick={onClose}>{shell.cancel}</Button>
        </div>
      </Card>
    </>
  )
}
