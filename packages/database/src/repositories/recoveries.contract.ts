import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'
import { accountRepository } from './accounts.ts'
import { recoveryRepository } from './recoveries.ts'
import { sessionRepository } from './sessions.ts'

export function recoveriesContract(store: () => Store): void {
  test('a recovery sets the password and ends every session, once', async () => {
    const { recoveries, cellId, accountId, secretHash, tokenHash } = await locked()

    const outcome = await recoveries.recover(secretHash, 'new', 99)
    expect(outcome).toMatchObject({ ok: true, value: { account: { id: accountId }, endedSessions: [tokenHash] } })
    expect(await accountRepository(store()).byId(cellId, accountId)).toMatchObject({ passwordHash: 'new' })
    expect(await sessionRepository(store()).byTokenHash(tokenHash, 0)).toBeUndefined()
    expect(await recoveries.isValid(secretHash, 99)).toBe(false)
    expect(await recoveries.recover(secretHash, 'newer', 99)).toEqual({ ok: false, refusal: 'over' })
    expect(await accountRepository(store()).byId(cellId, accountId)).toMatchObject({ passwordHash: 'new' })
  })

  test('it is good until the instant at which it expires', async () => {
    const { recoveries, cellId, accountId, secretHash } = await locked()

    expect(await recoveries.isValid(secretHash, 99)).toBe(true)
    expect(await recoveries.isValid(secretHash, 100)).toBe(false)
    expect(await recoveries.isValid(newId(), 0)).toBe(false)
    expect(await recoveries.recover(secretHash, 'new', 100)).toEqual({ ok: false, refusal: 'over' })
    expect(await accountRepository(store()).byId(cellId, accountId)).toMatchObject({ passwordHash: 'old' })
  })

  test('another one for the same account takes its place, and of another cell there can be none', async () => {
    const { recoveries, cellId, accountId, secretHash } = await locked()
    const another = { secretHash: newId(), accountId, createdAtMs: 1, expiresAtMs: 100 }
    await recoveries.create(cellId, another)

    expect(await recoveries.isValid(secretHash, 0)).toBe(false)
    expect(await recoveries.isValid(another.secretHash, 0)).toBe(true)
    const foreign = await addCell(store())
    const crossed = recoveries.create(foreign, { ...another, secretHash: newId() })
    await expect(crossed).rejects.toSatisfy(isForeignKeyViolation)
  })

  async function locked() {
    const cellId = await addCell(store())
    const [accountId, secretHash, tokenHash] = [newId(), newId(), newId()]
    const account = {
      id: accountId,
      login: newId(),
      displayName: 'A',
      role: 'owner' as const,
      passwordHash: 'old',
      createdAtMs: 1,
    }
    await accountRepository(store()).create(cellId, account)
    const session = { tokenHash, accountId, userAgent: '', createdAtMs: 1, lastUsedAtMs: 1, expiresAtMs: 1_000 }
    await sessionRepository(store()).create(cellId, session)
    const recoveries = recoveryRepository(store())
    await recoveries.create(cellId, { secretHash, accountId, createdAtMs: 1, expiresAtMs: 100 })
    return { recoveries, cellId, accountId, secretHash, tokenHash }
  }
}
