import { expect, test } from 'vitest'
import { troubleOf } from './use-member-link.ts'

test.each([
  ['link-used', 'used'],
  ['link-over', 'over'],
  ['cell-closed', 'closed'],
  // What stands behind the # is no secret at all.
  ['bad-request', 'over'],
  ['too-many-attempts', 'wait'],
  ['server-error', 'unreachable'],
  [undefined, 'unreachable'],
])('[D3] %s is shown as %s', (refusal, shown) => {
  expect(troubleOf(refusal)).toBe(shown)
})
