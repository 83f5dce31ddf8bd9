import styles from './engraved-rule.module.css'

/** A double line with a lozenge cut into its middle. Decoration only. */
export function EngravedRule() {
  return (
    <div className={styles.rule} aria-hidden>
      <svg className={styles.lozenge} viewBox="0 0 40 16" focusable="false">
        <path className={styles.dark} d="M8 8 20 1V15Z" />
        <path className={styles.lit} d="M32 8 20 1V15Z" />
      </svg>
    </div>
  )
}
