import type { Handover } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { handoverSteps } from './handover-steps.ts'

const begun: Handover = { begunAtMs: 1, invitedUntilMs: null, successors: [], backupAtMs: null, lookedAtMs: null }

test('it begins with the invitation, and ends with leaving', () => {
  expect(handoverSteps(begun)).toMatchObject({ invite: 'now', signIn: 'later', leave: 'later' })
  const all = { successors: [{ displayName: 'An', isSignedIn: true }], backupAtMs: 2, lookedAtMs: 3 }
  expect(handoverSteps({ ...begun, ...all })).toEqual({
    invite: 'done',
    signIn: 'done',
    backUp: 'done',
    look: 'done',
    leave: 'now',
  })
})

test('what was done out of turn stays done, and the first that is missing is next', () => {
  expect(handoverSteps({ ...begun, backupAtMs: 2 })).toMatchObject({ invite: 'now', backUp: 'done', look: 'later' })
  const away = [{ displayName: 'An', isSignedIn: false }]
  expect(handoverSteps({ ...begun, successors: away, lookedAtMs: 2 })).toMatchObject({ invite: 'done', signIn: 'now' })
})
