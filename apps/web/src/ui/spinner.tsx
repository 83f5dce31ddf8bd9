import styles from './spinner.module.css'

type SpinnerProps = {
  /** Always in words: what is being waited for. */
  readonly label: string
  /** Where it can be known: 0 to 1. */
  readonly share?: number | undefined
}

export function Spinner({ label, share }: SpinnerProps) {
  return (
    <div className={styles.spinner} role="status">
      <span className={styles.turning} aria-hidden />
      <span>{label}</span>
      {share !== undefined && <progress className={styles.progress} value={share} max={1} aria-label={label} />}
    </div>
  )
}
