import { classNames } from './class-names.ts'
import styles from './logo.module.css'

type LogoProps = {
  /** Both come from the catalogue: a mark alone is `wordmark` left out. */
  readonly wordmark?: string | undefined
  readonly tagline?: string | undefined
  readonly size?: 'small' | 'large' | 'projector' | undefined
}

/** A lacquer seal with a K cut into it: each stroke has a lit and a shaded side, as a chisel leaves it. */
export function Logo({ wordmark, tagline, size = 'small' }: LogoProps) {
  return (
    <span className={classNames(styles.logo, styles[size])}>
      <Mark />
      {wordmark && (
        <span className={styles.words}>
          <span className={styles.wordmark}>{wordmark}</span>
          {tagline && <span className={styles.tagline}>{tagline}</span>}
        </span>
      )}
    </span>
  )
}

function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 64 64" aria-hidden focusable="false">
      <path className={styles.ground} d="M7 1H57L63 7V57L57 63H7L1 57V7Z" />
      <path className={styles.line} d="M8.6 5H55.4L59 8.6V55.4L55.4 59H8.6L5 55.4V8.6Z" />
      <path className={styles.lit} d="M16 12 21 17V47L16 52Z" />
      <path className={styles.shaded} d="M26 12 21 17V47L26 52Z" />
      <path className={styles.cap} d="M16 12H26L21 17ZM16 52H26L21 47Z" />
      <path className={styles.lit} d="M41.5 12 44.5 16.5 29.5 32 26 29.5Z" />
      <path className={styles.shaded} d="M52 12 44.5 16.5 29.5 32 32.5 32.5Z" />
      <path className={styles.cap} d="M41.5 12H52L44.5 16.5Z" />
      <path className={styles.lit} d="M26 34.5 29.5 32 44.5 47.5 41 52Z" />
      <path className={styles.shaded} d="M32.5 31.5 52.5 52 44.5 47.5 29.5 32Z" />
      <path className={styles.cap} d="M41 52H52.5L44.5 47.5Z" />
    </svg>
  )
}
