import type { HostView } from '@khac-sau/engine'
import { hostLive } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { optionLetter } from '../../ui/option-badge.tsx'
import { AmendDialog } from './amend-dialog.tsx'
import { Fold } from './fold.tsx'
import { RevealMarks } from './stage-replica.tsx'
import type { Commands } from './use-commands.ts'
import styles from './asked-questions.module.css'

type AskedQuestionsProps = {
  readonly view: HostView
  readonly commands: Commands
  readonly onAmended: (rankingBefore: HostView['ranking']) => void
}

/** R6: until the result is settled any question that was asked can be put right, first of all the one on screen. */
export function AskedQuestions({ view, commands, onAmended }: AskedQuestionsProps) {
  const text = useMessages(hostLive)
  const [amending, setAmending] = useState<number | null>(null)
  const { stage, asked, settled } = view
  if (asked.length === 0) return null
  return (
    <>
      {stage.name === 'reveal' && !settled && (
        <div>
          <Button variant="quiet" icon="warning" onClick={() => setAmending(stage.question)}>
            {text.wrongKey}
          </Button>
        </div>
      )}
      <Fold title={text.asked} note={String(asked.length)}>
        {!settled && <p className={styles.hint}>{text.askedHint}</p>}
        <ol className={styles.list}>
          {asked.map((question) => (
            <li key={question.question} className={styles.item}>
              <div className={styles.words}>
                <p>
                  <b>{text.questionOf({ number: question.question + 1, total: view.questionCount })}.</b>{' '}
                  {question.stem}
                </p>
                <p className={styles.hint}>
                  {text.rightOption}: <b>{question.right.map(optionLetter).join(', ')}</b> ·{' '}
                  {text.answeredOf(question.distribution)}
                </p>
                <RevealMarks question={question} />
              </div>
              {!settled && <Button onClick={() => setAmending(question.question)}>{text.amend}</Button>}
            </li>
          ))}
        </ol>
      </Fold>
      <AmendDialog
        key={amending}
        question={asked.find(({ question }) => question === amending)}
        commands={commands}
        onClose={() => setAmending(null)}
        onAmended={() => onAmended(view.ranking)}
      />
    </>
  )
}
