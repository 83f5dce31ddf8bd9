import type { ScreenStage } from '@khac-sau/engine'
import { useEffect, useRef, useState } from 'react'
import { cueOfStage, untilTick } from './sound-cues.ts'
import { createSoundPlayer, type SoundPlayer } from './sound-player.ts'

export type Sounds = {
  readonly isOn: boolean
  /** Remembered as on, and silent until somebody presses: browsers want that after a reload. */
  readonly isLocked: boolean
  readonly toggle: () => void
}

/** Off unless somebody at the projector wants it; remembered on this computer. */
export function useSounds(stage: ScreenStage, now: () => number): Sounds {
  const [player] = useState(createPlayer)
  const [isOn, setIsOn] = useState(() => player !== null && remembered())
  const [isLocked, setIsLocked] = useState(() => isOn && (player?.isLocked() ?? false))
  useStageSounds(isOn ? player : null, stage, now)
  return {
    isOn,
    isLocked,
    toggle() {
      // The press that unlocks is no press to switch off.
      const next = isLocked || !isOn
      if (next) player?.unlock()
      setIsLocked(false)
      setIsOn(next)
      remember(next)
    },
  }
}

function useStageSounds(player: SoundPlayer | null, stage: ScreenStage, now: () => number): void {
  const before = useRef<ScreenStage | null>(null)
  useEffect(() => {
    const cue = cueOfStage(before.current, stage)
    before.current = stage
    if (cue) player?.play(cue)
  }, [player, stage])
  const closesAt = stage.name === 'open' ? stage.closesAt : null
  useEffect(() => {
    if (!player || closesAt === null) return undefined
    let timer = 0
    const waitForTick = () => {
      const wait = untilTick(closesAt - now())
      if (wait === null) return
      // Never early, which would count one second twice.
      timer = window.setTimeout(
        () => {
          player.play('tick')
          waitForTick()
        },
        Math.ceil(wait) + 1,
      )
    }
    waitForTick()
    return () => window.clearTimeout(timer)
  }, [player, closesAt, now])
}

function createPlayer(): SoundPlayer | null {
  return 'AudioContext' in window ? createSoundPlayer() : null
}

const storageKey = 'khac-sau.projector-sound'

function remembered(): boolean {
  try {
    return localStorage.getItem(storageKey) === 'on'
  } catch {
    return false
  }
}

function remember(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(storageKey, 'on')
    else localStorage.removeItem(storageKey)
  } catch {
    // Kept nowhere, it holds for as long as the page is open.
  }
}
