import { expect, test } from 'vitest'
import { cueOfStage, notesOf, untilTick } from './sound-cues.ts'

const stage = (name: 'lobby' | 'stem' | 'open' | 'closing' | 'reveal' | 'standings' | 'podium') => ({ name })

test('the room hears when options open, time is over, the answer and the places are shown', () => {
  expect(cueOfStage(stage('stem'), stage('open'))).toBe('opens')
  expect(cueOfStage(stage('open'), stage('closing'))).toBe('over')
  expect(cueOfStage(stage('closing'), stage('reveal'))).toBe('reveal')
  expect(cueOfStage(stage('reveal'), stage('podium'))).toBe('podium')
  expect(cueOfStage(stage('lobby'), stage('stem'))).toBeNull()
})

test('a page that is opened into a stage, or shows the same one anew, is silent', () => {
  expect(cueOfStage(null, stage('open'))).toBeNull()
  expect(cueOfStage(stage('open'), stage('open'))).toBeNull()
})

test('the last five seconds are counted, each once', () => {
  expect(untilTick(30_000)).toBe(25_000)
  expect(untilTick(5_400)).toBe(400)
  expect(untilTick(5_000)).toBe(1_000)
  expect(untilTick(1_500)).toBe(500)
  expect(untilTick(1_000)).toBeNull()
  expect(untilTick(0)).toBeNull()
})

test('no sound lasts longer than a breath', () => {
  for (const cue of ['opens', 'tick', 'over', 'reveal', 'podium'] as const) {
    for (const { afterMillis, millis } of notesOf(cue)) expect(afterMillis + millis).toBeLessThanOrEqual(1_500)
  }
})
