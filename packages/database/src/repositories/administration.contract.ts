import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addContest, addMember, addOpenContest } from '../testing/sample-rows.ts'
import { accountRepository } from './accounts.ts'
import { administrationRepository } from './administration.ts'
import { invitationRepository } from './invitations.ts'

export function administrationContract(store: () => Store): void {
  test('figures of a cell count what is its own', async () => {
    const [cellId, other] = [await addCell(store()), await addCell(store())]
    await addMember(store(), cellId)
    await addMember(store(), cellId, { active: false })
    await addContest(store(), cellId)
    await addOpenContest(store(), cellId)
    const administration = administrationRepository(store())
    const cells = await administration.cells()
    const figuresOf = (id: string) => cells.find(({ cell }) => cell.id === id)

    expect(figuresOf(cellId)).toMatchObject({ activeMembers: 1, contests: 2, lastContestAtMs: 4 })
    expect(figuresOf(other)).toMatchObject({ activeMembers: 0, contests: 0, lastContestAtMs: null })
    expect(await administration.storedBytes(cellId)).toBeGreaterThan(200)
    expect(await administration.storedBytes(other)).toBe(0)
    expect([await administration.activeMembers(cellId), await administration.contests(cellId)]).toEqual([1, 2])
  })

  test('cells are made up to the quota, all of a list or none, each with the way in for its owner', async () => {
    const administration = administrationRepository(store())
    const there = (await administration.cells()).length
    const made = [newCell('Lê Thị Mẫu'), newCell(null)]
    expect(await administration.makeCells(made, there + 1)).toEqual({ ok: false, refusal: 'too-many' })
    expect(await administration.cells()).toHaveLength(there)
    expect(await administration.makeCells(made, there + 2)).toMatchObject({ ok: true })

    const invitations = invitationRepository(store())
    const open = await invitations.open(made[0]?.invitation.secretHash ?? '', 50)
    expect(open).toMatchObject({ role: 'owner', invitedBy: null, inviteeName: 'Lê Thị Mẫu' })
    const accepted = await invitations.accept(open?.secretHash ?? '', account())
    expect(accepted).toMatchObject({ value: { role: 'owner', cellId: made[0]?.cell.id } })
    // For whom it was is kept no longer than it is of use.
    expect(await invitations.list(open?.cellId ?? '')).toMatchObject([{ acceptedAtMs: 50, inviteeName: null }])
  })

  test('an owner is invited into a cell that has none, and the one made before is void', async () => {
    const administration = administrationRepository(store())
    const made = newCell(null)
    await administration.makeCells([made], null)
    const cellId = made.cell.id
    const again = invited('Đỗ Thị Mẫu')
    expect(await administration.inviteOwner(cellId, again)).toMatchObject({ ok: true })
    const ofCell = (await administration.openInvitations(50)).filter((one) => one.cellId === cellId)
    expect(ofCell.map(({ id }) => id)).toEqual([again.id])
    await invitationRepository(store()).accept(again.secretHash, account())

    expect(await administration.inviteOwner(cellId, invited(null))).toEqual({ ok: false, refusal: 'has-owner' })
    expect(await administration.inviteOwner(newId(), invited(null))).toEqual({ ok: false, refusal: 'not-found' })
    expect(await administration.owners(cellId)).toMatchObject([{ displayName: 'A', role: 'owner' }])
  })

  test('owners are those who decide now: nobody removed, and no other role', async () => {
    const cellId = await addCell(store())
    const accounts = accountRepository(store())
    for (const role of ['owner', 'secretary', 'viewer'] as const) await accounts.create(cellId, { ...account(), role })
    const gone = account()
    await accounts.create(cellId, { ...gone, role: 'owner' })
    await accounts.remove(cellId, gone.id, 60)

    expect(await administrationRepository(store()).owners(cellId)).toHaveLength(1)
  })

  test('quotas are as they were set last, and none at first', async () => {
    const administration = administrationRepository(store())
    expect(await administration.quotas()).toEqual({ mostCells: null, mostMembers: null, mostContests: null })
    await administration.setQuotas({ mostCells: 3, mostMembers: 4, mostContests: 5 })
    const last = { mostCells: null, mostMembers: 200, mostContests: null }
    await administration.setQuotas(last)

    expect(await administration.quotas()).toEqual(last)
  })

  test('the journal is only added to, and the database itself refuses to change or delete a line', async () => {
    const administration = administrationRepository(store())
    const cellId = await addCell(store())
    await administration.note({ atMs: 1, administratorId: null, action: 'administrator-invited' })
    await administration.note({ atMs: 2, administratorId: 'a', action: 'access-reset', cellId })
    const [newest, before] = await administration.journal(2)

    expect([newest, before]).toMatchObject([{ action: 'access-reset', cellId }, { action: 'administrator-invited' }])
    expect(await administration.journal(9, before?.seq)).toEqual([])
    expect((await administration.cellNames([cellId, newId()])).size).toBe(1)
    const { write, tables } = store()
    await expect(write((writer) => writer.delete(tables.administrationEntry).returning())).rejects.toThrow(
      'administration_entry',
    )
    const changed = write((writer) => writer.update(tables.administrationEntry).set({ atMs: 9 }).returning())
    await expect(changed).rejects.toThrow('administration_entry')
  })

  const account = () => ({ id: newId(), login: newId(), displayName: 'A', passwordHash: 'hash', createdAtMs: 50 })
}

function invited(inviteeName: string | null) {
  return { id: newId(), secretHash: newId(), inviteeName, createdAtMs: 1, expiresAtMs: 100 }
}

function newCell(inviteeName: string | null) {
  const cell = { id: newId(), name: 'Chi bộ Mẫu', boardKey: newId(), createdAtMs: 1 }
  return { cell, invitation: invited(inviteeName) }
}
