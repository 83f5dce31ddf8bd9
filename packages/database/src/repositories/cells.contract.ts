import { expect, test } from 'vitest'
import { newId } from '../id.ts'
import type { Store } from '../store.ts'
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

    expect(await cells.updateSettings(cell.id, { publicPlaces: 'all' })).toEqual({ ...cell, publicPlaces: 'all' })
    expect(await cells.updateSettings(cell.id, { name: 'Mới' })).toEqual({ ...cell, publicPlaces: 'all', name: 'Mới' })
    expect(await cells.updateSettings(cell.id, {})).toMatchObject({ name: 'Mới' })
  })

  test('a cell that does not exist is nobody’s', async () => {
    const cells = cellRepository(store())

    expect(await cells.byId(newId())).toBeUndefined()
    expect(await cells.byBoardKey(newId())).toBeUndefined()
    expect(await cells.updateSettings(newId(), { name: 'x' })).toBeUndefined()
  })
}
