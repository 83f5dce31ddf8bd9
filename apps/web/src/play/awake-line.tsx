import { playCare } from '@khac-sau/language'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import styles from './awake-line.module.css'

/** While one waits: whether the screen stays on by itself, and what to set if it does not. */
export function AwakeLine({ held }: { readonly held: boolean }) {
  const text = useMessages(playCare)
  const isApple = /iPhone|iPad|iPod/.test(navigator.userAgent)
  const words = held ? text.staysOn : isApple ? text.mayGoOffIphone : text.mayGoOff
  return (
    <p className={styles.line}>
      <Icon name={held ? 'tick' : 'info'} />
      <span>{words}</span>
    </p>
  )
}
