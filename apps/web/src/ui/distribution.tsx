import { classNames } from './class-names.ts'
import { Icon } from './icon.tsx'
import { OptionBadge, optionHueClass } from './option-badge.tsx'
import styles from './distribution.module.css'

export type DistributionBar = {
  /** The place of the option. */
  readonly index: number
  readonly count: number
  /** Names the right option in words ("Đáp án đúng"); left out for the others. */
  readonly rightWord?: string | undefined
  /** The option's text, where there is room for it. */
  readonly text?: string | undefined
}

type DistributionProps = {
  readonly bars: readonly DistributionBar[]
  readonly label: string
  readonly size?: 'phone' | 'projector' | undefined
}

/** How many chose what, against the largest bar. */
export function Distribution({ bars, label, size = 'phone' }: DistributionProps) {
  const largest = Math.max(1, ...bars.map((bar) => bar.count))
  return (
    <ol className={classNames(styles.bars, styles[size])} aria-label={label}>
      {bars.map((bar) => (
        <li
          key={bar.index}
          className={classNames(styles.bar, optionHueClass(bar.index), bar.rightWord && styles.right)}
        >
          <span className={styles.badge}>
            <OptionBadge index={bar.index} size={size === 'projector' ? 'calc(var(--unit) * 4.4)' : '2.2rem'} />
          </span>
          <span className={styles.body}>
            {bar.text && <span className={styles.text}>{bar.text}</span>}
            <span className={styles.groove} aria-hidden>
              <span className={styles.fill} style={{ transform: `scaleX(${bar.count / largest})` }} />
            </span>
          </span>
          <span className={styles.count}>{bar.count}</span>
          {bar.rightWord && (
            <span className={styles.word}>
              <Icon name="tick" />
              <span>{bar.rightWord}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  )
}
