import type { ReviewItem } from '@khac-sau/engine'
import { formatSeconds, playResult } from '@khac-sau/language'
import type { Ref } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { verdictWord, type VerdictName } from './verdict-of.ts'
import styles from './verdict.module.css'

type VerdictProps = {
  readonly verdict: VerdictName
  readonly item: ReviewItem
  /** Where the screen is read from. */
  readonly start?: Ref<HTMLDivElement> | undefined
}

/** Word, sign, outline and colour: any one of them alone tells right from wrong. */
export function Verdict({ verdict, item, start }: VerdictProps) {
  const text = useMessages(playResult)
  const detail = useDetail(verdict, item)
  return (
    <div className={classNames(styles.verdict, styles[looks[verdict]])} ref={start} tabIndex={start ? -1 : undefined}>
      <span className={styles.sign}>
        <Icon name={signs[verdict]} size="2rem" />
      </span>
      <span className={styles.words}>
        <strong className={styles.word}>{verdictWord(verdict, text)}</strong>
        {detail && <span>{detail}</span>}
      </span>
    </div>
  )
}

function useDetail(verdict: VerdictName, { own, untimed }: ReviewItem): string | null {
  const text = useMessages(playResult)
  const { locale } = useLanguage()
  if (verdict === 'voided') return text.voidedText
  if (verdict === 'late') return text.notCountedText
  if (verdict === 'tried') return text.warmUpDoneText
  if (verdict === 'untried' || verdict === 'tried-late') return text.warmUpMissedText
  if (!own || untimed) return null
  const seconds = formatSeconds(own.responseMillis, locale)
  return own.automatic ? text.answeredAutomatically({ seconds }) : text.answeredAfter({ seconds })
}

const signs: Readonly<Record<VerdictName, IconName>> = {
  right: 'tick',
  wrong: 'cross',
  none: 'minus',
  late: 'clock',
  voided: 'stop',
  tried: 'tick',
  untried: 'minus',
  'tried-late': 'clock',
}

/** C10: green for a phone that works is the only praise that the warm-up gives. */
const looks: Readonly<Record<VerdictName, string>> = {
  right: 'right',
  wrong: 'wrong',
  none: 'none',
  late: 'late',
  voided: 'voided',
  tried: 'right',
  untried: 'none',
  'tried-late': 'late',
}
