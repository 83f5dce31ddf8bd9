import { expect, test } from 'vitest'
import { type ColumnsText, fitColumns, widestName } from './fit-columns.ts'

const lobby: ColumnsText = {
  groups: [9, 5],
  itemWidth: 14,
  itemHeight: 1.4,
  headingHeight: 2,
  width: 120,
  height: 66,
  most: 4,
}

test('a cell of 14 is written in the largest letters', () => {
  expect(fitColumns(lobby).size).toBe(4)
})

test('200 names are on one screen', () => {
  const crowd = { ...lobby, groups: [160, 40] }
  const { size, columns } = fitColumns(crowd)

  expect((Math.ceil(160 / columns) + Math.ceil(40 / columns)) * 1.4 * size + 4 * size).toBeLessThanOrEqual(66)
  expect(columns * 14 * size).toBeLessThanOrEqual(120)
  expect(size).toBeGreaterThan(1.2)
})

test('more names never make the letters larger', () => {
  const sizes = [1, 20, 60, 100, 150, 200].map((count) => fitColumns({ ...lobby, groups: [count, 10] }).size)

  expect([...sizes].sort((a, b) => b - a)).toEqual(sizes)
})

test('no column is opened that saves no row', () => {
  expect(fitColumns({ ...lobby, groups: [2], most: 2 }).columns).toBe(2)
  expect(fitColumns({ ...lobby, groups: [6, 1], most: 2, width: 28 * 4 }).columns).toBe(3)
})

test('room that is not measured yet still gives something to draw', () => {
  expect(fitColumns({ ...lobby, width: 0, height: 0 })).toEqual({ size: 0.9, columns: 1 })
})

test('the widest name decides', () => {
  expect(widestName(['An', 'Nguyễn Thị Phương Thảo'])).toBeCloseTo(22 * 0.54)
})
