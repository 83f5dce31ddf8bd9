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

  test('[P4] by which browser a session was begun is forgotten once it is old enough, and the session stays', async () => {
    const { sessions, session, signInAgain } = await signedIn(9_000)
    const later = await signInAgain(9_000, 200)

    expect(await sessions.forgetBrowsers(0)).toBe(0)
    expect(await sessions.forgetBrowsers(199)).toBeGreaterThanOrEqual(1)
    expect(await sessions.byTokenHash(session.tokenHash, 0)).toEqual({ ...session, userAgent: '' })
    expect(await sessions.byTokenHash(later.tokenHash, 0)).toEqual(later)
    expect(await sessions.forgetBrowsers(199)).toBe(0)
  })

  test('the sessions of an account are listed by when they were used, without those that are over', async () => {
    const { sessions, session, signInAgain } = await signedIn(1_000)
    const [used, over] = [await signInAgain(1_000), await signInAgain(400)]
    await sessions.used(session.cellId, used.tokenHash, 77)
    await sessions.used(await addCell(store()), session.tokenHash, 99)

    const listed = await sessions.ofAccount(session.cellId, session.accountId, 400)
    expect(listed.map(({ tokenHash, lastUsedAtMs }) => [tokenHash, lastUsedAtMs])).toEqual([
      [used.tokenHash, 77],
      [session.tokenHash, 1],
    ])
    expect(await sessions.ofAccount(await addCell(store()), session.accountId, 0)).toEqual([])
    expect(over.expiresAtMs).toBe(400)
  })

  test('all sessions of an account end but the one that is named, and no other account’s', async () => {
    const { sessions, session, signInAgain } = await signedIn(1_000)
    const [other, another] = [await signInAgain(1_000), await signInAgain(1_000)]
    const stranger = await signedIn(1_000)

    expect(await sessions.deleteAllOf(await addCell(store()), session.accountId)).toEqual([])
    const ended = await sessions.deleteAllOf(session.cellId, session.accountId, session.tokenHash)
    expect([...ended].sort()).toEqual([other.tokenHash, another.tokenHash].sort())
    expect(await sessions.byTokenHash(session.tokenHash, 0)).toEqual(session)
    expect(await sessions.byTokenHash(other.tokenHash, 0)).toBeUndefined()
    expect(await sessions.byTokenHash(stranger.session.tokenHash, 0)).toEqual(stranger.session)
    expect(await sessions.deleteAllOf(session.cellId, session.accountId)).toEqual([session.tokenHash])
  })

  async function signedIn(expiresAtMs: number) {
    const cellId = await addCell(store())
    const account = {
      id: newId(),
      login: newId(),
      displayName: 'A',
      role: 'owner' as const,
      passwordHash: 'hash',
      createdAtMs: 1,
    }
    await accountRepository(store()).create(cellId, account)
    const sessions = sessionRepository(store())
    const signInAgain = (until: number, createdAtMs = 1) =>
      sessions.create(cellId, {
        tokenHash: newId(),
        accountId: account.id,
        userAgent: 'Firefox',
        createdAtMs,
        lastUsedAtMs: 1,
        expiresAtMs: until,
      })
    return { sessions, session: await signInAgain(expiresAtMs), signInAgain }
  }
}
