import { expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { addCell, addMember } from '../testing/sample-rows.ts'
import { memberMergeRepository } from './member-merges.ts'
import { memberRepository } from './members.ts'

export function memberMergesContract(store: () => Store): void {
  const merge = (memberId: string, intoMemberId: string) => ({
    memberId,
    intoMemberId,
    mergedBy: 'host',
    mergedAtMs: 5,
  })

  test('[S4] a merged entry is nobody of its own any more, and is again once the merge is taken back', async () => {
    const cellId = await addCell(store())
    const from = await addMember(store(), cellId, { createdAtMs: 1 })
    const into = await addMember(store(), cellId, { createdAtMs: 2 })
    const merges = memberMergeRepository(store())
    const members = memberRepository(store())
    const before = await members.list(cellId)

    expect(await merges.merge(cellId, merge(from, into))).toEqual({ ok: true, value: 'merged' })
    expect(await merges.list(cellId)).toEqual([{ cellId, ...merge(from, into) }])
    expect(await members.list(cellId)).toMatchObject([{ id: into }])
    expect(await members.listWithMerged(cellId)).toEqual(before)
    expect(await members.byId(cellId, from)).toBeUndefined()

    expect(await merges.unmerge(cellId, from)).toBe(true)
    expect(await merges.unmerge(cellId, from)).toBe(false)
    expect(await members.list(cellId)).toEqual(before)
  })

  test('[S4] nobody is merged twice, into themselves, or into somebody who was merged', async () => {
    const cellId = await addCell(store())
    const one = await addMember(store(), cellId)
    const two = await addMember(store(), cellId)
    const three = await addMember(store(), cellId)
    const merges = memberMergeRepository(store())
    await merges.merge(cellId, merge(one, two))

    expect(await merges.merge(cellId, merge(three, three))).toEqual({ ok: false, refusal: 'same-member' })
    expect(await merges.merge(cellId, merge(one, three))).toEqual({ ok: false, refusal: 'conflict' })
    expect(await merges.merge(cellId, merge(three, one))).toEqual({ ok: false, refusal: 'conflict' })
    expect(await merges.merge(cellId, merge(two, three))).toEqual({ ok: true, value: 'merged' })
  })

  test('[S4] of two who merge the same entries crosswise at once, one succeeds', async () => {
    const cellId = await addCell(store())
    const [one, two] = [await addMember(store(), cellId), await addMember(store(), cellId)]
    const merges = memberMergeRepository(store())
    const outcomes = await Promise.all([merges.merge(cellId, merge(one, two)), merges.merge(cellId, merge(two, one))])

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await merges.list(cellId)).toHaveLength(1)
  })

  test('[S4] a member of another cell is not found', async () => {
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const own = await addMember(store(), cellId)
    const foreign = await addMember(store(), otherCellId)
    const merges = memberMergeRepository(store())

    for (const one of [merge(own, foreign), merge(foreign, own)]) {
      expect(await merges.merge(cellId, one)).toEqual({ ok: false, refusal: 'not-found' })
    }
    const merged = await addMember(store(), otherCellId)
    await merges.merge(otherCellId, merge(merged, foreign))
    expect(await merges.unmerge(cellId, merged)).toBe(false)
    expect(await merges.list(otherCellId)).toHaveLength(1)
    expect(await merges.list(cellId)).toEqual([])
  })
}
