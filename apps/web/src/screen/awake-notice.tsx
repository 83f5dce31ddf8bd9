import { screen } from '@khac-sau/language'
import { classNames } from '../ui/class-names.ts'
import { useMessages } from '../ui/language.tsx'
import styles from './awake-notice.module.css'

type AwakeNoticeProps = {
  /** At the right: the keys of the host stand at the left (one screen). */
  readonly aside?: boolean
}

/** In the lobby, for whoever set the laptop up: nothing that this page can do keeps its screen on. */
export function AwakeNotice({ aside = false }: AwakeNoticeProps) {
  const text = useMessages(screen)
  return (
    <p className={classNames(styles.notice, aside && styles.aside)} role="status">
      {text.mayGoOff}
    </p>
  )
}
