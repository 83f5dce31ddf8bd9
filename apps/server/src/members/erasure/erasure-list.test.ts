import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noteClean, noteErasures, readErasures } from './erasure-list.ts'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khac-sau-erased-'))
  file = join(folder, 'erased-members.jsonl')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const an = { cellId: 'cell', memberId: 'an', number: 1, atMs: 7, lastMonth: '2026-10' }

test('[P2] who was erased is read again, in order, with the pseudonym and never a name', async () => {
  expect(await readErasures(file)).toEqual({ members: [], cellIds: [], count: 0, cleanThrough: 0 })
  await noteErasures(file, [an])
  await noteErasures(file, [{ ...an, memberId: 'binh', number: 2 }])

  const { members, cleanThrough } = await readErasures(file)
  expect(members).toMatchObject([
    { memberId: 'an', pseudonym: 'Thành viên đã xóa 1' },
    { memberId: 'binh', pseudonym: 'Thành viên đã xóa 2' },
  ])
  expect(cleanThrough).toBe(0)
  expect(await readFile(file, 'utf8')).not.toContain('Thành viên')
})

test('a line that a crash cut off is no line, and what comes after it is', async () => {
  await noteErasures(file, [an])
  await appendFile(file, '\n{"cellId":"cell","memb')
  await noteErasures(file, [{ ...an, memberId: 'binh', number: 2 }])

  expect((await readErasures(file)).members.map(({ memberId }) => memberId)).toEqual(['an', 'binh'])
})

test('of how many nothing is left is known, also of those that were erased meanwhile', async () => {
  await noteErasures(file, [an])
  await noteErasures(file, [{ ...an, memberId: 'binh', number: 2 }])
  await noteClean(file, 1)
  expect(await readErasures(file)).toMatchObject({ cleanThrough: 1, count: 2, members: [{}, {}] })
})

test('cells stand in the same list, by their ids alone, and count as members do', async () => {
  await noteErasures(file, [an])
  await noteErasures(file, [{ erasedCellId: 'another cell', atMs: 9 }])
  expect(await readErasures(file)).toMatchObject({ members: [{ memberId: 'an' }], cellIds: ['another cell'], count: 2 })
})
