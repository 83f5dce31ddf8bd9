import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { addCell, addMember } from '../testing/sample-rows.ts'
import { memberLinkRepository } from './member-links.ts'

export function memberLinksContract(store: () => Store): void {
  const options = (replacing: boolean) => ({ madeAtMs: 5, replacing })

  test('[D3] a link is exchanged once, whoever tries at the same time, and a new one ends the old', async () => {
    const links = memberLinkRepository(store())
    const cellId = await addCell(store())
    const memberId = await addMember(store(), cellId)
    const [first, second] = [newId(), newId()]

    expect((await links.make(cellId, new Map([[memberId, first]]), options(false))).ok).toBe(true)
    const uses = await Promise.all([1, 2, 3].map((at) => links.use(first, at)))
    expect(uses.filter(Boolean)).toHaveLength(1)
    expect(await links.byHash(first)).toMatchObject({ cellId, memberId, madeAtMs: 5 })

    const late = await links.make(cellId, new Map([[memberId, second]]), options(false))
    expect(late).toEqual({ ok: false, refusal: 'conflict' })
    expect((await links.make(cellId, new Map([[memberId, second]]), options(true))).ok).toBe(true)
    expect(await links.byHash(first)).toBeUndefined()
    expect(await links.list(cellId)).toMatchObject([{ memberId, secretHash: second, usedAtMs: null }])
    expect([await links.revoke(cellId, memberId), await links.revoke(cellId, memberId)]).toEqual([true, false])
    expect(await links.use(second, 9)).toBe(false)
  })

  test('[D3] nobody of another cell is given one, nor does a list with one stranger give any', async () => {
    const links = memberLinkRepository(store())
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const own = await addMember(store(), cellId)
    const stranger = await addMember(store(), otherCellId)
    const hashes = new Map([own, stranger].map((memberId) => [memberId, newId()]))

    expect(await links.make(cellId, hashes, options(true))).toEqual({ ok: false, refusal: 'not-found' })
    expect(await links.list(cellId)).toEqual([])
    await links.make(otherCellId, new Map([[stranger, newId()]]), options(false))
    expect(await links.revoke(cellId, stranger)).toBe(false)
    expect(await links.list(otherCellId)).toHaveLength(1)
  })
}
