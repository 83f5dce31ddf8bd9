import { expect, test } from 'vitest'
import { createDeviceTokens, readDeviceToken } from './device-token.ts'
import { fakeStorage } from './testing/fake-storage.ts'

test('[D3] a token of before any room is tried in the next one, and leaves those of other rooms alone', () => {
  const storage = fakeStorage()
  const tokens = createDeviceTokens(storage)
  tokens.keep('111111', 'of-another-cell')
  tokens.keepForNextRoom('by-link')

  expect(tokens.tokenFor('222222')).toBe('by-link')
  expect(tokens.tokenFor('111111')).toBe('of-another-cell')
  expect(readDeviceToken(storage)).toBe('by-link')
})
