import { hostRehearsal } from '@khac-sau/language'
import type { RehearsalOrder } from '@khac-sau/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { anyAnswer, request } from '../parts/api.ts'
import { ChoiceList } from '../parts/choice-list.tsx'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { keys, useRehearsal } from '../parts/queries.ts'
import { keepTried } from '../parts/tried-steps.ts'
import { useAction } from '../parts/use-action.ts'
import type { Autosave } from './autosave.ts'
import type { ContestDraft } from './contest-draft.ts'
import { hasErrors, questionFaults, warmUpFaults } from './question-faults.ts'

type RehearseProps = { readonly contestId: string; readonly draft: ContestDraft; readonly autosave: Autosave }

/** C9: with sample questions unless it is asked for otherwise: a wrong press must not give the contest away. */
export function Rehearse({ contestId, draft, autosave }: RehearseProps) {
  const text = useMessages(hostRehearsal)
  const client = useQueryClient()
  const [, navigate] = useLocation()
  const current = useRehearsal()
  const { busy, failure, run } = useAction()
  const [asking, setAsking] = useState(false)
  const [questions, setQuestions] = useState<RehearsalOrder['questions']>('sample')
  const { warmUp } = draft.settings
  const isReady =
    draft.questions.length > 0 &&
    draft.questions.every(({ question }) => !hasErrors(questionFaults(question))) &&
    (warmUp === null || !hasErrors(warmUpFaults(warmUp)))
  const begin = async () => {
    if (!(await autosave.saveNow())) return setAsking(false)
    const path = `/api/contests/${encodeURIComponent(contestId)}/rehearsal`
    const outcome = await run(() => request('POST', path, anyAnswer, { body: { questions } }))
    setAsking(false)
    if (!outcome.ok) return
    keepTried('rehearsal')
    await client.invalidateQueries({ queryKey: keys.rehearsal })
    navigate('/rehearsal')
  }
  return (
    <Card title={text.title} look="plain">
      <FailureBanner failure={failure} />
      <p>{text.lead}</p>
      {current.data && <p role="status">{text.underWay}</p>}
      <ButtonRow>
        {current.data && (
          <Link href="/rehearsal" asChild>
            <LinkButton variant="primary">{text.goThere}</LinkButton>
          </Link>
        )}
        <Button icon="play" onClick={() => setAsking(true)}>
          {text.start}
        </Button>
      </ButtonRow>
      <ConfirmDialog
        open={asking}
        title={text.dialogTitle}
        confirmLabel={text.confirm}
        cancelLabel={text.cancel}
        busy={busy}
        onConfirm={() => void begin()}
        onCancel={() => setAsking(false)}
      >
        <ChoiceList
          legend={text.which}
          value={questions}
          onChange={setQuestions}
          choices={[
            { value: 'sample', label: text.sample, hint: text.sampleHint },
            { value: 'own', label: text.own, hint: isReady ? text.ownHint : text.ownNotReady, disabled: !isReady },
          ]}
        />
        {current.data && <p>{text.replaces}</p>}
      </ConfirmDialog>
    </Card>
  )
}
