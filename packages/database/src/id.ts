import { randomBytes } from 'node:crypto'

/** 128 random bits in lower-case hex, which sorts alike under every collation. */
export function newId(): string {
  return randomBytes(16).toString('hex')
}
