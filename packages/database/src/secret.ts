import { createHash, randomBytes } from 'node:crypto'

/** 128 random bits, base64url: what a link or cookie carries. Only `hashSecret` of it is stored. */
export function newSecret(): string {
  return randomBytes(16).toString('base64url')
}

/** Enough without a salt, because a secret is random; never for passwords. */
export function hashSecret(secret: string): string {
  return sha256(secret)
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
