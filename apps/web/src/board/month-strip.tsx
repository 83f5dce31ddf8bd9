import { board, formatMonth, formatScore } from '@khac-sau/language'
import type { Board } from '@khac-sau/protocol'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { VisuallyHidden } from '../ui/visually-hidden.tsx'
import type { BoardText } from './why-above.ts'
import styles from './month-strip.module.css'

type SeasonCell = Board['season']['places'][number]['months'][number]
type Sign = 'first' | SeasonCell['outcome']

/** One small plate per month: what happened in it is a drawing and a word, never a colour alone. */
export function MonthStrip({ months }: { readonly months: readonly SeasonCell[] }) {
  const text = useMessages(board)
  const { locale } = useLanguage()
  return (
    <ol className={styles.strip}>
      {months.map((cell) => {
        const sign = cell.first ? 'first' : cell.outcome
        const score = cell.scoreHundredths === null ? null : formatScore(cell.scoreHundredths, locale)
        const words = `${formatMonth(cell.month, locale)}: ${text[outcomeWords[sign]]}`
        return (
          <li key={cell.month} className={styles.cell} title={words}>
            <VisuallyHidden>
              {words}
              {score !== null && cell.outcome === 'took-part' && `, ${text.points({ score })}`}
            </VisuallyHidden>
            <span className={styles.month} aria-hidden>
              {text.monthShort({ number: Number(cell.month.slice(5)) })}
            </span>
            <SignMark sign={sign} />
            <span className={styles.score} aria-hidden>
              {cell.outcome === 'took-part' ? score : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

export function MonthStripLegend() {
  const text = useMessages(board)
  return (
    <ul className={styles.legend} aria-label={text.legend}>
      {signs.map((sign) => (
        <li key={sign} className={styles.entry}>
          <SignMark sign={sign} />
          <span>{text[outcomeWords[sign]]}</span>
        </li>
      ))}
    </ul>
  )
}

const signs: readonly Sign[] = ['first', 'took-part', 'missed', 'excused', 'not-a-member']

const outcomeWords = {
  first: 'outcomeFirst',
  'took-part': 'outcomeTookPart',
  missed: 'outcomeMissed',
  excused: 'outcomeExcused',
  'not-a-member': 'outcomeNotAMember',
} as const satisfies Record<Sign, keyof BoardText>

function SignMark({ sign }: { readonly sign: Sign }) {
  return (
    <svg className={styles[sign]} viewBox="0 0 24 24" width="22" height="22" aria-hidden focusable="false">
      {drawings[sign]}
    </svg>
  )
}

/** A seal with a star, a tick, a cross in a broken frame, an open frame with a bar, a dash. */
const drawings: Readonly<Record<Sign, ReactNode>> = {
  first: (
    <>
      <path className={styles.ground} d="M3.5 1h17L23 3.5v17L20.5 23h-17L1 20.5v-17Z" />
      <path className={styles.star} d="M12 4.2l2.3 4.9 5.4.6-4 3.7 1.1 5.3L12 16l-4.8 2.7 1.1-5.3-4-3.7 5.4-.6Z" />
    </>
  ),
  'took-part': <path d="M4 12.5 9.5 18 20 6.5" />,
  missed: <path d="M6 6 18 18M18 6 6 18" />,
  excused: <path d="M3 3H21V21H3ZM7.5 12H16.5" />,
  'not-a-member': <path d="M8 12h8" />,
}
