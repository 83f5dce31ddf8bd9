import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRoster } from './parse-roster.ts'

describe('names', () => {
  test.each([
    ['An', 'An', ''],
    ['Nguyễn Thị Phương Thảo', 'Nguyễn Thị Phương Thảo', ''],
    ['1. Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['12) Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['3 Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['- Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['•\u00a0Trần  Văn\u00a0Mẫu ', 'Trần Văn Mẫu', ''],
    ['Đ/c Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['1. đ/c: Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['Đồng chí Trần Văn Mẫu', 'Trần Văn Mẫu', ''],
    ['1\tTrần Văn Mẫu\tTổ đảng 1\tGiáo viên', 'Trần Văn Mẫu', 'Tổ đảng 1'],
    ['Trần Văn Mẫu\tTổ đảng 2', 'Trần Văn Mẫu', 'Tổ đảng 2'],
    ['Trần Văn Mẫu, Tổ 1', 'Trần Văn Mẫu', 'Tổ 1'],
    ['Trần Văn Mẫu; Tổ 1, khu A', 'Trần Văn Mẫu', 'Tổ 1, khu A'],
    ['| 1 | Trần Văn Mẫu | Tổ 1 |', 'Trần Văn Mẫu', 'Tổ 1'],
    ['Y Moan', 'Y Moan', ''],
    ["H'Mẫu Niê", "H'Mẫu Niê", ''],
    ['Tên Văn Mẫu', 'Tên Văn Mẫu', ''],
    ['Đồng Chính Mẫu', 'Đồng Chính Mẫu', ''],
  ])('%j is %s of group %j', (row, name, group) => {
    expect(parseRoster(row)).toEqual({ entries: [{ name, group, line: 1 }], problems: [] })
  })

  test('a pasted sheet gives its people and their lines, without its headings', () => {
    const text = 'DANH SÁCH ĐẢNG VIÊN\n\nSTT\tHọ và tên\tTổ đảng\n1\tTrần Thị An\tTổ 1\n\n2\tLê Văn Ân\tTổ 2\n'

    expect(parseRoster(text)).toEqual({
      entries: [
        { name: 'Trần Thị An', group: 'Tổ 1', line: 4 },
        { name: 'Lê Văn Ân', group: 'Tổ 2', line: 6 },
      ],
      problems: [],
    })
  })

  test('a name typed in NFD is the same name in NFC', () => {
    expect(parseRoster('Hòa'.normalize('NFD')).entries[0]?.name).toBe('Hòa'.normalize('NFC'))
  })

  test('Hoa and Hòa are two people', () => {
    expect(parseRoster('Lê Hoa\nLê Hòa').problems).toEqual([])
  })
})

describe('problems', () => {
  test('the same name twice in one group is flagged and both are kept', () => {
    const { entries, problems } = parseRoster(`Lê Hòa, Tổ 1\n${'lê hòa, tổ 1'.normalize('NFD')}\nLê Hòa, Tổ 2`)

    expect(entries).toHaveLength(3)
    expect(problems).toMatchObject([{ code: 'duplicate', line: 2, other: 1, name: 'lê hòa' }])
  })

  test('a line without letters is reported and gives nobody', () => {
    expect(parseRoster('Lê Hòa\n2.\n0912 345 678')).toMatchObject({
      entries: [{ name: 'Lê Hòa' }],
      problems: [
        { code: 'no-letters', line: 2 },
        { code: 'no-letters', line: 3 },
      ],
    })
  })

  test.each([
    ['', 'empty'],
    ['STT\tHọ tên', 'empty'],
    ['x'.repeat(81), 'too-long'],
    [Array.from({ length: 301 }, (_, index) => `Người ${'a'.repeat(index % 70)}${index}`).join('\n'), 'too-many'],
    ['x'.repeat(200_001), 'too-large'],
  ])('%.20j is answered with %s', (text, code) => {
    expect(parseRoster(text).problems).toMatchObject([{ code }])
  })
})

test('no text makes it throw, and every entry has a name with a letter', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      for (const { name } of parseRoster(text).entries) expect(name).toMatch(/\p{L}/u)
    }),
    { numRuns: 500 },
  )
})
