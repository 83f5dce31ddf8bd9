import type { ReactNode } from 'react'
import { Rosette } from './rosette.tsx'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  readonly title: string
  /** What to do first. */
  readonly children?: ReactNode
  readonly action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.motif}>
        <Rosette size="150px" />
      </span>
      <p className={styles.title}>{title}</p>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}
