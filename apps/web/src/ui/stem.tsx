import type { ReactNode } from 'react'
import styles from './stem.module.css'

type StemProps = {
  /** "Câu 3/7". */
  readonly kicker?: ReactNode
  readonly children: ReactNode
}

/** The question on a phone: 22 px or more. */
export function Stem({ kicker, children }: StemProps) {
  return (
    <div className={styles.stem}>
      {kicker !== undefined && <p className={styles.kicker}>{kicker}</p>}
      <h1 className={styles.words}>{children}</h1>
    </div>
  )
}
