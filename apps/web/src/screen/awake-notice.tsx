import { screen } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import styles from './awake-notice.module.css'

/** In the lobby, for whoever set the laptop up: nothing that this page can do keeps its screen on. */
export function AwakeNotice() {
  return <p className={styles.notice}>{useMessages(screen).mayGoOff}</p>
}
