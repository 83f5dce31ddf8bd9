import { classNames } from './class-names.ts'
import styles from './rehearsal-mark.module.css'

type RehearsalMarkProps = {
  /** "DIỄN TẬP". */
  readonly mark: string
  readonly note: string
  readonly size?: 'page' | 'projector'
  /** Within a page's own parts it is none of its own. */
  readonly inside?: boolean
}

/** Hatched, so that it is told from everything else without its colour too. */
export function RehearsalMark({ mark, note, size = 'page', inside = false }: RehearsalMarkProps) {
  const Frame = inside ? 'p' : 'aside'
  return (
    <Frame className={classNames(styles.mark, styles[size])}>
      <span className={styles.plaque}>
        <b className={styles.word}>{mark}</b>
        <span className={styles.note}>{note}</span>
      </span>
    </Frame>
  )
}
