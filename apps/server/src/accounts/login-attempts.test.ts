import { expect, test } from 'vitest'
import { loginAttempts } from './login-attempts.ts'

test('five misses are free, then each next one doubles the wait, up to a minute', () => {
  let at = 1_000_000
  const attempts = loginAttempts(() => at)
  for (let miss = 0; miss < 5; miss += 1) expect(attempts.begin('bithu')).toEqual({ ok: true })

  const waits = Array.from({ length: 8 }, () => {
    const refused = attempts.begin('bithu')
    if (refused.ok) throw new Error('nothing was to be waited for')
    at += refused.waitMillis - 1
    expect(attempts.begin('bithu')).toEqual({ ok: false, waitMillis: 1 })
    at += 1
    expect(attempts.begin('bithu')).toEqual({ ok: true })
    return refused.waitMillis
  })

  expect(waits).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

test('the login is the same in any case, and another login is not held up', () => {
  const attempts = loginAttempts(() => 5)
  for (const login of ['bithu', 'BiThu', ' bithu ', 'BITHU', 'bithu']) attempts.begin(login)

  expect(attempts.begin('bithu').ok).toBe(false)
  expect(attempts.begin('chiuy').ok).toBe(true)
})

test('whoever signs in begins anew', () => {
  const attempts = loginAttempts(() => 5)
  for (let miss = 0; miss < 5; miss += 1) attempts.begin('bithu')
  attempts.succeeded('BITHU')

  expect(attempts.begin('bithu').ok).toBe(true)
})

test('misses are forgotten after an hour', () => {
  let at = 0
  const attempts = loginAttempts(() => at)
  for (let miss = 0; miss < 5; miss += 1) attempts.begin('bithu')
  at += 60 * 60_000

  for (let miss = 0; miss < 5; miss += 1) expect(attempts.begin('bithu').ok).toBe(true)
  expect(attempts.begin('bithu').ok).toBe(false)
})

test('of ten thousand made-up logins the one that missed longest ago is forgotten', () => {
  const attempts = loginAttempts(() => 5)
  for (const login of ['first', 'second']) for (let miss = 0; miss < 5; miss += 1) attempts.begin(login)
  for (let bot = 0; bot < 9_999; bot += 1) attempts.begin(`bot-${bot}`)

  expect(attempts.begin('second').ok).toBe(false)
  expect(attempts.begin('first').ok).toBe(true)
})
