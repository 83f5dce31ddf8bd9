import type { HostView, ScreenStage } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { sideActionsOf } from './side-actions.ts'

const at = (stage: Partial<ScreenStage>, next: HostView['next'] = null) =>
  sideActionsOf({ stage, next, paused: false } as HostView)

test('[A7] ending a question is asked about, more seconds are not', () => {
  const [extend, endQuestion] = at({ name: 'open', openingId: 'o' })

  expect(extend).toMatchObject({ name: 'extend', command: { type: 'extend', openingId: 'o' } })
  expect(endQuestion).toMatchObject({ name: 'endQuestion', dialog: 'end-question' })
  expect(endQuestion).not.toHaveProperty('command')
})

test('the contest may be ended early after a reveal, unless that is what comes next', () => {
  const names = (next: HostView['next']) => at({ name: 'reveal' }, next).map(({ name }) => name)

  expect(names('question')).toEqual(['pause', 'showStandings', 'finish'])
  expect(names('podium')).toEqual(['pause', 'showStandings'])
})

test('[C10] after the warm-up there is nothing to end', () => {
  expect(at({ name: 'reveal', question: null }, 'question').map(({ name }) => name)).toEqual(['pause'])
})
