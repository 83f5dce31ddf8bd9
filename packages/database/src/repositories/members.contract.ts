import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addMember, on, sampleMember } from '../testing/sample-rows.ts'
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
    const created = await members.create(cellId, roster)
    const unchanged = { revision: 1, changedBy: null, changedAtMs: null }
    const untouched = { ...unchanged, erasedAtMs: null, erasedNumber: null }

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
        ...untouched,
      },
      { ...roster[1], cellId, groupName: 'Tổ 1', position: 'Bí thư', timePercent: 150, pinHash: null, ...untouched },
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
    expect(await members.listWithMerged(otherCellId)).toEqual([])
    const foreign = await members.update(otherCellId, memberId, { name: 'Người khác' }, on(1))
    expect(foreign).toEqual({ ok: false, refusal: 'not-found' })
    expect(await members.byId(cellId, memberId)).toMatchObject({ name: 'Lê Thị Mẫu' })
  })

  test('a change touches what it names and nothing else', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId, { groupName: 'Tổ 2' })
    const before = await members.byId(cellId, memberId)
    const changes = { name: 'Ho\u0300a', active: false, toMonth: '2027-05' }
    const after = { ...before, ...changes, name: 'Hòa', revision: 2, changedBy: 'lan', changedAtMs: 77 }

    expect(await members.update(cellId, memberId, changes, on(1, 'lan', 77))).toEqual({ ok: true, value: after })
    const ended = { ...after, toMonth: null, revision: 3, changedBy: 'host', changedAtMs: 9 }
    expect(await members.update(cellId, memberId, { toMonth: null }, on(2))).toEqual({ ok: true, value: ended })
    const nobody = await members.update(cellId, newId(), { active: true }, on(1))
    expect(nobody).toEqual({ ok: false, refusal: 'not-found' })
  })

  test('of many who change the same entry at once, exactly one succeeds, and is named', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId)
    const who = ['an', 'binh', 'chi', 'dung']
    const outcomes = await Promise.all(who.map((name) => members.update(cellId, memberId, { name }, on(1, name))))

    const winners = who.filter((_, index) => outcomes[index]?.ok)
    expect(winners).toHaveLength(1)
    expect(await members.byId(cellId, memberId)).toMatchObject({ name: winners[0], changedBy: winners[0], revision: 2 })
  })

  test('of a list that was made from an older entry nothing is taken in', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const [an, binh] = [await addMember(store(), cellId), await addMember(store(), cellId)]
    await members.update(cellId, binh, { position: 'Bí thư' }, on(1))
    const changed = [an, binh].map((memberId) => ({ memberId, revision: 1, changes: { position: 'Khách' } }))

    const list = { added: [sampleMember()], changed }
    expect(await members.takeIn(cellId, list, on(3))).toEqual({ ok: false, refusal: 'conflict' })
    expect((await members.list(cellId)).map(({ position }) => position).sort()).toEqual(['', 'Bí thư'])
  })

  test('a list adds and changes at once', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId)
    const newcomer = { ...sampleMember(), name: 'Trần Mẫu', createdAtMs: 9 }
    const changes = { position: 'Bí thư', birthday: '1970' }
    const changed = [{ memberId, revision: 1, changes }]
    const outcome = await members.takeIn(cellId, { added: [newcomer], changed }, on(1, 'lan'))

    expect(outcome).toEqual({ ok: true, value: 'taken-in' })
    expect(await members.list(cellId)).toMatchObject([
      { id: memberId, name: 'Lê Thị Mẫu', ...changes, revision: 2, changedBy: 'lan' },
      { name: 'Trần Mẫu' },
    ])
  })

  test('of a list that was made from an older roster nothing is taken in, and of two at once one', async () => {
    const members = memberRepository(store())
    const cellId = await addCell(store())
    await addMember(store(), cellId)
    const seen = await members.rosterRevision(cellId)
    const lists = ['Một', 'Hai', 'Ba'].map((name) => ({ added: [{ ...sampleMember(), name }], changed: [] }))
    const outcomes = await Promise.all(lists.map((list) => members.takeIn(cellId, list, on(seen))))

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes).toContainEqual({ ok: false, refusal: 'conflict' })
    expect(await members.list(cellId)).toHaveLength(2)
  })

  test('the revision of a roster rises with what is added and changed, and never falls', async () => {
    const { members, cellId, memberId, erasing } = await erasable()
    await addMember(store(), await addCell(store()))
    const seen = [await members.rosterRevision(cellId)]
    await members.update(cellId, memberId, { position: 'Khách' }, on(1))
    seen.push(await members.rosterRevision(cellId))
    await addMember(store(), cellId)
    seen.push(await members.rosterRevision(cellId))
    await members.erase(cellId, memberId, erasing)
    seen.push(await members.rosterRevision(cellId))

    expect(seen).toEqual([1, 2, 3, 3])
    expect(await members.rosterRevision('none')).toBe(0)
  })

  test('of a list that names a member of another cell nothing is taken in', async () => {
    const members = memberRepository(store())
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const own = await addMember(store(), cellId)
    const foreign = await addMember(store(), otherCellId)
    const changed = [own, foreign].map((memberId) => ({ memberId, revision: 1, changes: { name: 'Người khác' } }))

    expect(await members.takeIn(cellId, { added: [sampleMember()], changed }, on(0))).toEqual({
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

    expect((await members.setPinHashes(cellId, new Map([[an, 'first']]), false)).ok).toBe(true)
    expect((await members.setPinHashes(cellId, new Map([[an, 'second']]), true)).ok).toBe(true)
    expect(
      await members.setPinHashes(
        cellId,
        new Map([
          [binh, 'x'],
          [stranger, 'x'],
        ]),
        true,
      ),
    ).toMatchObject({ ok: false })
    const late = await members.setPinHashes(
      cellId,
      new Map([
        [binh, 'x'],
        [an, 'third'],
      ]),
      false,
    )
    expect(late).toEqual({ ok: false, refusal: 'conflict' })
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
      revision: 1,
      changedBy: null,
      changedAtMs: null,
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

    const late = await members.update(cellId, memberId, { name: 'Trần Thị An' }, on(1))
    expect(late).toEqual({ ok: false, refusal: 'not-found' })
    expect((await members.setPinHashes(cellId, new Map([[memberId, 'x']]), true)).ok).toBe(false)
    const changed = [{ memberId, revision: 1, changes: { name: 'Trần Thị An' } }]
    expect(await members.takeIn(cellId, { added: [], changed }, on(1))).toEqual({ ok: false, refusal: 'not-found' })
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
