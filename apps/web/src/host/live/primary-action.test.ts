import type { HostView, ScreenStage } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { primaryActionOf } from './primary-action.ts'

function viewAt(stage: Partial<ScreenStage>, rest: Partial<HostView> = {}): HostView {
  return { stage, questionCount: 3, paused: false, settled: false, step: null, ...rest } as HostView
}

test('the step is named as the host saw it, so that two presses are one', () => {
  expect(primaryActionOf(viewAt({ name: 'lobby' }, { step: 'lobby' }), false)).toEqual({
    label: 'start',
    command: { type: 'next', after: 'lobby' },
    asks: false,
  })
})

test('the last reveal announces the result, even with standings between questions', () => {
  const last = viewAt({ name: 'reveal', question: 2 }, { step: 'reveal-2' })

  expect(primaryActionOf(last, true)?.label).toBe('announce')
})

test('[P1] a reveal leads to the next question, or to standings where the contest has them', () => {
  const reveal = viewAt({ name: 'reveal', question: 0 }, { step: 'reveal-0' })

  expect(primaryActionOf(reveal, false)?.label).toBe('nextQuestion')
  expect(primaryActionOf(reveal, true)?.label).toBe('toStandings')
})

test('a paused contest can only go on', () => {
  const paused = viewAt({ name: 'reveal', question: 0 }, { step: 'reveal-0', paused: true })

  expect(primaryActionOf(paused, false)?.command).toEqual({ type: 'resume' })
})

test('nothing is to be pressed while a question runs', () => {
  expect(primaryActionOf(viewAt({ name: 'open' }), false)).toBeNull()
})

test('[C8] the podium is settled after a question back, and then done with', () => {
  expect(primaryActionOf(viewAt({ name: 'podium' }), false)).toMatchObject({ label: 'settle', asks: true })
  expect(primaryActionOf(viewAt({ name: 'podium' }, { settled: true }), false)).toBeNull()
})
