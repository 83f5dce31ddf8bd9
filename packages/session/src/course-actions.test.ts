import { expect, test } from 'vitest'
import { courseActionsOf, type CourseState, primaryActionOf } from './course-actions.ts'

function at(stage: Partial<CourseState['stage']>, rest: Partial<CourseState> = {}): CourseState {
  return { stage, paused: false, settled: false, step: null, next: null, ...rest } as CourseState
}

test('the step is named as the view does, so that two presses are one', () => {
  expect(primaryActionOf(at({ name: 'lobby' }, { step: 'lobby', next: 'question' }))).toEqual({
    name: 'start',
    command: { type: 'next', after: 'lobby' },
    asks: false,
  })
})

test.each([
  ['question', 'nextQuestion'],
  ['standings', 'toStandings'],
  ['podium', 'announce'],
] as const)('a reveal that leads to %s says so', (next, name) => {
  expect(primaryActionOf(at({ name: 'reveal' }, { step: 'reveal-0', next }))?.name).toBe(name)
})

test('a paused contest can only go on', () => {
  const paused = at({ name: 'reveal' }, { step: 'reveal-0', next: 'question', paused: true })

  expect(primaryActionOf(paused)?.command).toEqual({ type: 'resume' })
  expect(courseActionsOf(paused).map(({ name }) => name)).toEqual(['showStandings'])
})

test('nothing is to be pressed while a question runs', () => {
  for (const name of ['stem', 'open', 'closing'] as const) expect(primaryActionOf(at({ name }))).toBeNull()
})

test('[C8] the podium is settled after a question back, and then done with', () => {
  expect(primaryActionOf(at({ name: 'podium' }))).toMatchObject({ name: 'settle', asks: true })
  expect(primaryActionOf(at({ name: 'podium' }, { settled: true }))).toBeNull()
})

test('[A9] while somebody has time left, the question may only be ended, and that is asked about first', () => {
  const asking = (stage: Partial<CourseState['stage']>) =>
    courseActionsOf(at(stage)).map(({ name, asks }) => `${name} ${asks ? 'asks' : 'at once'}`)

  expect(asking({ name: 'closing', someHaveTime: true })).toEqual(['endQuestion asks'])
  expect(asking({ name: 'closing', someHaveTime: false })).toEqual([])
  expect(asking({ name: 'open' })).toEqual(['extend at once', 'endQuestion asks'])
})

test('[C10] the warm-up is started by its name, leads to where it counts, and to no standings', () => {
  const before = at({ name: 'lobby' }, { step: 'lobby', next: 'warm-up' })
  const after = at({ name: 'reveal', question: null }, { step: 'reveal-warm-up', next: 'question' })

  expect(primaryActionOf(before)?.name).toBe('warmUp')
  expect(primaryActionOf(after)).toEqual({
    name: 'firstQuestion',
    command: { type: 'next', after: 'reveal-warm-up' },
    asks: false,
  })
  expect(courseActionsOf(after).map(({ name }) => name)).toEqual(['pause'])
})
