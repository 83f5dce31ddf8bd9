import { classNames } from './class-names.ts'
import styles from './clock.module.css'

export type ClockPhase = 'calm' | 'soon' | 'last'

export type ClockSize = 'phone' | 'projector'

type ClockProps = {
  readonly remainingMillis: number
  readonly totalMillis: number
  /** What the time is for ("Thời gian còn lại"); spoken only when someone asks. */
  readonly label: string
  readonly size?: ClockSize | undefined
}

/** Figures and a draining groove. The stages differ in shape, weight and pattern, not in colour alone. */
export function Clock({ remainingMillis, totalMillis, label, size = 'phone' }: ClockProps) {
  // Shown a little ahead of its time (T2), it has not more left than the whole.
  const left = Math.min(totalMillis, Math.max(0, remainingMillis))
  return (
    <div className={classNames(styles.clock, styles[clockPhase(left)], styles[size])}>
      <div className={styles.medal} role="timer" aria-live="off" aria-label={label}>
        <span className={styles.figures}>{clockFigures(left, totalMillis)}</span>
      </div>
      <div className={styles.groove} aria-hidden>
        <div className={styles.fill} style={{ transform: `scaleX(${shareLeft(left, totalMillis)})` }} />
        {[soonMillis, lastMillis].map(
          (millis) =>
            millis < totalMillis && (
              <span key={millis} className={styles.notch} style={{ left: `${(millis / totalMillis) * 100}%` }} />
            ),
        )}
      </div>
    </div>
  )
}

export function clockPhase(remainingMillis: number): ClockPhase {
  if (remainingMillis <= lastMillis) return 'last'
  return remainingMillis <= soonMillis ? 'soon' : 'calm'
}

/** Rounded up, so that 0 means over. Minutes only where the whole has some. */
export function clockFigures(remainingMillis: number, totalMillis: number): string {
  const seconds = Math.ceil(Math.max(0, remainingMillis) / 1000)
  if (totalMillis < 100_000) return String(seconds)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

const soonMillis = 10_000
const lastMillis = 5_000

function shareLeft(remainingMillis: number, totalMillis: number): number {
  return totalMillis > 0 ? Math.min(1, remainingMillis / totalMillis) : 0
}
