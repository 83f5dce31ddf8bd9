import { expect, test } from 'vitest'
import { displayNames, distinctions } from './display-names.ts'

const person = (id: string, fields: object = {}) => ({
  id,
  name: 'Lê Thị Hoa',
  groupName: 'Tổ 1',
  position: '',
  birthday: null,
  ...fields,
})

test('people of one name are told apart by their group, others are called by their name', () => {
  const members = [
    person('a', { position: 'Bí thư', birthday: '1970-04-05' }),
    person('b', { groupName: 'Tổ 2' }),
    person('c', { name: 'Lê Thị Hòa', position: 'Bí thư', birthday: '1970' }),
    person('d', { name: 'Trần Văn Mẫu', groupName: '' }),
    person('e', { name: 'Trần Văn Mẫu', groupName: 'Tổ 2' }),
  ]

  expect([...displayNames(members).values()]).toEqual([
    'Lê Thị Hoa (Tổ 1)',
    'Lê Thị Hoa (Tổ 2)',
    'Lê Thị Hòa',
    'Trần Văn Mẫu',
    'Trần Văn Mẫu (Tổ 2)',
  ])
})

test('[P2] who shares name and group is told apart by the position, and only then by the year of birth', () => {
  const members = [
    person('a', { position: 'Bí thư', birthday: '1960-01-02' }),
    person('b', { birthday: '1970-04-05' }),
    person('c', { birthday: '1971' }),
    person('d', { groupName: 'Tổ 2', position: 'Phó Bí thư', birthday: '1972' }),
  ]

  expect([...displayNames(members).values()]).toEqual([
    'Lê Thị Hoa (Tổ 1, Bí thư)',
    'Lê Thị Hoa (Tổ 1, 1970)',
    'Lê Thị Hoa (Tổ 1, 1971)',
    'Lê Thị Hoa (Tổ 2)',
  ])
})

test('[P2] whoever is alone with a name has the group beside it and nothing of a birthday', () => {
  expect(distinctions([person('a', { position: 'Bí thư', birthday: '1970' })]).get('a')).toBe('Tổ 1')
})

test('two whom nothing tells apart are called alike', () => {
  expect([...displayNames([person('a', { groupName: '' }), person('b', { groupName: '' })]).values()]).toEqual([
    'Lê Thị Hoa',
    'Lê Thị Hoa',
  ])
})
