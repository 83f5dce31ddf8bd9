import { hostEditor } from '@khac-sau/language'
import type { QuestionPreview } from '@khac-sau/protocol'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PageHead } from '../parts/page-head.tsx'
import type { QuestionValue } from './contest-draft.ts'
import { ProblemList } from './problem-list.tsx'
import { QuestionCard } from './question-card.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { type Fault, hasErrors, isStructural, pastedFaults } from './question-faults.ts'
import styles from './paste-questions.module.css'

type PastedQuestionsProps = {
  readonly preview: QuestionPreview
  readonly pasted: string
  readonly room: number
  readonly contestSeconds: number
  readonly onAdd: (questions: readonly QuestionValue[]) => void
  readonly onBack: () => void
}

type Item = QuestionPreview['items'][number] & { readonly edited: boolean; readonly checked: boolean }

/** Every question as it was understood. Only those without an open doubt can be added. */
export function PastedQuestions({ preview, pasted, room, contestSeconds, onAdd, onBack }: PastedQuestionsProps) {
  const text = useMessages(hostEditor)
  const [items, setItems] = useState<readonly Item[]>(() =>
    preview.items.map((item) => ({ ...item, edited: false, checked: false })),
  )
  const ready = items.filter((item) => !hasErrors(faultsOf(item)))
  const open = items.length - ready.length
  const replace = (index: number, change: Partial<Item>) =>
    setItems(items.map((item, place) => (place === index ? { ...item, ...change } : item)))
  return (
    <>
      <PageHead title={text.previewTitle({ count: preview.items.length })} lead={text.previewLead} />
      <ProblemList problems={preview.problems} />
      <ol className={styles.list}>
        {items.map((item, index) => (
          <PastedQuestion
            key={item.firstLine}
            number={index + 1}
            item={item}
            excerpt={linesOf(pasted, item)}
            contestSeconds={contestSeconds}
            onChange={(change) => replace(index, change)}
            onLeaveOut={() => setItems(items.filter((_, place) => place !== index))}
          />
        ))}
      </ol>
      <div className={styles.adding}>
        <Button
          variant="primary"
          size="large"
          disabled={ready.length === 0 || open > 0 || ready.length > room}
          onClick={() => onAdd(ready.map(({ question }) => question))}
        >
          {text.addReady({ count: items.length })}
        </Button>
        <Button onClick={onBack}>{text.readAgain}</Button>
        <p className={styles.count} role="status">
          {open > 0 && text.toCorrect({ count: open })}
          {open === 0 && ready.length > room && text.wouldBeTooMany({ room })}
          {open === 0 && ready.length > 0 && ready.length <= room && text.allClear}
        </p>
      </div>
    </>
  )
}

type PastedQuestionProps = {
  readonly number: number
  readonly item: Item
  readonly excerpt: string
  readonly contestSeconds: number
  readonly onChange: (change: Partial<Item>) => void
  readonly onLeaveOut: () => void
}

function PastedQuestion({ number, item, excerpt, contestSeconds, onChange, onLeaveOut }: PastedQuestionProps) {
  const text = useMessages(hostEditor)
  const [editing, setEditing] = useState(() => hasErrors(faultsOf(item)))
  const hasDoubts = item.problems.some(({ code, severity }) => severity === 'error' && !isStructural(code))
  return (
    <QuestionCard
      number={number}
      question={item.question}
      problems={faultsOf(item)}
      note={text.lines({ first: item.firstLine, last: item.lastLine })}
      actions={
        <>
          <IconButton icon="trash" label={text.leaveOut({ number })} onClick={onLeaveOut} />
          <Button
            icon={editing ? 'tick' : 'edit'}
            aria-label={editing ? undefined : text.editNumber({ number })}
            onClick={() => setEditing(!editing)}
          >
            {editing ? text.done : text.edit}
          </Button>
        </>
      }
    >
      {editing && (
        <>
          <details open={hasDoubts}>
            <summary className={styles.summary}>{text.pastedText}</summary>
            <pre className={styles.excerpt}>{excerpt}</pre>
          </details>
          <QuestionEditor
            question={item.question}
            contestSeconds={contestSeconds}
            onChange={(question) => onChange({ question, edited: true })}
          />
          {hasDoubts && (
            <Checkbox
              label={text.checked}
              checked={item.checked}
              onChange={(event) => onChange({ checked: event.target.checked })}
            />
          )}
        </>
      )}
    </QuestionCard>
  )
}

function faultsOf({ question, problems, edited, checked }: Item): readonly Fault[] {
  return pastedFaults(question, problems, { edited, checked })
}

function linesOf(pasted: string, { firstLine, lastLine }: Item): string {
  return pasted
    .split(/\r\n|\r|\n/)
    .slice(firstLine - 1, lastLine)
    .join('\n')
}
