import { expect, test } from 'vitest'
import { newSetupCode } from './setup-code.ts'

test('the code is eight letters and digits that nobody mistakes', () => {
  for (let count = 0; count < 50; count += 1) {
    expect(newSetupCode().printed).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/)
  }
})

test('it may be typed in small letters, with or without dashes and spaces', () => {
  const code = newSetupCode()
  const letters = code.printed.replace('-', '')

  expect(code.matches(code.printed)).toBe(true)
  expect(code.matches(letters.toLowerCase())).toBe(true)
  expect(code.matches(` ${letters.slice(0, 2)} ${letters.slice(2)}-`)).toBe(true)
})

test('another code, a part of it or nothing does not match', () => {
  const code = newSetupCode()
  const last = code.printed.endsWith('A') ? 'B' : 'A'

  expect(code.matches(code.printed.slice(0, -1) + last)).toBe(false)
  expect(code.matches(code.printed.slice(0, -1))).toBe(false)
  expect(code.matches(code.printed + last)).toBe(false)
  expect(code.matches('')).toBe(false)
})
