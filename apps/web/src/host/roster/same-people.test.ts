import { expect, test } from 'vitest'
import { indistinguishable } from './same-people.ts'

test('two people of one name in one group are both named, whatever spaces and capitals they were typed with', () => {
  const people = [
    { name: 'Trần Thị Hòa', groupName: 'Tổ 1' },
    { name: 'trần  thị HÒA ', groupName: 'tổ 1' },
    { name: 'Lê Văn Bình', groupName: '' },
  ]

  expect([...indistinguishable(people)]).toEqual([0, 1])
})

test('a group tells two people of one name apart, and so does a tone mark', () => {
  const people = [
    { name: 'Trần Thị Hòa', groupName: 'Tổ 1' },
    { name: 'Trần Thị Hòa', groupName: 'Tổ 2' },
    { name: 'Trần Thị Hoa', groupName: 'Tổ 1' },
  ]

  expect(indistinguishable(people).size).toBe(0)
})

test('somebody already on the roster under the same name and group is found', () => {
  const pasted = [{ name: 'Trần Thị Hòa', groupName: '' }]

  expect([...indistinguishable(pasted, [{ name: 'Trần Thị Hòa'.normalize('NFD'), groupName: '' }])]).toEqual([0])
})

test('a position or a year of birth tells two of one name and group apart, the day does not', () => {
  const person = { name: 'Trần Thị Hòa', groupName: 'Tổ 1' }
  const people = [person, { ...person, position: 'Bí thư' }, { ...person, birthday: '1970' }]

  expect(indistinguishable(people).size).toBe(0)
  expect([...indistinguishable([{ ...person, birthday: '1970-04-05' }], people)]).toEqual([0])
})
