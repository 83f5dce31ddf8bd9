import { classNames } from './class-names.ts'
import styles from './rehearsal-mark.module.css'

type RehearsalMarkProps = {
  /** "DIỄN TẬP". */
  readonly mark: string
  readonly note: string
  readonly size?: 'page' | 'projector'
}

/** Hatched, so that it is told from everything else without its colour too. */
export function RehearsalMark({ mark, note, size = 'page' }: RehearsalMarkProps) {
  return (
    <p className={classNames(styles.mark, styles[size])}>
      <span className={styles.plaque}>
        <b className={styles.word}>{mark}</b>
        <span className={styles.note}>{note}</span>
      </span>
    </p>
  )
}
