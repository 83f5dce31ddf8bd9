import { board, compareNames, formatScore } from '@khac-sau/language'
import type { MonthBoard } from '@khac-sau/protocol'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../ui/language.tsx'
import styles from './board-section.module.css'

type BoardSectionProps = { readonly title: string; readonly notes?: ReactNode; readonly children: ReactNode }

export function BoardSection({ title, notes, children }: BoardSectionProps) {
  return (
    <section className={styles.section}>
      <header>
        <h2 className={styles.title}>{title}</h2>
        {notes}
      </header>
      {children}
    </section>
  )
}

/** A9: a score without a place, and without a time. */
export function Apart({ places }: { readonly places: MonthBoard['apart'] }) {
  const text = useMessages(board)
  const { locale } = useLanguage()
  if (places.length === 0) return null
  return (
    <div>
      <h3 className={styles.heading}>{text.apart}</h3>
      <ul className={styles.names}>
        {places.map(({ name, scoreHundredths, own }, index) => (
          <li key={index}>
            {name} · <b>{text.points({ score: formatScore(scoreHundredths, locale) })}</b>
            {own && ` · ${text.you}`}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** P1: everyone else by name alone, in a register's order. */
export function Others({ names }: { readonly names: readonly string[] }) {
  const text = useMessages(board)
  if (names.length === 0) return null
  return (
    <div>
      <h3 className={styles.heading}>{text.tookPart}</h3>
      <p className={styles.hint}>{text.tookPartHint}</p>
      <ul className={styles.names}>
        {[...names].sort(compareNames).map((name, index) => (
          <li key={index}>{name}</li>
        ))}
      </ul>
    </div>
  )
}

/** The reader's own line, where it is not among the public ones. */
export function OwnResult({ children }: { readonly children: ReactNode }) {
  const text = useMessages(board)
  return (
    <div className={styles.own}>
      <h3 className={styles.heading}>{text.ownResult}</h3>
      <p className={styles.hint}>{text.ownResultHint}</p>
      {children}
    </div>
  )
}
