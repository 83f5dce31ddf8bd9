import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { accountRepository } from './accounts.ts'
import { sessionRepository } from './sessions.ts'

export function sessionsContract(store: () => Store): void {
  test('a session is valid until the instant at which it expires', async () => {
    const { sessions, session } = await signedIn(1_000)

    expect(await sessions.byTokenHash(session.tokenHash, 999)).toEqual(session)
    expect(await sessions.byTokenHash(session.tokenHash, 1_000)).toBeUndefined()
    expect(await sessions.byTokenHash(newId(), 0)).toBeUndefined()
  })

  test('a session is ended in its own cell only, and once', async () => {
    const { sessions, session } = await signedIn(1_000)

    expect(await sessions.delete(await addCell(store()), session.tokenHash)).toBe(false)
    expect(await sessions.delete(session.cellId, session.tokenHash)).toBe(true)
    expect(await sessions.delete(session.cellId, session.tokenHash)).toBe(false)
    expect(await sessions.byTokenHash(session.tokenHash, 0)).toBeUndefined()
  })

  test('expired sessions are cleared away, valid ones stay', async () => {
    const [old, valid] = [await signedIn(50), await signedIn(5_000)]

    expect(await old.sessions.deleteExpired(50)).toBe(1)
    expect(await old.sessions.byTokenHash(old.session.tokenHash, 0)).toBeUndefined()
    expect(await valid.sessions.byTokenHash(valid.session.tokenHash, 0)).toEqual(valid.session)
  })

  async function signedIn(expiresAtMs: number) {
    const cellId = await addCell(store())
    const account = { id: newId(), login: newId(), displayName: 'A', passwordHash: 'hash', createdAtMs: 1 }
    await accountRepository(store()).create(cellId, account)
    const sessions = sessionRepository(store())
    const opened = { tokenHash: newId(), accountId: account.id, createdAtMs: 1, expiresAtMs }
    return { sessions, session: await sessions.create(cellId, opened) }
  }
}
