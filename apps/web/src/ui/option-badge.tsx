import { classNames } from './class-names.ts'
import styles from './option-badge.module.css'

type OptionBadgeProps = {
  readonly index: number
  /** Any CSS length. */
  readonly size?: string | undefined
}

/** Letter, shape and hue of the option at one place: three signs, so that none has to be seen in colour. */
export function OptionBadge({ index, size = '3rem' }: OptionBadgeProps) {
  return (
    <span className={classNames(styles.badge, optionHueClass(index))} style={{ width: size, height: size }}>
      <svg className={styles.shape} viewBox="0 0 48 48" aria-hidden focusable="false">
        <path d={shapes[index % shapes.length]} />
      </svg>
      <span className={styles.letter} style={{ fontSize: `calc(${size} * 0.52)` }}>
        {optionLetter(index)}
      </span>
    </span>
  )
}

/** A to H by place; letters are the same in every language of the interface. */
export function optionLetter(index: number): string {
  return String.fromCharCode(65 + index)
}

/** Sets `--hue`, `--hue-on` and `--hue-tint` for what is inside. Four hues: E to H repeat them with other shapes. */
export function optionHueClass(index: number): string | undefined {
  return styles[`hue-${index % 4}`]
}

/** Circle, square, stele, lozenge; then hexagon, quatrefoil, notched square, eight-rayed star. All hold a letter. */
const shapes = [
  'M24 3a21 21 0 1 0 0 42 21 21 0 0 0 0-42Z',
  'M5 5H43V43H5Z',
  'M24 1.5C34 5 42 13 42 25V45H6V25C6 13 14 5 24 1.5Z',
  'M24 .5 47.5 24 24 47.5 .5 24Z',
  'M13 4.5H35L47 24 35 43.5H13L1 24Z',
  'M24 6A11.5 11.5 0 0 1 42 24 11.5 11.5 0 0 1 24 42 11.5 11.5 0 0 1 6 24 11.5 11.5 0 0 1 24 6Z',
  'M13 4H35V13H44V35H35V44H13V35H4V13H13Z',
  'M24 1l6.5 7.3 9.8-.6-.6 9.8L47 24l-7.3 6.5.6 9.8-9.8-.6L24 47l-6.5-7.3-9.8.6.6-9.8L1 24l7.3-6.5-.6-9.8 9.8.6Z',
] as const
