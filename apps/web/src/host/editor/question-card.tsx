import { hostEditor } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useMessages } from '../../ui/language.tsx'
import { optionLetter } from '../../ui/option-badge.tsx'
import type { QuestionValue } from './contest-draft.ts'
import { ProblemList } from './problem-list.tsx'
import { type Fault, hasErrors } from './question-faults.ts'
import styles from './question-card.module.css'

type QuestionCardProps = {
  readonly number: number
  readonly question: QuestionValue
  readonly problems?: readonly Fault[]
  /** Beside the number: lines of the pasted text, an own time. */
  readonly note?: ReactNode
  readonly actions?: ReactNode
  /** Takes the place of the question as read: its editor. */
  readonly children?: ReactNode
}

/** One question as it will be asked, with its key, for the committee's eyes. */
export function QuestionCard({ number, question, problems = [], note, actions, children }: QuestionCardProps) {
  const text = useMessages(hostEditor)
  return (
    <li className={classNames(styles.card, hasErrors(problems) && styles.faulty)}>
      <header className={styles.header}>
        <h3 className={styles.number}>{text.number({ number })}</h3>
        <span className={styles.note}>
          {note !== undefined && <span>{note}</span>}
          {question.seconds !== null && !Number.isNaN(question.seconds) && (
            <span>{text.ownSecondsMark({ seconds: question.seconds })}</span>
          )}
        </span>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <ProblemList problems={problems} />
      {children || <ReadQuestion question={question} />}
    </li>
  )
}

function ReadQuestion({ question }: { readonly question: QuestionValue }) {
  const text = useMessages(hostEditor)
  const { stem, options, right, explanation, source } = question
  return (
    <div className={styles.question}>
      <p className={styles.stem}>{stem || <span className={styles.missing}>{text.emptyStem}</span>}</p>
      <ol className={styles.options}>
        {options.map((option, index) => (
          <li key={index} className={classNames(styles.option, right.includes(index) && styles.right)}>
            <b>{optionLetter(index)}.</b>
            <span>{option || '…'}</span>
            {right.includes(index) && (
              <span className={styles.rightWord}>
                <Icon name="tick" /> {text.right}
              </span>
            )}
          </li>
        ))}
      </ol>
      {explanation !== '' && (
        <p className={styles.small}>
          <b>{text.explanation}:</b> {explanation}
        </p>
      )}
      {source !== '' && (
        <p className={styles.small}>
          <b>{text.source}:</b> {source}
        </p>
      )}
    </div>
  )
}
