import { screen } from '@khac-sau/language'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../ui/language.tsx'
import styles from './full-screen-button.module.css'

/** The only thing to press here, and only until it was pressed: the projector has no controls. */
export function FullScreenButton() {
  const text = useMessages(screen)
  const isFull = useSyncExternalStore(onFullScreenChange, () => document.fullscreenElement !== null)
  if (isFull || !document.fullscreenEnabled) return null
  return (
    <button
      type="button"
      className={styles.button}
      title={text.enterFullScreen}
      aria-label={text.enterFullScreen}
      onClick={() => void document.documentElement.requestFullscreen().catch(() => undefined)}
    >
      <svg className={styles.corners} viewBox="0 0 24 24" aria-hidden focusable="false">
        <path d="M3 9V3h6M15 3h6v6M21 15v6h-6M9 21H3v-6" />
      </svg>
    </button>
  )
}

function onFullScreenChange(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed)
  return () => document.removeEventListener('fullscreenchange', changed)
}
