import type { ReactNode, Ref } from 'react'
import styles from './stem.module.css'

type StemProps = {
  /** "Câu 3/7". */
  readonly kicker?: ReactNode
  readonly children: ReactNode
  /** Where the screen is read from. */
  readonly start?: Ref<HTMLHeadingElement> | undefined
}

/** The question on a phone: 22 px or more. */
export function Stem({ kicker, children, start }: StemProps) {
  return (
    <h1 className={styles.stem} ref={start} tabIndex={start ? -1 : undefined}>
      {kicker !== undefined && <span className={styles.kicker}>{kicker} </span>}
      <span className={styles.words}>{children}</span>
    </h1>
  )
}
