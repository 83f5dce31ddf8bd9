import type { HostView, ScreenStage } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { sideActionsOf } from './side-actions.ts'

const namesAt = (stage: Partial<ScreenStage>) =>
  sideActionsOf({ stage, questionCount: 3, paused: false } as HostView).map(({ name }) => name)

test('[A9] while somebody has time left, the question may only be ended, and that is asked about first', () => {
  expect(namesAt({ name: 'closing', someHaveTime: true })).toEqual(['endQuestion'])
  expect(namesAt({ name: 'closing', someHaveTime: false })).toEqual([])
  expect(namesAt({ name: 'open', someHaveTime: false })).toEqual(['extend', 'endQuestion'])
})
