import { Rosette } from './rosette.tsx'
import styles from './countdown-digits.module.css'

type CountdownDigitsProps = {
  /** 3, 2, 1: the whole seconds left. */
  readonly digit: number
  /** What begins ("Chuẩn bị"). */
  readonly label: string
}

export function CountdownDigits({ digit, label }: CountdownDigitsProps) {
  return (
    <div className={styles.countdown}>
      <h1 className={styles.label}>{label}</h1>
      <div className={styles.face}>
        <div className={styles.motif}>
          <Rosette size="100%" />
        </div>
        {/* A new key starts the cut of each figure afresh. */}
        <span key={digit} className={styles.digit} role="timer" aria-live="off">
          {digit}
        </span>
      </div>
    </div>
  )
}
