import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { guardedFormula, unguarded } from './formula-guard.ts'
import { matchRoster, type RosterPerson, saysTheSame } from './match-roster.ts'
import { parseRoster } from './parse-roster.ts'
import { rosterName, rosterText } from './roster-name.ts'
import { rosterSheet, writeCsv } from './write-roster.ts'

const headings = {
  vi: {
    name: 'Họ và tên',
    group: 'Tổ đảng',
    position: 'Chức vụ',
    birthday: 'Ngày sinh',
    fromMonth: 'Từ tháng',
    toMonth: 'Đến tháng',
  },
  en: {
    name: 'Full name',
    group: 'Party group',
    position: 'Position',
    birthday: 'Date of birth',
    fromMonth: 'From month',
    toMonth: 'To month',
  },
}

const pieces = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '1. ',
  'Đ/c ',
  'đồng chí ',
  'Lê',
  'Hòa',
  'Ho\u0300a',
  ' ',
  '<b>',
  '\u200b',
  'ﬀ',
  '٣',
  '=1+1',
  'STT',
  'Tổng cộng',
)
const text = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
)
const month = fc
  .integer({ min: 1930 * 12, max: 2099 * 12 })
  .map((months) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`)
const birthday = fc.oneof(
  fc.constantFrom(null, '1960', '1960-04-05', '1960-02-29'),
  fc.integer({ min: 1900, max: 2099 }).map(String),
)

/** As the door of the server lets a name in. */
const person = fc
  .record({
    name: text,
    group: text,
    position: text,
    birthday,
    fromMonth: month,
    length: fc.option(fc.nat(24)),
    active: fc.boolean(),
  })
  .map(({ length, ...fields }) => ({
    ...fields,
    name: rosterName(`${fields.name}Mẫu`),
    group: rosterText(fields.group),
    position: rosterText(fields.position),
    toMonth: length === null ? null : fields.fromMonth,
  }))
  .filter(
    ({ name, group, position }) =>
      ![group, position].some((one) => /^[-–—.]+$/.test(one)) && !/^(?:tổng|cộng)/i.test(name),
  )
const roster = fc
  .array(person, { minLength: 1, maxLength: 12 })
  .map((people): RosterPerson[] => people.map((one, index) => ({ ...one, memberId: `m${index}` })))

test('what was exported imports again unchanged', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(roster, fc.constantFrom('vi' as const, 'en' as const), (people, language) => {
      const { entries, problems } = parseRoster(writeCsv(rosterSheet(headings[language], people)))
      const wrong = problems.filter(({ code }) => code !== 'duplicate')
      const matches = matchRoster(entries, people)

      expect(wrong).toEqual([])
      expect(entries).toHaveLength(people.length)
      expect(new Set(matches.map(({ memberId }) => memberId)).size).toBe(people.length)
      for (const [index, entry] of entries.entries()) {
        const found = people.find(({ memberId }) => memberId === matches[index]?.memberId)
        expect(found && saysTheSame(entry, found)).toBe(true)
      }
    }),
    { numRuns: 500 },
  )
})

test('no field of an export begins as a formula does, and the guard is taken off again', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom("'=1", "''=1", "'Lê", '=', '\t=')), (value) => {
      expect(guardedFormula(value)).not.toMatch(/^[=+\-@\t\r]/)
      expect(unguarded(guardedFormula(value))).toBe(value)
    }),
  )
})

test('a name that was let in is let in again as it is', () => {
  fc.assert(
    fc.property(text, (value) => {
      expect(rosterName(rosterName(value))).toBe(rosterName(value))
      expect(rosterText(rosterText(value))).toBe(rosterText(value))
    }),
  )
})
