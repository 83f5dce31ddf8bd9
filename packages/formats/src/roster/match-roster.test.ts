import { describe, expect, test } from 'vitest'
import { matchRoster, type RosterPerson } from './match-roster.ts'
import type { RosterEntry } from './roster-fields.ts'

const silent: RosterEntry = { name: 'Lê Hòa', group: '', position: '', birthday: null, fromMonth: null, toMonth: null }
const entry = (fields: Partial<RosterEntry> = {}): RosterEntry => ({ ...silent, ...fields })
const person = (memberId: string, fields: Partial<RosterPerson> = {}): RosterPerson => ({
  ...silent,
  fromMonth: '2026-01',
  active: true,
  memberId,
  ...fields,
})
const matched = (entries: readonly RosterEntry[], people: readonly RosterPerson[]) =>
  matchRoster(entries, people).map(({ memberId, unsure }) => memberId ?? (unsure ? 'unsure' : 'new'))

describe('whom a row means', () => {
  test.each([
    ['nobody of that name', entry({ name: 'Lê Hoa' }), [person('a')], 'new'],
    ['the only one of that name', entry(), [person('a')], 'a'],
    ['the only one, in other capitals', entry({ name: 'LÊ HÒA' }), [person('a', { group: 'Tổ 1' })], 'a'],
    ['a group that was not known', entry({ group: 'Tổ 1' }), [person('a')], 'a'],
    [
      'a new position',
      entry({ group: 'Tổ 1', position: 'Bí thư' }),
      [person('a', { group: 'Tổ 1', position: 'Phó' })],
      'a',
    ],
    ['another group: moved, or another person', entry({ group: 'Tổ 2' }), [person('a', { group: 'Tổ 1' })], 'unsure'],
    [
      'another group, the same birthday',
      entry({ group: 'Tổ 2', birthday: '1960' }),
      [person('a', { group: 'Tổ 1', birthday: '1960' })],
      'a',
    ],
    ['another birthday: another person', entry({ birthday: '1961' }), [person('a', { birthday: '1960-04-05' })], 'new'],
    ['a year that fits the birthday', entry({ birthday: '1960' }), [person('a', { birthday: '1960-04-05' })], 'a'],
    ['two of that name', entry(), [person('a', { group: 'Tổ 1' }), person('b', { group: 'Tổ 2' })], 'a'],
    [
      'one of two by the group',
      entry({ group: 'Tổ 2' }),
      [person('a', { group: 'Tổ 1' }), person('b', { group: 'Tổ 2' })],
      'b',
    ],
    [
      'one of two by the birthday',
      entry({ birthday: '1961' }),
      [person('a', { birthday: '1960' }), person('b', { birthday: '1961' })],
      'b',
    ],
  ])('%s', (_, row, people, expected) => {
    expect(matched([row], people)).toEqual([expected])
  })

  test('nobody is meant twice', () => {
    expect(matched([entry(), entry()], [person('a')])).toEqual(['a', 'new'])
  })

  test('what agrees in everything comes before what only may be', () => {
    const people = [person('a', { group: 'Tổ 1' }), person('b', { position: 'Bí thư' })]

    expect(matched([entry({ position: 'Bí thư' }), entry({ group: 'Tổ 1', position: 'Bí thư' })], people)).toEqual([
      'b',
      'a',
    ])
  })
})
