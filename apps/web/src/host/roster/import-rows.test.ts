import type { Member } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { changeOf, importOf, importRows, type ImportRow, rosterAfter, statusesOf } from './import-rows.ts'

const member: Member = {
  memberId: 'a',
  revision: 4,
  name: 'Lê Hòa',
  groupName: 'Tổ 1',
  position: '',
  birthday: null,
  ranked: true,
  timePercent: 100,
  active: true,
  fromMonth: '2026-01',
  toMonth: null,
}
const row: ImportRow = {
  line: 1,
  name: 'Lê Hòa',
  groupName: '',
  position: '',
  birthday: null,
  fromMonth: null,
  toMonth: null,
  target: 'a',
  undecided: false,
}

test.each<[string, ImportRow, string]>([
  ['says nothing new', row, 'unchanged'],
  ['differs in capitals alone', { ...row, name: 'LÊ HÒA' }, 'unchanged'],
  ['names a position', { ...row, position: 'Bí thư' }, 'changed'],
  ['is somebody new', { ...row, name: 'Lê Hoa', target: null }, 'new'],
  ['is somebody else of that name and group', { ...row, groupName: 'Tổ 1', target: null }, 'twin'],
  ['is somebody else of that name in another group', { ...row, groupName: 'Tổ 2', target: null }, 'new'],
  ['is not decided', { ...row, target: null, undecided: true }, 'undecided'],
  ['has no name', { ...row, name: ' ', target: null }, 'nameless'],
])('a row that %s', (_, one, status) => {
  expect(statusesOf([one], [member])).toEqual([status])
})

test('two new people who cannot be told apart are both named', () => {
  const twins = [1, 2].map((line) => ({ ...row, line, name: 'Lê Hoa', target: null }))

  expect(statusesOf(twins, [member])).toEqual(['twin', 'twin'])
})

test('only what is new or changed is sent, and only what a cell says', () => {
  const rows = [
    row,
    { ...row, name: ' Lê Hoa ', position: 'Phó bí thư', target: null },
    { ...row, name: 'Lê Hòe', target: null, undecided: true },
  ]
  expect(importOf(rows, [member])).toEqual({
    added: [{ name: 'Lê Hoa', groupName: '', position: 'Phó bí thư', birthday: null, fromMonth: null, toMonth: null }],
    changed: [],
  })
  expect(changeOf({ ...row, birthday: '1970', toMonth: '2026-06' }, member)).toEqual({
    birthday: '1970',
    toMonth: '2026-06',
  })
})

test('the roster is shown as it will be', () => {
  const added = [{ name: 'Lê Hoa', groupName: 'Tổ 2' }]
  const changed = [{ memberId: 'a', revision: 4, change: { position: 'Bí thư' } }]

  expect(rosterAfter([member], { added, changed }, '2026-11')).toMatchObject([
    { ...member, position: 'Bí thư' },
    { name: 'Lê Hoa', groupName: 'Tổ 2', position: '', fromMonth: '2026-11', active: true },
  ])
})

test('what may be somebody of the roster waits for a person', () => {
  const entry = { ...row, memberId: null, unsure: true }
  const preview = {
    revision: 1,
    columns: [],
    entries: [entry, { ...entry, memberId: 'a', unsure: false }],
    problems: [],
  }

  expect(importRows(preview)).toMatchObject([{ undecided: true }, { target: 'a', undecided: false }])
})
