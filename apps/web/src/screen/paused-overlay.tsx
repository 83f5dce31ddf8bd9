import { screen } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import styles from './paused-overlay.module.css'

/** Over the stage, which stays where it was (a pause is only between questions). */
export function PausedOverlay() {
  const text = useMessages(screen)
  return (
    <div className={styles.veil} role="status">
      <div className={styles.plaque}>
        <p className={styles.title}>{text.pausedTitle}</p>
        <p className={styles.hint}>{text.pausedHint}</p>
      </div>
    </div>
  )
}
