import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { accountRepository } from './accounts.ts'

export function accountsContract(store: () => Store): void {
  test('an account is found by its login in any case', async () => {
    const { accounts, cellId, account } = await signedUp()

    expect(await accounts.byLogin(` ${account.login.toUpperCase()}`)).toEqual({ ...account, cellId })
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

  test('accounts are counted over all cells', async () => {
    const { accounts } = await signedUp()
    const before = await accounts.count()
    await signedUp()

    expect(await accounts.count()).toBe(before + 1)
  })

  async function signedUp() {
    const accounts = accountRepository(store())
    const cellId = await addCell(store())
    const account = {
      id: newId(),
      login: `bí-thư-${newId()}`,
      displayName: 'Bí thư Mẫu',
      passwordHash: 'hash',
      createdAtMs: 5,
    }
    expect(await accounts.create(cellId, account)).toEqual({ ok: true, value: { ...account, cellId } })
    return { accounts, cellId, account }
  }
}
