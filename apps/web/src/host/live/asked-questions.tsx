import type { HostView, RevealView } from '@khac-sau/engine'
import { hostLive } from '@khac-sau/language'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { optionLetter } from '../../ui/option-badge.tsx'
import { AmendDialog } from './amend-dialog.tsx'
import { Fold } from '../parts/fold.tsx'
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
      {stage.name === 'reveal' && !settled && <AmendNow reveal={stage} onAmend={setAmending} />}
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

/** On the reveal itself; a question that an outage cut in two is offered for voiding without being asked. */
function AmendNow({
  reveal: { question, interrupted, voided },
  onAmend,
}: {
  readonly reveal: RevealView
  readonly onAmend: (question: number) => void
}) {
  const text = useMessages(hostLive)
  // C10: there is nothing to put right about what does not count.
  if (question === null) return null
  const amend = () => onAmend(question)
  if (interrupted && !voided) {
    return (
      <Banner tone="warning" title={text.interruptedTitle} action={<Button onClick={amend}>{text.amend}</Button>}>
        {text.interruptedText}
      </Banner>
    )
  }
  return (
    <div>
      <Button variant="quiet" icon="warning" onClick={amend}>
        {text.wrongKey}
      </Button>
    </div>
  )
}
