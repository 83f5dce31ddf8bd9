import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { administrationRepository } from './administration.ts'
import { administratorRepository } from './administrators.ts'

export function administratorsContract(store: () => Store): void {
  test('a link makes an administrator of a login, once; the next link is for the same one', async () => {
    const administrators = administratorRepository(store())
    const login = newId()
    const first = linkFor(login)
    const made = await administrators.makeLink(first)
    expect(await administrators.byLogin(login.toUpperCase())).toMatchObject({ id: made.id, passwordHash: null })
    expect(await administrators.isLinkOpen(first.secretHash, 100)).toBe(false)
    const both = await Promise.all([
      administrators.useLink(first.secretHash, 'one', 50),
      administrators.useLink(first.secretHash, 'two', 50),
    ])

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const second = linkFor(login)
    expect((await administrators.makeLink(second)).id).toBe(made.id)
    await administrators.makeLink(linkFor(login))
    expect(await administrators.isLinkOpen(second.secretHash, 50)).toBe(false)
  })

  test('a session stands for its administrator until it ends, by whatever', async () => {
    const administrators = administratorRepository(store())
    const login = newId()
    const { id } = await administrators.makeLink(linkFor(login))
    const begin = async () => {
      const tokenHash = newId()
      await administrators.beginSession({ tokenHash, administratorId: id, createdAtMs: 1, expiresAtMs: 100 })
      return tokenHash
    }
    const [ended, open] = [await begin(), await begin()]
    await administrators.endSession(ended)
    expect(await administrators.ofSession(ended, 50)).toBeUndefined()
    expect(await administrators.ofSession(open, 50)).toMatchObject({ id })
    expect(await administrators.ofSession(open, 100)).toBeUndefined()
    await administrators.setPassword(id, 'new')
    expect(await administrators.ofSession(open, 50)).toBeUndefined()

    const last = await begin()
    expect(await administrators.remove(login, 60)).toBe(true)
    expect(await administrators.remove(login, 60)).toBe(false)
    expect(await administrators.ofSession(last, 50)).toBeUndefined()
    expect(await administrators.byId(id)).toBeUndefined()
    expect((await administrators.list()).find((one) => one.id === id)).toMatchObject({ removedAtMs: 60 })
  })

  test('an installation with somebody who administers it is shared', async () => {
    const administrators = administratorRepository(store())
    await administrators.makeLink(linkFor(newId()))

    expect(await administrators.isThereAny()).toBe(true)
    expect(await administrationRepository(store()).isShared()).toBe(true)
  })
}

function linkFor(login: string) {
  return { administratorId: newId(), login, secretHash: newId(), createdAtMs: 1, expiresAtMs: 100 }
}
