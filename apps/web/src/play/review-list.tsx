import type { Numbered, ReviewItem } from '@khac-sau/engine'
import { play, playResult } from '@khac-sau/language'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { ReviewBody } from './review-body.tsx'
import { Verdict } from './verdict.tsx'
import { verdictOf, verdictWord } from './verdict-of.ts'
import styles from './review-list.module.css'

type ReviewListProps = { readonly items: readonly Numbered<ReviewItem>[]; readonly questionCount: number }

/** Every question again, folded: number, verdict and stem first. */
export function ReviewList({ items, questionCount }: ReviewListProps) {
  const text = useMessages(play)
  const resultText = useMessages(playResult)
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const verdict = verdictOf(item)
        return (
          <li key={item.question}>
            <details className={styles.item}>
              <summary className={styles.summary}>
                <span className={styles.words}>
                  <span className={styles.kicker}>
                    {text.questionNumber({ number: item.question + 1, count: questionCount })} ·{' '}
                    <b>{verdictWord(verdict, resultText)}</b>
                  </span>
                  <span>{item.stem}</span>
                </span>
                <span className={styles.arrow}>
                  <Icon name="down" />
                </span>
              </summary>
              <div className={styles.body}>
                <Verdict verdict={verdict} item={item} />
                <ReviewBody item={item} />
              </div>
            </details>
          </li>
        )
      })}
    </ul>
  )
}
