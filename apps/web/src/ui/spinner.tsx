import styles from './spinner.module.css'

type SpinnerProps = {
  /** Always in words: what is being waited for. */
  readonly label: string
  /** Where it can be known: 0 to 1. */
  readonly share?: number | undefined
  /** Nothing else is on the page: these words are its heading. */
  readonly alone?: boolean | undefined
}

export function Spinner({ label, share, alone = false }: SpinnerProps) {
  const Words = alone ? 'h1' : 'span'
  return (
    <div className={styles.spinner} role="status">
      <span className={styles.turning} aria-hidden />
      <Words className={styles.words}>{label}</Words>
      {share !== undefined && <progress className={styles.progress} value={share} max={1} aria-label={label} />}
    </div>
  )
}
