import { describe, expect, test } from 'vitest'
import { nobodysHash, passwordHashing, turns } from './passwords.ts'

const passwords = passwordHashing()

test('a password matches its own hash only', async () => {
  const stored = await passwords.hash('mật khẩu dài')

  expect(await passwords.matches('mật khẩu dài', stored)).toBe(true)
  expect(await passwords.matches('mật khẩu dai', stored)).toBe(false)
})

test('a password typed with combining marks is the same password', async () => {
  const stored = await passwords.hash('mật khẩu'.normalize('NFC'))

  expect(await passwords.matches('mật khẩu'.normalize('NFD'), stored)).toBe(true)
})

test('nothing matches an account that does not exist', async () => {
  expect(await passwords.matches('mật khẩu dài', undefined)).toBe(false)
})

test('the hash that stands in for a missing account costs the same as a real one', async () => {
  const costOf = (hash: string) => hash.split('$').slice(0, 4).join('$')

  expect(costOf(nobodysHash)).toBe('$argon2id$v=19$m=19456,t=2,p=1')
  expect(costOf(nobodysHash)).toBe(costOf(await passwords.hash('x')))
})

test('with two hundred in line it is crowded, and not before', async () => {
  const hashing = passwordHashing()
  const all = Array.from({ length: 203 }, () => hashing.hash('mật khẩu'))
  expect(hashing.isCrowded()).toBe(false)
  all.push(hashing.hash('mật khẩu'))
  expect(hashing.isCrowded()).toBe(true)

  await Promise.all(all)
  expect(hashing.isCrowded()).toBe(false)
}, 60_000)

describe('turns', () => {
  test('no more than so many run at once, and everyone gets a turn in order', async () => {
    const { takeTurn, waiting } = turns(2)
    const begun: number[] = []
    const finish: (() => void)[] = []
    const all = [0, 1, 2, 3].map((index) =>
      takeTurn(() => {
        begun.push(index)
        return new Promise<number>((resolve) => finish.push(() => resolve(index)))
      }),
    )

    expect(begun).toEqual([0, 1])
    expect(waiting()).toBe(2)
    finish[1]?.()
    await all[1]
    expect(begun).toEqual([0, 1, 2])
    finish[0]?.()
    finish[2]?.()
    await all[2]
    finish[3]?.()
    expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
    expect(waiting()).toBe(0)
  })

  test('work that fails hands its turn on', async () => {
    const { takeTurn } = turns(1)
    const failing = takeTurn(() => Promise.reject(new Error('out of memory')))
    const next = takeTurn(() => Promise.resolve('done'))

    await expect(failing).rejects.toThrow('out of memory')
    expect(await next).toBe('done')
  })
})
