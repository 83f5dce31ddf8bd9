import type { ContestSummary } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { triedIn } from '../parts/tried-steps.ts'
import { stepsOf } from './steps.ts'

const draft = { contestId: 'a', stage: 'draft', questionCount: 0 } as ContestSummary
const none = triedIn(null)

test('a new cell begins with its roster, and then with what comes next', () => {
  expect(stepsOf([], 0, none).states).toEqual({
    roster: 'now',
    contest: 'later',
    check: 'later',
    rehearsal: 'later',
    room: 'later',
  })
  expect(stepsOf([], 9, none).states).toMatchObject({ roster: 'done', contest: 'now' })
  expect(stepsOf([{ ...draft, questionCount: 5 }], 9, none).states).toMatchObject({ check: 'now', rehearsal: 'later' })
})

test('what was tried or skipped on this computer is done, in any order', () => {
  const written = [{ ...draft, questionCount: 5 }]
  expect(stepsOf(written, 9, triedIn('rehearsal')).states).toMatchObject({ check: 'now', rehearsal: 'done' })
  expect(stepsOf(written, 9, triedIn('check rehearsal')).states).toMatchObject({ rehearsal: 'done', room: 'now' })
  expect([...triedIn('rehearsal nothing check')]).toEqual(['check', 'rehearsal'])
})

test('with the first room the guide is over', () => {
  expect(stepsOf([draft], 9, none).isBeginning).toBe(true)
  expect(stepsOf([draft, { ...draft, stage: 'open' }], 9, none).isBeginning).toBe(false)
})
