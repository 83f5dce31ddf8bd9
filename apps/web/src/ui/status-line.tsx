import type { ReactNode } from 'react'
import styles from './status-line.module.css'

/** A quiet line that is read out when it changes; keep it mounted, empty, so that its first words are heard. */
export function StatusLine({ children }: { readonly children?: ReactNode }) {
  return (
    <p className={styles.line} role="status">
      {children}
    </p>
  )
}
