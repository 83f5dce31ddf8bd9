import { expect, test } from 'vitest'
import { isReceipt } from './use-saved-buzz.ts'

test.each([
  ['sending', 'saved', true],
  ['not-sent', 'saved', true],
  // The page was opened, or another page of this phone submitted.
  ['none', 'saved', false],
  ['choosing', 'saved', false],
  ['saved', 'saved', false],
  ['sending', 'not-sent', false],
  ['sending', 'refused', false],
] as const)('from %s to %s: %s', (before, now, felt) => {
  expect(isReceipt(before, now)).toBe(felt)
})
