import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Proves at the first run that whoever sets up can see where the server was started. Kept in memory only. */
export type SetupCode = {
  /** As it is printed: `ABCD-EFGH`. */
  readonly printed: string
  matches(typed: string): boolean
}

/** Without letters and digits that are taken for one another. */
const alphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const length = 8

export function newSetupCode(): SetupCode {
  const code = Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
  const expected = digest(code)
  return {
    printed: `${code.slice(0, 4)}-${code.slice(4)}`,
    matches: (typed) => timingSafeEqual(digest(typed.replace(/[\s-]/g, '').toUpperCase()), expected),
  }
}

/** Of equal length whatever was typed, as comparing in constant time needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest()
}
