import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardedFormula } from '../roster/formula-guard.ts'
import { cellListLimits, parseCells } from './parse-cells.ts'

test('a table with headings, in Vietnamese or English, in any order', () => {
  for (const text of [
    'DANH SÁCH CHI BỘ\nSTT\tBí thư\tTên chi bộ\n1\tĐ/c Lê Thị Mẫu\tChi bộ Trường Mầm non Hoa Sen\n',
    'Cell,Secretary\n"Chi bộ Trường Mầm non Hoa Sen","Lê Thị Mẫu"\n',
    'Chi bộ;Họ và tên bí thư\nChi bộ Trường Mầm non Hoa Sen;Lê Thị Mẫu',
  ]) {
    const { rows, problems } = parseCells(text)
    expect(problems).toEqual([])
    expect(rows).toMatchObject([
      { name: 'Chi bộ Trường Mầm non Hoa Sen', secretaryName: 'Lê Thị Mẫu', problem: null, otherLine: null },
    ])
  }
})

test('names alone, one on each line, with or without numbers', () => {
  const names = ['Chi bộ Một', 'Chi bộ Hai']
  expect(parseCells('1. Chi bộ Một\n2) Chi bộ Hai').rows.map(({ name }) => name)).toEqual(names)
  expect(parseCells('1\tChi bộ Một\n2\tChi bộ Hai').rows.map(({ name }) => name)).toEqual(names)
  expect(parseCells('Chi bộ Một\nChi bộ Hai').rows).toMatchObject([{ secretaryName: '' }, { secretaryName: '' }])
})

test('a row with a problem says which, and costs no other', () => {
  const long = 'x'.repeat(cellListLimits.nameCharacters + 1)
  const { rows, problems } = parseCells(`Chi bộ\tBí thư\nChi bộ Một\tAn\n123\tBình\n${long}\tCúc\nCHI BỘ  MỘT\tDũng\n`)

  expect(problems).toEqual([])
  expect(rows.map(({ line, problem, otherLine }) => [line, problem, otherLine])).toEqual([
    [2, null, null],
    [3, 'no-letters', null],
    [4, 'too-long', null],
    [5, 'duplicate', 2],
  ])
})

test('nothing, too much, and too many are said of the list as a whole', () => {
  expect(parseCells(' \n\n').problems).toEqual([{ problem: 'empty', limit: null }])
  expect(parseCells('x'.repeat(200_001))).toMatchObject({ rows: [], problems: [{ problem: 'too-large' }] })
  const many = Array.from({ length: 301 }, (_, index) => `Chi bộ số ${index}`).join('\n')
  expect(parseCells(many).problems).toEqual([{ problem: 'too-many', limit: 300 }])
})

test('what was guarded against being a formula is read as it was', () => {
  const name = '=Chi bộ Một'
  expect(parseCells(`Chi bộ\tBí thư\n${guardedFormula(name)}\tAn`).rows).toMatchObject([{ name }])
})

test('whatever is pasted gives rows in order, each with a name or a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const { rows } = parseCells(text)
      const lines = rows.map(({ line }) => line)
      expect(lines).toEqual([...lines].sort((one, other) => one - other))
      for (const { name, problem } of rows) expect(problem !== null || /\p{L}/u.test(name)).toBe(true)
    }),
  )
})
