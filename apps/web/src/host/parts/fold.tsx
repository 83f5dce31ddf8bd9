import { type ReactNode, useState } from 'react'
import styles from './fold.module.css'

type FoldProps = {
  readonly title: string
  /** A short word beside the title, to be read while it is folded. */
  readonly note?: ReactNode
  readonly open?: boolean | undefined
  readonly children: ReactNode
}

/** A panel that can be folded away; how it starts is the caller's, the rest is the reader's. */
export function Fold({ title, note, open: initially = false, children }: FoldProps) {
  const [open, setOpen] = useState(initially)
  return (
    <details className={styles.fold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <h2 className={styles.title}>{title}</h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </summary>
      {open && <div className={styles.body}>{children}</div>}
    </details>
  )
}
