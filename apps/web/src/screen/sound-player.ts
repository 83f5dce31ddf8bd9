import { notesOf, type SoundCue } from './sound-cues.ts'

export type SoundPlayer = {
  /** Silent where the browser wants a press first. */
  readonly play: (cue: SoundCue) => void
  /** Within a press: browsers let a page be heard only after one. */
  readonly unlock: () => void
  /** Whether the browser still wants one. */
  readonly isLocked: () => boolean
}

/** Tones made by the browser itself: nothing to load, and the same offline. */
export function createSoundPlayer(): SoundPlayer {
  let context: AudioContext | null = null
  const opened = () => (context ??= new AudioContext())
  return {
    play(cue) {
      const audio = opened()
      if (audio.state !== 'running') return
      for (const { hertz, afterMillis, millis, loudness } of notesOf(cue)) {
        strike(audio, { hertz, at: audio.currentTime + afterMillis / 1000, seconds: millis / 1000, loudness })
      }
    },
    unlock: () => void opened().resume(),
    isLocked: () => opened().state !== 'running',
  }
}

type Strike = { readonly hertz: number; readonly at: number; readonly seconds: number; readonly loudness: number }

/** Loud at once and fading, as a stone that is struck. */
function strike(audio: AudioContext, { hertz, at, seconds, loudness }: Strike): void {
  const tone = audio.createOscillator()
  const volume = audio.createGain()
  tone.type = 'triangle'
  tone.frequency.value = hertz
  volume.gain.setValueAtTime(0.0001, at)
  volume.gain.exponentialRampToValueAtTime(loudness, at + 0.012)
  volume.gain.exponentialRampToValueAtTime(0.0001, at + seconds)
  tone.connect(volume).connect(audio.destination)
  tone.start(at)
  tone.stop(at + seconds)
}
