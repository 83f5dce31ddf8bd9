import { classNames } from './class-names.ts'
import styles from './progress.module.css'

type ProgressProps = {
  readonly value: number
  readonly total: number
  /** What is counted ("Đã trả lời"). */
  readonly label: string
  readonly size?: 'phone' | 'projector' | undefined
}

/** n of m, as figures and as a groove with one notch each while they can be told apart. */
export function Progress({ value, total, label, size = 'phone' }: ProgressProps) {
  const share = total > 0 ? Math.min(1, value / total) : 0
  return (
    <div
      className={classNames(styles.progress, styles[size])}
      role="progressbar"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuetext={`${value}/${total}`}
    >
      <span className={styles.words}>
        <span>{label}</span>
        <span className={styles.figures}>
          <b>{value}</b>/{total}
        </span>
      </span>
      <span className={styles.groove}>
        <span className={styles.fill} style={{ transform: `scaleX(${share})` }} />
        {total > 1 && total <= (size === 'projector' ? 40 : 16) && (
          <span className={styles.notches} style={{ backgroundSize: `${100 / total}% 100%` }} />
        )}
      </span>
    </div>
  )
}
