import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './unveiled.module.css'

type UnveiledProps = {
  /** What stands there until `children` are shown; `null` once they are. */
  readonly veil: ReactNode
  readonly children: ReactNode
}

/**
 * Lays out and draws `children` before they may be seen, so that showing them takes a single frame on any device (T2, T8):
 * pages that had to lay out first showed the options up to a tenth of a second apart.
 */
export function Unveiled({ veil, children }: UnveiledProps) {
  const isVeiled = veil !== null
  const isReady = Boolean(children)
  return (
    <div className={styles.place}>
      {isVeiled && <div className={classNames(styles.veil, isReady && styles.still)}>{veil}</div>}
      <div className={classNames(styles.content, isVeiled && styles.veiled)} inert={isVeiled} aria-hidden={isVeiled}>
        {children}
      </div>
    </div>
  )
}
