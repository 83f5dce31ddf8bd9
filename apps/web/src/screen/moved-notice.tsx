import { screen } from '@khac-sau/language'
import { useEffect } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { useMoved } from '../ui/use-moved.ts'
import styles from './moved-notice.module.css'

type MovedNoticeProps = {
  readonly url: string | null
  /** Something else has the strip, or the room is answering. */
  readonly quiet: boolean
}

/** By then whoever lost the connection has scanned again; nobody stands at the projector to press it away. */
const shownMillis = 180_000

/** The laptop went into another network, and the codes on this screen are new. */
export function MovedNotice({ url, quiet }: MovedNoticeProps) {
  const text = useMessages(screen)
  const { moved, seen } = useMoved(url)
  useEffect(() => {
    if (!moved) return undefined
    const timer = setTimeout(seen, shownMillis)
    return () => clearTimeout(timer)
  }, [moved, seen])
  if (!moved || quiet) return null
  return (
    <p className={styles.notice} role="status">
      <Icon name="warning" />
      <span>{text.moved}</span>
    </p>
  )
}
