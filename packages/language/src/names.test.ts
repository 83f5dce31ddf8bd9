import { expect, test } from 'vitest'
import { compareNames, foldForSearch, joinNames, nameMatches, sortByName } from './names.ts'

test('names sort by given name as Vietnamese do', () => {
  const given = ['Yến', 'Đức', 'Ân', 'Dũng', 'An', 'Ánh', 'Ơn', 'Dung', 'Đạt', 'Oanh']
  expect([...given].sort(compareNames)).toEqual(['An', 'Ánh', 'Ân', 'Dung', 'Dũng', 'Đạt', 'Đức', 'Oanh', 'Ơn', 'Yến'])
  expect(['Trần Thị An', 'Lê Văn Bình', 'Lê Văn An'].sort(compareNames)).toEqual([
    'Trần Thị An',
    'Lê Văn An',
    'Lê Văn Bình',
  ])
})

test('what tells two of one name apart does not move them in the list', () => {
  const names = ['Ngô Thị Duyên (Tổ 2)', 'Lê Văn An', 'Ngô Thị Duyên (Tổ 1)', 'Trần Thị Bình']
  expect([...names].sort(compareNames)).toEqual([
    'Lê Văn An',
    'Trần Thị Bình',
    'Ngô Thị Duyên (Tổ 1)',
    'Ngô Thị Duyên (Tổ 2)',
  ])
})

test('people sort as their names do', () => {
  const names = ['Trần Thị Bình', 'Ngô Thị Duyên (Tổ 2)', 'Lê Văn An', 'Ngô Thị Duyên (Tổ 1)', 'Trần Thị An']
  const people = names.map((name) => ({ name }))

  expect(sortByName(people, ({ name }) => name).map(({ name }) => name)).toEqual([...names].sort(compareNames))
})

test('a name is found without its marks and in any order of words', () => {
  expect(nameMatches('Nguyễn Văn Đạt', 'dat ng')).toBe(true)
  expect(nameMatches('Nguyễn Văn Đạt', 'binh')).toBe(false)
  expect(nameMatches('Hoà', 'hòa')).toBe(true)
})

test('folding keeps no mark in either normal form', () => {
  expect(foldForSearch('ĐẶNG  Thị Hường'.normalize('NFD'))).toBe('dang thi huong')
})

test('a list of names reads as a sentence', () => {
  expect(joinNames(['An', 'Bình', 'Chi'], 'vi')).toBe('An, Bình và Chi')
  expect(joinNames(['An'], 'en')).toBe('An')
})
