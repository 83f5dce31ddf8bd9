import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addMember, sampleMember } from '../testing/sample-rows.ts'
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
      },
      { ...roster[1], cellId, groupName: 'Tổ 1', position: 'Bí thư', timePercent: 150, pinHash: null },
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
}
