import { classNames } from './class-names.ts'
import styles from './rosette.module.css'

type RosetteProps = {
  /** Any CSS length. */
  readonly size: string
  /** Turns slowly, unless motion is unwelcome. */
  readonly turning?: boolean | undefined
}

/** The face of a Đông Sơn drum in line engraving: rays, saw teeth, linked rings. Decoration only. */
export function Rosette({ size, turning = false }: RosetteProps) {
  return (
    <svg
      className={classNames(styles.rosette, turning && styles.turning)}
      style={{ width: size, height: size }}
      viewBox="-100 -100 200 200"
      aria-hidden
      focusable="false"
    >
      {[99, 96.5, 83, 80.5, 71, 60, 57.5, 48, 39, 37].map((radius) => (
        <circle key={radius} r={radius} />
      ))}
      <path d={zigzag(72, 72.5, 79)} />
      <path d={zigzag(52, 49.5, 56)} />
      {ring(48, 89.8).map(([x, y]) => (
        <circle key={`${x}/${y}`} cx={x} cy={y} r="4.6" />
      ))}
      {ring(40, 65.5).map(([x, y]) => (
        <circle key={`${x}/${y}`} className={styles.bead} cx={x} cy={y} r="1.9" />
      ))}
      <path className={styles.rays} d={zigzag(14, 8, 35)} />
    </svg>
  )
}

function ring(count: number, radius: number): readonly (readonly [string, string])[] {
  return Array.from({ length: count }, (_, index) => point(radius, index / count))
}

function zigzag(count: number, low: number, high: number): string {
  const corners = Array.from({ length: count * 2 }, (_, index) => point(index % 2 ? high : low, index / (count * 2)))
  return `M${corners.map((corner) => corner.join(' ')).join('L')}Z`
}

function point(radius: number, turn: number): readonly [string, string] {
  const angle = turn * 2 * Math.PI
  return [(radius * Math.sin(angle)).toFixed(2), (-radius * Math.cos(angle)).toFixed(2)]
}
