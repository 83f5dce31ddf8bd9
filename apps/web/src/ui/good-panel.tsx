import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './good-panel.module.css'

type GoodPanelProps = { readonly title: string; readonly children: ReactNode }

/** All is well. Not the seal: that one is the receipt of an answer, and of nothing else (A4). */
export function GoodPanel({ title, children }: GoodPanelProps) {
  return (
    <div className={styles.panel} role="status">
      <span className={styles.mark}>
        <Icon name="tick" size="2rem" />
      </span>
      <div>
        <p className={styles.title}>{title}</p>
        <div className={styles.text}>{children}</div>
      </div>
    </div>
  )
}
