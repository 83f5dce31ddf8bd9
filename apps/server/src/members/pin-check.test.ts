import { expect, test } from 'vitest'
import { newPin, pinCheck } from './pin-check.ts'

const hourMillis = 3_600_000

/** The hash is the PIN itself: what it costs is looked at elsewhere. */
const passwords = {
  isCrowded: () => false,
  hash: async (pin: string) => pin,
  matches: async (pin: string, stored?: string) => pin === stored,
}
const hoa = { id: 'hoa', pinHash: '482913' }

test('[D2] of 100,000 PINs that are tried on one member, no more than 60 in any hour are looked at', async () => {
  let at = 0
  const check = pinCheck(passwords, () => at)
  const tested: number[] = []
  for (let guess = 0; guess < 100_000; guess += 1) {
    const refusal = await check.refusalOf(hoa, String(guess % 400_000).padStart(6, '0'))
    if (refusal === 'wrong-pin') tested.push(at)
    at += 150
  }

  expect(tested.length).toBeGreaterThan(100)
  const nextButSixty = (index: number) => tested[index + 60] ?? Number.POSITIVE_INFINITY
  expect(tested.filter((from, index) => nextButSixty(index) < from + hourMillis)).toEqual([])
})

test('[D2] nor when the member comes in by the right one between them: it counts as any', async () => {
  let at = 0
  const check = pinCheck(passwords, () => at)
  let looked = 0
  for (let guess = 0; guess < 3_600; guess += 1) {
    const refusal = await check.refusalOf(hoa, guess % 10 === 0 ? '482913' : '000000')
    if (refusal !== 'too-many-attempts') looked += 1
    at += 999
  }

  expect(looked).toBeLessThanOrEqual(60)
})

test('[D2] five misses keep nobody out; after some more a try comes back, to this member alone', async () => {
  let at = 0
  const check = pinCheck(passwords, () => at)
  for (let guess = 0; guess < 5; guess += 1) await check.refusalOf(hoa, '000000')
  expect(await check.refusalOf(hoa, '482913')).toBeNull()

  for (let guess = 0; guess < 12; guess += 1) await check.refusalOf(hoa, '000000')
  expect(await check.refusalOf(hoa, '482913')).toBe('too-many-attempts')
  expect(await check.refusalOf({ id: 'binh', pinHash: '111111' }, '111111')).toBeNull()
  at += 67_000
  expect(await check.refusalOf(hoa, '482913')).toBeNull()
  expect(await check.refusalOf(hoa, '482913')).toBe('too-many-attempts')
})

test('[D1] whoever has no PIN, or says none, is told so, and that is no guess', async () => {
  const check = pinCheck(passwords, () => 0)

  for (let ask = 0; ask < 10; ask += 1) expect(await check.refusalOf(hoa, undefined)).toBe('pin-needed')
  expect(await check.refusalOf({ id: 'binh', pinHash: null }, '482913')).toBe('no-pin-yet')
  expect(await check.refusalOf(hoa, '482913')).toBeNull()
})

test('[D2] a PIN has six digits, the first ones as often 0 as any', () => {
  const pins = Array.from({ length: 2_000 }, newPin)

  expect(pins.every((pin) => /^\d{6}$/.test(pin))).toBe(true)
  expect(new Set(pins.map(([first]) => first)).size).toBe(10)
})
