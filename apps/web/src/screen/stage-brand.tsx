import type { ReactNode } from 'react'
import { Logo } from '../ui/logo.tsx'
import styles from './stage-brand.module.css'

type StageBrandProps = {
  readonly title: ReactNode
  readonly note?: ReactNode
  /** Left out where the question needs the room. */
  readonly mark?: boolean
}

/** What this screen is about, at its top left. */
export function StageBrand({ title, note, mark = false }: StageBrandProps) {
  return (
    <div className={styles.brand}>
      {mark && <Logo size="projector" />}
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {note !== undefined && <div className={styles.note}>{note}</div>}
      </div>
    </div>
  )
}
