import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addMember, sampleMember } from '../testing/sample-rows.ts'
import { deviceRepository } from './devices.ts'
import { memberRepository } from './members.ts'
import { isUniqueViolation } from '../statement-error.ts'

export function membersContract(store: () => Store): void {
  test('a roster is created at once, with its names in NFC', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const roster = [
      { ...sampleMember(), name: 'Nguye\u0302\u0303n Mẫu', createdAtMs: 1 },
      {
        ...sampleMember(),
        name: 'Trần Mẫu',
        groupName: 'Tô\u0309 1',
        position: 'Bi\u0301 thư',
        birthday: '1970-04-05',
        ranked: false,
        timePercent: 150 as const,
        toMonth: '2027-06',
        createdAtMs: 2,
      },
    ]
    const notErased = { erasedAtMs: null, erasedNumber: null }
    const created = await members.create(cellId, roster)

    expect(await members.list(cellId)).toEqual([
      {
        ...roster[0],
        cellId,
        name: 'Nguyễn Mẫu',
        groupName: '',
        position: '',
        birthday: null,
        timePercent: 100,
        toMonth: null,
        pinHash: null,
        ...notErased,
      },
      { ...roster[1], cellId, groupName: 'Tổ 1', position: 'Bí thư', timePercent: 150, pinHash: null, ...notErased },
    ])
    expect(created).toHaveLength(2)
  })

  test('of a roster with one bad entry nothing is created', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const member = sampleMember()

    await expect(members.create(cellId, [sampleMember(), member, member])).rejects.toSatisfy(isUniqueViolation)
    expect(await members.list(cellId)).toEqual([])
    expect(await members.create(cellId, [])).toEqual([])
  })

  test('a cell sees and changes its own members only', async () => {
    const members = memberRepository(store())
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const memberId = await addMember(store(), cellId)

    expect(await members.byId(cellId, memberId)).toMatchObject({ name: 'Lê Thị Mẫu' })
    expect(await members.byId(otherCellId, memberId)).toBeUndefined()
    expect(await members.list(otherCellId)).toEqual([])
    expect(await members.update(otherCellId, memberId, { name: 'Người khác' })).toBeUndefined()
    expect(await members.byId(cellId, memberId)).toMatchObject({ name: 'Lê Thị Mẫu' })
  })

  test('a change touches what it names and nothing else', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId, { groupName: 'Tổ 2' })
    const before = await members.byId(cellId, memberId)
    const after = await members.update(cellId, memberId, { name: 'Ho\u0300a', active: false, toMonth: '2027-05' })

    expect(after).toEqual({ ...before, name: 'Hòa', active: false, toMonth: '2027-05' })
    expect(await members.update(cellId, memberId, { toMonth: null })).toEqual({ ...after, toMonth: null })
    expect(await members.update(cellId, newId(), { active: true })).toBeUndefined()
  })

  test('a list adds and changes at once', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId)
    const newcomer = { ...sampleMember(), name: 'Trần Mẫu', createdAtMs: 9 }
    const changes = { position: 'Bí thư', birthday: '1970' }
    const outcome = await members.takeIn(cellId, { added: [newcomer], changed: [{ memberId, changes }] })

    expect(outcome).toEqual({ ok: true, value: 'taken-in' })
    expect(await members.list(cellId)).toMatchObject([
      { id: memberId, name: 'Lê Thị Mẫu', ...changes },
      { name: 'Trần Mẫu' },
    ])
  })

  test('of a list that names a member of another cell nothing is taken in', async () => {
    const members = memberRepository(store())
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const own = await addMember(store(), cellId)
    const foreign = await addMember(store(), otherCellId)
    const changed = [own, foreign].map((memberId) => ({ memberId, changes: { name: 'Người khác' } }))

    expect(await members.takeIn(cellId, { added: [sampleMember()], changed })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await members.list(cellId)).toMatchObject([{ name: 'Lê Thị Mẫu' }])
    expect(await members.list(otherCellId)).toMatchObject([{ name: 'Lê Thị Mẫu' }])
  })

  test('[D2] PINs are set for all or for none, and a new one ends the old', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const [an, binh] = [await addMember(store(), cellId), await addMember(store(), cellId)]
    const stranger = await addMember(store(), await addCell(store()))

    expect((await members.setPinHashes(cellId, new Map([[an, 'first']]))).ok).toBe(true)
    expect((await members.setPinHashes(cellId, new Map([[an, 'second']]))).ok).toBe(true)
    expect(
      await members.setPinHashes(
        cellId,
        new Map([
          [binh, 'x'],
          [stranger, 'x'],
        ]),
      ),
    ).toMatchObject({ ok: false })
    expect((await members.list(cellId)).map(({ id, pinHash }) => [id, pinHash]).sort()).toEqual(
      [
        [an, 'second'],
        [binh, null],
      ].sort(),
    )
  })

  test('[P2] an erased member keeps the id, months and whether it is ranked, and nothing that names or describes', async () => {
    const { members, cellId, memberId, erasing } = await erasable()
    expect(await members.erase(cellId, memberId, erasing)).toEqual({ ok: true, value: 1 })

    const [erased] = await members.list(cellId)
    expect(erased).toEqual({
      id: memberId,
      cellId,
      name: 'đã xóa 1',
      groupName: '',
      position: '',
      birthday: null,
      ranked: true,
      timePercent: 100,
      active: false,
      fromMonth: '2027-01',
      toMonth: '2027-05',
      pinHash: null,
      createdAtMs: 2,
      erasedAtMs: 70,
      erasedNumber: 1,
    })
    expect(await deviceRepository(store()).ofMember(cellId, memberId)).toEqual([])
    expect(await members.named(cellId)).toEqual([])
    expect((await members.erased()).map(({ id }) => id)).toContain(memberId)
  })

  test('[P2] each is numbered in its cell, also again, and erasing twice is erasing once', async () => {
    const { members, cellId, memberId, erasing } = await erasable()
    const [second, third] = [await addMember(store(), cellId), await addMember(store(), cellId)]
    const numberOf = async (id: string, number?: number) =>
      members.erase(cellId, id, number === undefined ? erasing : { ...erasing, number })

    expect(await numberOf(memberId, 4)).toEqual({ ok: true, value: 4 })
    expect(await numberOf(second)).toEqual({ ok: true, value: 5 })
    expect(await members.erase(cellId, second, { ...erasing, atMs: 99 })).toEqual({ ok: true, value: 5 })
    expect(await members.byId(cellId, second)).toMatchObject({ erasedAtMs: 70, name: 'đã xóa 5' })
    expect(await members.byId(cellId, third)).toMatchObject({ name: 'Lê Thị Mẫu', erasedAtMs: null })
  })

  test('[P2] a membership that ended keeps its end, and one that has only begun does not end before', async () => {
    const { members, cellId, erasing } = await erasable()
    const former = await addMember(store(), cellId, { toMonth: '2027-02' })
    const newcomer = await addMember(store(), cellId, { fromMonth: '2027-06' })
    for (const id of [former, newcomer]) await members.erase(cellId, id, erasing)

    expect(await members.byId(cellId, former)).toMatchObject({ toMonth: '2027-02' })
    expect(await members.byId(cellId, newcomer)).toMatchObject({ toMonth: '2027-06' })
  })

  test('[P2] another cell erases nobody, and nobody is changed who is erased', async () => {
    const { members, cellId, memberId, erasing } = await erasable()
    const elsewhere = await addCell(store())
    expect(await members.erase(elsewhere, memberId, erasing)).toEqual({ ok: false, refusal: 'not-found' })
    await members.erase(cellId, memberId, erasing)

    expect(await members.update(cellId, memberId, { name: 'Trần Thị An' })).toBeUndefined()
    expect((await members.setPinHashes(cellId, new Map([[memberId, 'x']]))).ok).toBe(false)
    const changed = [{ memberId, changes: { name: 'Trần Thị An' } }]
    expect((await members.takeIn(cellId, { added: [], changed })).ok).toBe(false)
    expect(await members.byId(cellId, memberId)).toMatchObject({ name: 'đã xóa 1', pinHash: null })
  })

  async function erasable() {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const described = { name: 'Trần Thị An', groupName: 'Tổ 1', position: 'Bí thư', birthday: '1964', pinHash: 'hash' }
    const memberId = await addMember(store(), cellId, { ...described, timePercent: 150 })
    const device = { id: newId(), memberId, tokenHash: newId(), provedBy: 'pin' as const, createdAtMs: 9 }
    await deviceRepository(store()).create(cellId, device)
    const pseudonymOf = (number: number) => `đã xóa ${number}`
    return { members, cellId, memberId, erasing: { atMs: 70, lastMonth: '2027-05', pseudonymOf } }
  }
}
