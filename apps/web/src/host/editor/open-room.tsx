import { hostConflict, hostEditor } from '@khac-sau/language'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { useMessages } from '../../ui/language.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { anyAnswer, type Failed, request } from '../parts/api.ts'
import { FailureBanner } from '../parts/failure-banner.tsx'
import { useLastChangeWords } from '../parts/last-change-words.ts'
import { keys } from '../parts/queries.ts'
import { useAction } from '../parts/use-action.ts'
import { useMay } from '../parts/use-may.ts'
import type { Autosave } from './autosave.ts'
import type { ContestDraft } from './contest-draft.ts'
import { hasErrors, questionFaults, warmUpFaults } from './question-faults.ts'
import styles from './open-room.module.css'

type OpenRoomProps = {
  readonly contestId: string
  readonly draft: ContestDraft
  readonly autosave: Autosave
  readonly onLoadNewest: () => void
}

/** C5: the last look before the questions are frozen. */
export function OpenRoom({ contestId, draft, autosave, onLoadNewest }: OpenRoomProps) {
  const text = useMessages(hostEditor)
  const faulty = draft.questions.filter(({ question }) => hasErrors(questionFaults(question))).length
  const isWarmUpFaulty = draft.settings.warmUp !== null && hasErrors(warmUpFaults(draft.settings.warmUp))
  const warmUp = isWarmUpFaulty ? text.warmUpAttention : undefined
  return (
    <OpenRoomCard
      contestId={contestId}
      count={draft.questions.length}
      attention={faulty > 0 ? text.attention({ count: faulty }) : warmUp}
      beforeOpening={autosave.saveNow}
      revision={autosave.revision}
      onLoadNewest={onLoadNewest}
    />
  )
}

type OpenRoomCardProps = {
  readonly contestId: string
  readonly count: number
  /** What is to be put in order first. */
  readonly attention?: string | undefined
  /** Whether all is stored that is to be opened. */
  readonly beforeOpening?: () => Promise<boolean>
  /** Of the draft as it stands on this page. */
  readonly revision: () => number
  readonly onLoadNewest: () => void
}

export function OpenRoomCard({
  contestId,
  count,
  attention,
  beforeOpening,
  revision,
  onLoadNewest,
}: OpenRoomCardProps) {
  const text = useMessages(hostEditor)
  const client = useQueryClient()
  const may = useMay()
  const [, navigate] = useLocation()
  const { busy, failure, lastChange, run } = useAction()
  const [asking, setAsking] = useState(false)
  const open = async () => {
    if (beforeOpening && !(await beforeOpening())) return setAsking(false)
    const path = `/api/contests/${encodeURIComponent(contestId)}/open`
    const outcome = await run(() => request('POST', path, anyAnswer, { body: { revision: revision() } }))
    setAsking(false)
    if (!outcome.ok && outcome.failure !== 'room-already-open') return
    void client.invalidateQueries({ queryKey: keys.contests })
    navigate(`/contest/${contestId}/live`)
  }
  return (
    <Card title={text.openRoom}>
      {failure === 'conflict' ? (
        <ChangedMeanwhile lastChange={lastChange} onLoadNewest={onLoadNewest} />
      ) : (
        <FailureBanner
          failure={failure}
          action={failure === 'empty-roster' && may('see-roster') ? <ToRoster label={text.toRoster} /> : undefined}
        />
      )}
      <p>{count === 0 ? text.noQuestionsNext : (attention ?? text.openRoomReady)}</p>
      <div className={styles.action}>
        <Button
          variant="primary"
          size="large"
          icon="people"
          disabled={count === 0 || attention !== undefined}
          onClick={() => setAsking(true)}
        >
          {text.openRoom}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text.openRoomTitle}
        confirmLabel={text.openRoomConfirm}
        cancelLabel={text.openRoomCancel}
        busy={busy}
        onConfirm={() => void open()}
        onCancel={() => setAsking(false)}
      >
        <p>{text.openRoomText({ count })}</p>
      </ConfirmDialog>
    </Card>
  )
}

type ChangedMeanwhileProps = { readonly lastChange: Failed['lastChange']; readonly onLoadNewest: () => void }

/** What is frozen was seen by whoever opens the room. */
export function ChangedMeanwhile({ lastChange, onLoadNewest }: ChangedMeanwhileProps) {
  const text = useMessages(hostEditor)
  const conflict = useMessages(hostConflict)
  const wordsOf = useLastChangeWords()
  return (
    <Banner
      tone="error"
      title={text.openRoomChanged}
      action={<Button onClick={onLoadNewest}>{conflict.takeNewest}</Button>}
    >
      {wordsOf(lastChange)} {text.openRoomChangedNext}
    </Banner>
  )
}

function ToRoster({ label }: { readonly label: string }) {
  return (
    <Link href="/roster" asChild>
      <LinkButton>{label}</LinkButton>
    </Link>
  )
}
