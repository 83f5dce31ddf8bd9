import type { ReactNode } from 'react'
import styles from './page-head.module.css'

type PageHeadProps = {
  readonly title: ReactNode
  readonly lead?: ReactNode
  /** Above the title: where one came from. */
  readonly above?: ReactNode
  readonly actions?: ReactNode
}

export function PageHead({ title, lead, above, actions }: PageHeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        {above}
        <h1 className={styles.title}>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}
