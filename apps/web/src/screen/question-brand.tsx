import type { Progress as ProgressView, ScreenView, StemView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import { Progress } from '../ui/progress.tsx'
import { questionName } from './question-name.ts'
import styles from './question-brand.module.css'

type QuestionBrandProps = {
  readonly view: ScreenView
  readonly question: Pick<StemView, 'question' | 'multiple' | 'continued'>
  readonly progress?: ProgressView
}

/** Which question this is, what is special about it, and how many have answered: never who (P1). */
export function QuestionBrand({ view, question, progress }: QuestionBrandProps) {
  const text = useMessages(screen)
  return (
    <div className={styles.brand}>
      <p className={styles.number}>{questionName(question.question, view.questionCount, text)}</p>
      {question.question === null && <p className={styles.plaque}>{text.doesNotCount}</p>}
      {question.multiple && <p className={styles.plaque}>{text.chooseAllRight}</p>}
      {question.continued && question.question !== null && <p className={styles.note}>{text.timeNotCounted}</p>}
      {progress && (
        <Progress value={progress.answered} total={progress.expected} label={text.answered} size="projector" />
      )}
    </div>
  )
}
