import type { ScreenStage } from '@khac-sau/engine'

/** What the room may hear. Each says no more than what the screen shows at that moment. */
export type SoundCue = 'opens' | 'tick' | 'over' | 'reveal' | 'podium'

type Shown = Pick<ScreenStage, 'name'>

/** The seconds that are counted aloud at the end of a question. */
const countedSeconds = 5

/** When another stage comes on; `null` before: the page was opened into it. */
export function cueOfStage(before: Shown | null, now: Shown): SoundCue | null {
  if (before === null || before.name === now.name) return null
  switch (now.name) {
    case 'open':
      return 'opens'
    case 'closing':
      return 'over'
    case 'reveal':
      return 'reveal'
    case 'podium':
      return 'podium'
    case 'lobby':
    case 'stem':
    case 'standings':
      return null
  }
}

/** How long until the next second that is counted, and whether there is one at all. */
export function untilTick(remainingMillis: number): number | null {
  if (remainingMillis <= 0) return null
  const counted = Math.min(countedSeconds, Math.ceil(remainingMillis / 1000) - 1)
  return counted < 1 ? null : remainingMillis - counted * 1000
}

export type Note = {
  readonly hertz: number
  readonly afterMillis: number
  readonly millis: number
  readonly loudness: number
}

/** Short and low: a meeting is no show. Pitches of one scale, as of chime stones. */
export function notesOf(cue: SoundCue): readonly Note[] {
  switch (cue) {
    case 'opens':
      return [note(pitch.d, 0), note(pitch.a, 130)]
    case 'tick':
      return [{ hertz: pitch.highD, afterMillis: 0, millis: 60, loudness: 0.12 }]
    case 'over':
      return [note(pitch.a, 0), note(pitch.d, 160)]
    case 'reveal':
      return [note(pitch.d, 0), note(pitch.f, 120), note(pitch.a, 240)]
    case 'podium':
      return [note(pitch.d, 0), note(pitch.f, 150), note(pitch.a, 300), note(pitch.highD, 450)]
  }
}

const pitch = { d: 293.66, f: 349.23, a: 440, highD: 587.33 }

function note(hertz: number, afterMillis: number): Note {
  return { hertz, afterMillis, millis: 900, loudness: 0.3 }
}
