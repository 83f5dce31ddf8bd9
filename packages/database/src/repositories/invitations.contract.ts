import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'
import { accountRepository } from './accounts.ts'
import { invitationRepository } from './invitations.ts'

export function invitationsContract(store: () => Store): void {
  test('an accepted invitation is an account of its role, once', async () => {
    const { invitations, cellId, invited } = await inviting()
    const newcomer = account()
    const both = await Promise.all([
      invitations.accept(invited.secretHash, newcomer),
      invitations.accept(invited.secretHash, account()),
    ])

    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'over' })
    expect(both.find(({ ok }) => ok)).toMatchObject({ value: { cellId, role: 'secretary' } })
    expect(await invitations.open(invited.secretHash, 50)).toBeUndefined()
    expect(await invitations.list(cellId)).toMatchObject([{ acceptedAtMs: 50 }])
  })

  test('it is good until the instant at which it expires', async () => {
    const { invitations, invited } = await inviting()

    expect(await invitations.open(invited.secretHash, 99)).toMatchObject({ id: invited.id })
    expect(await invitations.open(invited.secretHash, 100)).toBeUndefined()
    const late = { ...account(), createdAtMs: 100 }
    expect(await invitations.accept(invited.secretHash, late)).toEqual({ ok: false, refusal: 'over' })
  })

  test('a login that is taken leaves the invitation open', async () => {
    const { invitations, invited, owner } = await inviting()
    const same = { ...account(), login: owner.login.toUpperCase() }

    expect(await invitations.accept(invited.secretHash, same)).toEqual({ ok: false, refusal: 'login-taken' })
    expect(await invitations.accept(invited.secretHash, account())).toMatchObject({ ok: true })
  })

  test('it is taken back in its own cell only, and once', async () => {
    const { invitations, cellId, invited } = await inviting()

    expect(await invitations.revoke(await addCell(store()), invited.id, 50)).toBe(false)
    expect(await invitations.revoke(cellId, invited.id, 50)).toBe(true)
    expect(await invitations.revoke(cellId, invited.id, 50)).toBe(false)
    expect(await invitations.accept(invited.secretHash, account())).toEqual({ ok: false, refusal: 'over' })
  })

  test('nobody invites into another cell', async () => {
    const { invitations, invited } = await inviting()
    const crossed = invitations.create(await addCell(store()), { ...invited, id: newId(), secretHash: newId() })

    await expect(crossed).rejects.toSatisfy(isForeignKeyViolation)
  })

  test('twenty may be open at once in a cell', async () => {
    const { invitations, cellId, invited } = await inviting()
    const another = () => invitations.create(cellId, { ...invited, id: newId(), secretHash: newId() })
    for (let more = 1; more < 20; more += 1) expect(await another()).toMatchObject({ ok: true })

    expect(await another()).toEqual({ ok: false, refusal: 'too-many' })
    await invitations.revoke(cellId, invited.id, 2)
    expect(await another()).toMatchObject({ ok: true })
  })

  const account = () => ({ id: newId(), login: newId(), displayName: 'A', passwordHash: 'hash', createdAtMs: 50 })

  async function inviting() {
    const cellId = await addCell(store())
    const owner = { ...account(), role: 'owner' as const }
    await accountRepository(store()).create(cellId, owner)
    const invitations = invitationRepository(store())
    const times = { createdAtMs: 1, expiresAtMs: 100 }
    const invited = { id: newId(), role: 'secretary' as const, secretHash: newId(), invitedBy: owner.id, ...times }
    expect(await invitations.create(cellId, invited)).toMatchObject({ ok: true })
    return { invitations, cellId, owner, invited }
  }
}
