import type { ReactNode } from 'react'
import { Rosette } from '../ui/rosette.tsx'
import styles from './stage-notice.module.css'

type StageNoticeProps = { readonly title: string; readonly children?: ReactNode }

/** One message instead of a stage. */
export function StageNotice({ title, children }: StageNoticeProps) {
  return (
    <main>
      <div className={styles.notice} role="status">
        <span className={styles.motif}>
          <Rosette size="calc(var(--unit) * 36)" turning />
        </span>
        <h1 className={styles.title}>{title}</h1>
        {children !== undefined && <p className={styles.text}>{children}</p>}
      </div>
    </main>
  )
}
