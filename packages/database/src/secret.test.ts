import { expect, test } from 'vitest'
import { newId } from './id.ts'
import { foldLogin, tidyName } from './names.ts'
import { hashSecret, newSecret } from './secret.ts'

test('a secret carries 128 bits that an address may hold as they are', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret))

  expect(secrets.size).toBe(100)
  for (const secret of secrets) {
    expect(secret).toMatch(/^[\w-]{22}$/)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(16)
  }
})

test('the hash of a secret is its SHA-256 in hex', () => {
  expect(hashSecret('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

test('an id is 128 bits in lower-case hex', () => {
  expect(newId()).toMatch(/^[0-9a-f]{32}$/)
  expect(newId()).not.toBe(newId())
})

test('a name is kept in NFC, and a login is the same in any case', () => {
  expect(tidyName('Nguye\u0302\u0303n')).toBe('Nguyễn')
  expect(foldLogin(' BÍ.THƯ ')).toBe(foldLogin('bí.thư'))
})
