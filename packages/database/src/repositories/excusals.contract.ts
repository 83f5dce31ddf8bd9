import { expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { addCell, addContest, addMember } from '../testing/sample-rows.ts'
import { excusalRepository } from './excusals.ts'
import { isForeignKeyViolation } from '../testing/violations.ts'

export function excusalsContract(store: () => Store): void {
  test('[S2] a member is excused from one contest, once, until it is taken back', async () => {
    const { excusals, cellId, contestId, memberId } = await scene()
    await excusals.set(cellId, contestId, memberId, 10)
    await excusals.set(cellId, contestId, memberId, 20)

    expect(await excusals.list(cellId, contestId)).toEqual([{ cellId, contestId, memberId, createdAtMs: 10 }])
    expect(await excusals.list(cellId, await addContest(store(), cellId))).toEqual([])
    await excusals.unset(cellId, contestId, memberId)
    expect(await excusals.list(cellId, contestId)).toEqual([])
  })

  test('another cell sees, sets and takes back nothing', async () => {
    const { excusals, cellId, contestId, memberId } = await scene()
    const otherCellId = await addCell(store())
    await excusals.set(cellId, contestId, memberId, 10)
    await excusals.unset(otherCellId, contestId, memberId)
    const stranger = await addMember(store(), otherCellId)

    await expect(excusals.set(otherCellId, contestId, stranger, 10)).rejects.toSatisfy(isForeignKeyViolation)
    expect(await excusals.list(otherCellId, contestId)).toEqual([])
    expect(await excusals.list(cellId, contestId)).toHaveLength(1)
  })

  async function scene() {
    const cellId = await addCell(store())
    const [contestId, memberId] = [await addContest(store(), cellId), await addMember(store(), cellId)]
    return { excusals: excusalRepository(store()), cellId, contestId, memberId }
  }
}
