import { expect, test } from 'vitest'
import { displayNames } from './display-names.ts'

test('people of one name are told apart by their group, others are called by their name', () => {
  const members = [
    { id: 'a', name: 'Lê Thị Hoa', groupName: 'Tổ 1' },
    { id: 'b', name: 'Lê Thị Hoa', groupName: 'Tổ 2' },
    { id: 'c', name: 'Lê Thị Hòa', groupName: 'Tổ 1' },
    { id: 'd', name: 'Trần Văn Mẫu', groupName: '' },
    { id: 'e', name: 'Trần Văn Mẫu', groupName: 'Tổ 2' },
  ]

  expect([...displayNames(members).values()]).toEqual([
    'Lê Thị Hoa (Tổ 1)',
    'Lê Thị Hoa (Tổ 2)',
    'Lê Thị Hòa',
    'Trần Văn Mẫu',
    'Trần Văn Mẫu (Tổ 2)',
  ])
})
