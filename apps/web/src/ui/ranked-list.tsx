import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import styles from './ranked-list.module.css'

export type RankedRow = {
  readonly key: string
  /** As written: "1", "2", "2", "4", or "–" for someone outside the ranking. */
  readonly rank: string
  readonly name: string
  readonly score: string
  readonly time?: string | undefined
  readonly note?: ReactNode
  /** The row of whoever is looking. */
  readonly own?: boolean | undefined
}

type RankedListProps = {
  readonly rows: readonly RankedRow[]
  readonly label: string
  /** Read aloud before each rank ("Hạng"). */
  readonly rankLabel: string
  readonly size?: 'phone' | 'projector' | undefined
}

export function RankedList({ rows, label, rankLabel, size = 'phone' }: RankedListProps) {
  return (
    <ol className={classNames(styles.list, styles[size])} aria-label={label}>
      {rows.map((row, index) => (
        <li
          key={row.key}
          className={classNames(styles.row, row.own && styles.own, row.rank === rows[index - 1]?.rank && styles.joint)}
          aria-current={row.own || undefined}
        >
          <span className={styles.rank}>
            <VisuallyHidden>{rankLabel} </VisuallyHidden>
            {row.rank}
          </span>
          <span className={styles.words}>
            <span className={styles.name}>
              {row.name}
              {row.note !== undefined && <span className={styles.note}>{row.note}</span>}
            </span>
            <span className={styles.result}>
              <b>{row.score}</b>
              {row.time && <span className={styles.time}>{row.time}</span>}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
