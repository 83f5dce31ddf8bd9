import type { ReactNode } from 'react'
import { Rosette } from './rosette.tsx'
import styles from './empty-state.module.css'

type EmptyStateProps = {
  readonly title: string
  /** What to do first. */
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Nothing else is on the page: these words are its heading. */
  readonly alone?: boolean | undefined
}

export function EmptyState({ title, children, action, alone = false }: EmptyStateProps) {
  const Title = alone ? 'h1' : 'p'
  return (
    <div className={styles.empty}>
      <span className={styles.motif}>
        <Rosette size="150px" />
      </span>
      <Title className={styles.title}>{title}</Title>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  )
}
