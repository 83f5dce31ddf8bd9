import type { Role } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { accountRepository } from './accounts.ts'
import { invitationRepository } from './invitations.ts'
import { recoveryRepository } from './recoveries.ts'
import { sessionRepository } from './sessions.ts'

export function accountsContract(store: () => Store): void {
  test('an account is found by its login in any case', async () => {
    const { accounts, cellId, account } = await signedUp()

    expect(await accounts.byLogin(` ${account.login.toUpperCase()}`)).toEqual({ ...account, cellId, removedAtMs: null })
    expect(await accounts.byLogin(newId())).toBeUndefined()
  })

  test('an account is found only in its own cell', async () => {
    const { accounts, cellId, account } = await signedUp()

    expect(await accounts.byId(cellId, account.id)).toMatchObject({ id: account.id })
    expect(await accounts.byId(await addCell(store()), account.id)).toBeUndefined()
  })

  test('a login that differs by case only is taken, in every cell', async () => {
    const { accounts, account } = await signedUp()
    const same = { ...account, id: newId(), login: account.login.toUpperCase() }
    const before = await accounts.count()

    expect(await accounts.create(await addCell(store()), same)).toEqual({ ok: false, refusal: 'login-taken' })
    expect(await accounts.count()).toBe(before)
  })

  test('a cell is never without an owner: the last one is neither given another role nor removed', async () => {
    const { accounts, cellId, account } = await signedUp()
    const other = await addAccount(cellId, 'viewer')

    expect(await accounts.changeRole(cellId, account.id, viewer)).toEqual({ ok: false, refusal: 'last-owner' })
    expect(await accounts.remove(cellId, account.id, 9)).toEqual({ ok: false, refusal: 'last-owner' })
    expect(await accounts.changeRole(cellId, other.id, { role: 'owner', nowMs: 9 })).toMatchObject({ ok: true })
    expect(await accounts.changeRole(cellId, account.id, viewer)).toMatchObject({ ok: true, value: { role: 'viewer' } })
    expect(await accounts.remove(cellId, other.id, 9)).toEqual({ ok: false, refusal: 'last-owner' })
  })

  test('of two owners who remove each other at once, one stays', async () => {
    const { accounts, cellId, account } = await signedUp()
    const other = await addAccount(cellId, 'owner')
    const both = await Promise.all([account, other].map(({ id }) => accounts.remove(cellId, id, 9)))

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await accounts.list(cellId)).filter(({ removedAtMs }) => removedAtMs === null)).toHaveLength(1)
  })

  test('who was removed is not found any more, is still named, and the login is free', async () => {
    const { accounts, cellId } = await signedUp()
    const { id, login } = await addAccount(cellId, 'secretary')
    const until = { accountId: id, createdAtMs: 1, expiresAtMs: 100 }
    const session = { ...until, tokenHash: newId(), userAgent: '', lastUsedAtMs: 1 }
    await sessionRepository(store()).create(cellId, session)
    const secretHash = newId()
    await recoveryRepository(store()).create(cellId, { ...until, secretHash })

    expect(await accounts.remove(cellId, id, 9)).toMatchObject({ ok: true })
    expect(await accounts.byId(cellId, id)).toBeUndefined()
    expect(await accounts.byLogin(login)).toBeUndefined()
    expect(await accounts.logins()).not.toContain(login)
    expect(await accounts.list(cellId)).toContainEqual(
      expect.objectContaining({ id, displayName: 'B', removedAtMs: 9 }),
    )
    expect(await sessionRepository(store()).byTokenHash(session.tokenHash, 0)).toBeUndefined()
    expect(await recoveryRepository(store()).isValid(secretHash, 0)).toBe(false)
    expect(await accounts.remove(cellId, id, 9)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await accounts.create(cellId, { ...sample('viewer'), login })).toMatchObject({ ok: true })
  })

  test('another cell’s accounts are neither listed, nor changed, nor removed', async () => {
    const { accounts, cellId, account } = await signedUp()
    const foreign = await addCell(store())

    expect(await accounts.list(foreign)).toEqual([])
    expect(await accounts.changeRole(foreign, account.id, viewer)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await accounts.remove(foreign, account.id, 9)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await accounts.setPassword(foreign, account.id, 'another hash')).toBeUndefined()
    expect(await accounts.byId(cellId, account.id)).toMatchObject(account)
  })

  test('open invitations of whoever is an owner no more are taken back', async () => {
    const { accounts, cellId } = await signedUp()
    const invitations = invitationRepository(store())
    const [demoted, removed] = [await addAccount(cellId, 'owner'), await addAccount(cellId, 'owner')]
    const secrets = [newId(), newId()] as const
    for (const [index, { id }] of [demoted, removed].entries()) {
      const times = { createdAtMs: 1, expiresAtMs: 100 }
      const invited = { id: newId(), role: 'owner' as const, secretHash: secrets[index] ?? '', invitedBy: id, ...times }
      await invitations.create(cellId, invited)
    }
    await accounts.changeRole(cellId, demoted.id, viewer)
    expect(await Promise.all(secrets.map(async (one) => (await invitations.open(one, 9)) !== undefined))).toEqual([
      false,
      true,
    ])
    await accounts.remove(cellId, removed.id, 9)
    expect(await invitations.open(secrets[1], 9)).toBeUndefined()
  })

  test('accounts are counted over all cells', async () => {
    const { accounts } = await signedUp()
    const before = await accounts.count()
    await signedUp()

    expect(await accounts.count()).toBe(before + 1)
  })

  const viewer = { role: 'viewer', nowMs: 9 } as const
  const sample = (role: Role) => ({
    id: newId(),
    login: newId(),
    displayName: 'B',
    role,
    passwordHash: 'hash',
    createdAtMs: 6,
  })

  async function addAccount(cellId: string, role: Role) {
    const account = sample(role)
    await accountRepository(store()).create(cellId, account)
    return account
  }

  async function signedUp() {
    const accounts = accountRepository(store())
    const cellId = await addCell(store())
    const account = {
      id: newId(),
      login: `bí-thư-${newId()}`,
      displayName: 'Bí thư Mẫu',
      role: 'owner' as const,
      passwordHash: 'hash',
      createdAtMs: 5,
    }
    expect(await accounts.create(cellId, account)).toEqual({
      ok: true,
      value: { ...account, cellId, removedAtMs: null },
    })
    return { accounts, cellId, account }
  }
}
