import { screen } from '@khac-sau/language'
import { useMessages } from '../ui/language.tsx'
import type { Sounds } from './use-sounds.ts'
import styles from './full-screen-button.module.css'
import own from './sound-button.module.css'

/** Beside the full-screen corner, as faint: the room has nothing to press. */
export function SoundButton({ isOn, isLocked, toggle }: Sounds) {
  const text = useMessages(screen)
  // Safari had it under another name until 2021.
  if (!('AudioContext' in window)) return null
  const label = isLocked ? text.soundLocked : isOn ? text.soundOff : text.soundOn
  return (
    <button
      type="button"
      className={`${styles.button} ${own.place}`}
      title={label}
      aria-label={label}
      aria-pressed={isOn && !isLocked}
      onClick={toggle}
    >
      <svg className={styles.corners} viewBox="0 0 24 24" aria-hidden focusable="false">
        <path d={isOn && !isLocked ? loud : silent} />
      </svg>
    </button>
  )
}

const horn = 'M4 9.5h4L13 5v14l-5-4.5H4Z'
const loud = `${horn}M16 9a4.5 4.5 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11`
const silent = `${horn}M16.5 9.5l5 5M21.5 9.5l-5 5`
