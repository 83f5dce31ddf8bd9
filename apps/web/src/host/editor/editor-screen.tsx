import { limits } from '@khac-sau/engine'
import { hostAccount, hostConflict, hostEditor } from '@khac-sau/language'
import type { ContestDetail } from '@khac-sau/protocol'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../ui/button.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Card } from '../../ui/card.tsx'
import { useMessages } from '../../ui/language.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ConflictBanner } from '../parts/conflict-banner.tsx'
import { useLastChangeWords } from '../parts/last-change-words.ts'
import { MonthField } from '../parts/month-field.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { DeleteContest } from './delete-contest.tsx'
import { keyed } from './contest-draft.ts'
import { useDraftDifferences } from './draft-differences.ts'
import { LeaveGuard } from './leave-guard.tsx'
import { NotesCard } from './notes-card.tsx'
import { OpenRoom } from './open-room.tsx'
import { PasteQuestions } from './paste-questions.tsx'
import { QuestionList } from './question-list.tsx'
import { Rehearse } from './rehearse.tsx'
import { SaveLine } from './save-line.tsx'
import { SettingsForm } from './settings-form.tsx'
import { type ContestDraftHandle, useContestDraft } from './use-contest-draft.ts'
import styles from './editor-screen.module.css'

type EditorScreenProps = { readonly contest: ContestDetail; readonly onLoadNewest: () => void }

export function EditorScreen({ contest, onLoadNewest }: EditorScreenProps) {
  const handle = useContestDraft(contest)
  const { draft, change, saveState, autosave } = handle
  const [pasting, setPasting] = useState(false)
  const seconds = draft.settings.secondsPerQuestion
  if (pasting) {
    return (
      <PasteQuestions
        room={limits.questions.most - draft.questions.length}
        contestSeconds={seconds}
        onClose={() => setPasting(false)}
        onAdd={(questions) => {
          change({ questions: [...draft.questions, ...questions.map(keyed)] })
          setPasting(false)
        }}
      />
    )
  }
  return (
    <>
      <EditorHead handle={handle} />
      <DraftConflict handle={handle} onLoadNewest={onLoadNewest} />
      <SettingsForm settings={draft.settings} onChange={(settings) => change({ settings })} />
      <QuestionList
        questions={draft.questions}
        contestSeconds={seconds}
        onChange={(questions) => change({ questions })}
        onPaste={() => setPasting(true)}
      />
      <NotesCard notes={draft.notes} onChange={(notes) => change({ notes })} />
      <Rehearse contestId={contest.contestId} draft={draft} autosave={autosave} />
      <OpenRoom contestId={contest.contestId} draft={draft} autosave={autosave} onLoadNewest={onLoadNewest} />
      <DeleteContest contestId={contest.contestId} autosave={autosave} onLoadNewest={onLoadNewest} />
      <LeaveGuard saveState={saveState} autosave={autosave} />
    </>
  )
}

function EditorHead({ handle }: { readonly handle: ContestDraftHandle }) {
  const text = useMessages(hostEditor)
  const account = useMessages(hostAccount)
  const { draft, change, saveState, autosave } = handle
  return (
    <>
      <PageHead
        above={<Link href="/">← {text.back}</Link>}
        title={draft.title || '…'}
        actions={<SaveLine state={saveState} onSave={() => void autosave.saveNow()} />}
      />
      <Card look="plain">
        <div className={styles.head}>
          <TextField
            label={text.title}
            maxLength={200}
            error={draft.title.trim() === '' ? account.required : undefined}
            value={draft.title}
            onChange={(event) => change({ title: event.target.value })}
          />
          <MonthField label={text.month} value={draft.month} onChange={(month) => change({ month })} />
        </div>
      </Card>
    </>
  )
}

type DraftConflictProps = { readonly handle: ContestDraftHandle; readonly onLoadNewest: () => void }

function DraftConflict({ handle, onLoadNewest }: DraftConflictProps) {
  const text = useMessages(hostConflict)
  const wordsOf = useLastChangeWords()
  const { draft, saveState, newest, autosave } = handle
  const differences = useDraftDifferences(newest, draft)
  if (saveState.name !== 'conflict') return null
  const { lastChange } = saveState
  // Gone, frozen, or out of reach: there is nothing to compare with, and so nothing to write.
  if (newest?.stage !== 'draft') {
    return (
      <Banner tone="error" title={text.title} action={<Button onClick={onLoadNewest}>{text.takeNewest}</Button>}>
        {wordsOf(lastChange)}
      </Banner>
    )
  }
  return (
    <ConflictBanner
      lastChange={lastChange}
      differences={differences}
      busy={false}
      onTakeNewest={onLoadNewest}
      onKeepMine={() => void autosave.overwrite(newest.revision)}
    />
  )
}
