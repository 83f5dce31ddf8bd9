import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
import { on } from '../testing/sample-rows.ts'
import { cellRepository } from './cells.ts'

export function cellsContract(store: () => Store): void {
  test('[P1] a cell shows its top three until it decides otherwise', async () => {
    const cells = cellRepository(store())
    const cell = await cells.create({ id: newId(), name: 'Chi bô\u0323 Ba', boardKey: newId(), createdAtMs: 7 })

    expect(cell).toMatchObject({ name: 'Chi bộ Ba', publicPlaces: 'top-3', createdAtMs: 7 })
    expect(await cells.byId(cell.id)).toEqual(cell)
    expect(await cells.byBoardKey(cell.boardKey)).toEqual(cell)
  })

  test('settings change one by one', async () => {
    const cells = cellRepository(store())
    const cell = await cells.create({ id: newId(), name: 'Cũ', boardKey: newId(), createdAtMs: 7 })

    const all = { ...cell, publicPlaces: 'all', revision: 2, changedBy: 'host', changedAtMs: 9 }
    expect(await cells.updateSettings(cell.id, { publicPlaces: 'all' }, on(1))).toEqual({ ok: true, value: all })
    const renamed = { ...all, name: 'Mới', revision: 3, changedBy: 'lan', changedAtMs: 11 }
    const outcome = await cells.updateSettings(cell.id, { name: 'Mới' }, on(2, 'lan', 11))
    expect(outcome).toEqual({ ok: true, value: renamed })
    expect(await cells.byId(cell.id)).toEqual(renamed)
  })

  test('of many who save the same settings at once, exactly one succeeds, and is named', async () => {
    const cells = cellRepository(store())
    const { id } = await cells.create({ id: newId(), name: 'Cũ', boardKey: newId(), createdAtMs: 7 })
    const who = ['an', 'binh', 'chi', 'dung']
    const outcomes = await Promise.all(who.map((name) => cells.updateSettings(id, { name }, on(1, name))))

    const winners = who.filter((_, index) => outcomes[index]?.ok)
    expect(winners).toHaveLength(1)
    expect(await cells.byId(id)).toMatchObject({ name: winners[0], changedBy: winners[0], revision: 2 })
    expect(await cells.updateSettings(id, { name: 'x' }, on(1))).toEqual({ ok: false, refusal: 'conflict' })
  })

  test('a cell that does not exist is nobody’s', async () => {
    const cells = cellRepository(store())

    expect(await cells.byId(newId())).toBeUndefined()
    expect(await cells.byBoardKey(newId())).toBeUndefined()
    expect(await cells.updateSettings(newId(), { name: 'x' }, on(1))).toEqual({ ok: false, refusal: 'not-found' })
  })
}
