import { limits } from '@khac-sau/engine'
import { hostEditor, hostShell } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { type DraftQuestion, emptyQuestion, keyed, moved, type QuestionValue } from './contest-draft.ts'
import { QuestionCard } from './question-card.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { questionFaults } from './question-faults.ts'
import styles from './question-list.module.css'

type QuestionListProps = {
  readonly questions: readonly DraftQuestion[]
  readonly contestSeconds: number
  readonly onChange: (questions: readonly DraftQuestion[]) => void
  readonly onPaste: () => void
}

export function QuestionList({ questions, contestSeconds, onChange, onPaste }: QuestionListProps) {
  const text = useMessages(hostEditor)
  const [editing, setEditing] = useState<string | null>(null)
  const [removing, setRemoving] = useState<string | null>(null)
  const add = () => {
    const added = keyed(emptyQuestion)
    onChange([...questions, added])
    setEditing(added.key)
  }
  const change = (key: string, question: QuestionValue) =>
    onChange(questions.map((one) => (one.key === key ? { key, question } : one)))
  return (
    <section className={styles.section}>
      <header className={styles.header}>
        <h2 className={styles.title}>{text.questions}</h2>
        <p className={styles.advice}>
          {text.questionCount({ count: questions.length })}. <Advice questions={questions} seconds={contestSeconds} />
        </p>
      </header>
      {questions.length === 0 && <EmptyState title={text.noQuestions}>{text.noQuestionsNext}</EmptyState>}
      <ol className={styles.list}>
        {questions.map((one, index) => (
          <ListedQuestion
            key={one.key}
            number={index + 1}
            question={one.question}
            contestSeconds={contestSeconds}
            isEditing={editing === one.key}
            onEdit={(open) => setEditing(open ? one.key : null)}
            onChange={(question) => change(one.key, question)}
            onMove={(step) => onChange(moved(questions, index, step))}
            onRemove={() => setRemoving(one.key)}
          />
        ))}
      </ol>
      {questions.length < limits.questions.most ? (
        <div className={styles.adding}>
          <Button variant="primary" icon="copy" onClick={onPaste}>
            {text.pasteFromWord}
          </Button>
          <Button icon="plus" onClick={add}>
            {text.addQuestion}
          </Button>
        </div>
      ) : (
        <p>{text.full}</p>
      )}
      <RemoveQuestion
        question={questions.find(({ key }) => key === removing)}
        onCancel={() => setRemoving(null)}
        onConfirm={() => {
          onChange(questions.filter(({ key }) => key !== removing))
          setRemoving(null)
        }}
      />
    </section>
  )
}

function Advice({ questions, seconds }: { readonly questions: readonly DraftQuestion[]; readonly seconds: number }) {
  const text = useMessages(hostEditor)
  if (questions.length <= limits.recommendedQuestions.most) return text.advice
  const total = questions.reduce((sum, { question }) => sum + (question.seconds ?? seconds) + SECONDS_AROUND, 0)
  return text.adviceMany({ minutes: Math.ceil((total || 0) / 60) })
}

/** Reading the question before it and the explanation after it. */
const SECONDS_AROUND = 25

type ListedQuestionProps = {
  readonly number: number
  readonly question: QuestionValue
  readonly contestSeconds: number
  readonly isEditing: boolean
  readonly onEdit: (open: boolean) => void
  readonly onChange: (question: QuestionValue) => void
  readonly onMove: (step: -1 | 1) => void
  readonly onRemove: () => void
}

function ListedQuestion(props: ListedQuestionProps) {
  const { number, question, contestSeconds, isEditing, onEdit, onChange, onMove, onRemove } = props
  const text = useMessages(hostEditor)
  return (
    <QuestionCard
      number={number}
      question={question}
      problems={isEditing ? [] : questionFaults(question)}
      actions={
        <>
          <span className={styles.upward}>
            <IconButton icon="down" label={text.up({ number })} onClick={() => onMove(-1)} />
          </span>
          <IconButton icon="down" label={text.down({ number })} onClick={() => onMove(1)} />
          <IconButton icon="trash" label={text.remove({ number })} onClick={onRemove} />
          <Button
            icon={isEditing ? 'tick' : 'edit'}
            aria-label={isEditing ? undefined : text.editNumber({ number })}
            onClick={() => onEdit(!isEditing)}
          >
            {isEditing ? text.done : text.edit}
          </Button>
        </>
      }
    >
      {isEditing && <QuestionEditor question={question} contestSeconds={contestSeconds} onChange={onChange} />}
    </QuestionCard>
  )
}

type RemoveQuestionProps = {
  readonly question: DraftQuestion | undefined
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

function RemoveQuestion({ question, onConfirm, onCancel }: RemoveQuestionProps) {
  const text = useMessages(hostEditor)
  const shell = useMessages(hostShell)
  return (
    <ConfirmDialog
      open={question !== undefined}
      title={text.removeTitle}
      confirmLabel={text.removeConfirm}
      cancelLabel={shell.cancel}
      danger
      onConfirm={onConfirm}
      onCancel={onCancel}
    >
      <p>{question?.question.stem || text.emptyStem}</p>
    </ConfirmDialog>
  )
}
