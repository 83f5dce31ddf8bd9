import type { ReactNode } from 'react'
import { EngravedRule } from './engraved-rule.tsx'
import { Rosette } from './rosette.tsx'
import styles from './stage-shell.module.css'

type StageShellProps = {
  readonly brand?: ReactNode
  /** Takes what the brand leaves of the header: the clock, as a rule. */
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** A large drum face behind the content, for screens with little text. */
  readonly motif?: boolean | undefined
}

/** A whole projector screen. It never scrolls: what is inside must fit. */
export function StageShell({ brand, aside, children, footer, motif = false }: StageShellProps) {
  return (
    <div className={styles.stage}>
      {motif && (
        <span className={styles.motif}>
          <Rosette size="calc(var(--unit) * 110)" />
        </span>
      )}
      <header className={styles.header}>
        <div>{brand}</div>
        <div className={styles.aside}>{aside}</div>
      </header>
      <EngravedRule />
      <main className={styles.main}>{children}</main>
      {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
    </div>
  )
}
