import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.ts'
import styles from './saved-seal.module.css'

export type SavedSealState = 'sending' | 'saved' | 'not-sent'

type SavedSealProps = {
  /** `saved` only after the server's receipt (A4): this mark is what people trust. */
  readonly state: SavedSealState
  /** "Đang gửi…", "Đã ghi nhận", "Chưa gửi được". */
  readonly text: string
  /** The time of the receipt, or what happens next. */
  readonly detail?: ReactNode
  /** Said aloud elsewhere. */
  readonly quiet?: boolean | undefined
  /** Where the screen is read from, which says it aloud. */
  readonly start?: Ref<HTMLDivElement> | undefined
}

export function SavedSeal({ state, text, detail, quiet = false, start }: SavedSealProps) {
  return (
    <div
      className={classNames(styles.row, styles[state])}
      role={quiet || start ? undefined : 'status'}
      ref={start}
      tabIndex={start ? -1 : undefined}
    >
      <svg className={styles.mark} viewBox="0 0 64 64" aria-hidden focusable="false">
        {marks[state]}
      </svg>
      <span className={styles.words}>
        <span className={styles.text}>{text}</span>
        {detail !== undefined && <span className={styles.detail}>{detail}</span>}
      </span>
    </div>
  )
}

/** A broken ring, a stamped seal, an open triangle: three outlines that cannot be taken for each other. */
const marks = {
  sending: (
    <g className={styles.ring}>
      <circle cx="32" cy="32" r="25" />
    </g>
  ),
  saved: (
    <g className={styles.stamp}>
      <path className={styles.ground} d="M9 3H55L61 9V55L55 61H9L3 55V9Z" />
      <path className={styles.line} d="M10.5 7H53.5L57 10.5V53.5L53.5 57H10.5L7 53.5V10.5Z" />
      <path className={styles.lit} d="M14 33 18 29 28 38.5 28 47Z" />
      <path className={styles.shaded} d="M28 47V38.5L46 17 51 20.5Z" />
    </g>
  ),
  'not-sent': (
    <g className={styles.alarm}>
      <path d="M32 5 61 57H3Z" />
      <path className={styles.bang} d="M29 24H35L34 42H30ZM29.5 46H34.5V51H29.5Z" />
    </g>
  ),
} as const
