import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRoster } from './parse-roster.ts'

const nobody = { name: '', group: '', position: '', birthday: null, fromMonth: null, toMonth: null }

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
    expect(parseRoster(row)).toMatchObject({ entries: [{ ...nobody, name, group, line: 1 }], problems: [] })
  })

  test('a pasted sheet gives its people and their lines, without its headings', () => {
    const text = 'DANH SÁCH ĐẢNG VIÊN\n\nSTT\tHọ và tên\tTổ đảng\n1\tTrần Thị An\tTổ 1\n\n2\tLê Văn Ân\tTổ 2\n'

    expect(parseRoster(text)).toMatchObject({
      entries: [
        { ...nobody, name: 'Trần Thị An', group: 'Tổ 1', line: 4 },
        { ...nobody, name: 'Lê Văn Ân', group: 'Tổ 2', line: 6 },
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

describe('columns', () => {
  const usesOf = (heading: string) => parseRoster(`${heading}\n1\t2\t3\t4\t5\t6\t7`).columns.map(({ use }) => use)

  test.each([
    [
      'STT\tHọ và tên\tTổ đảng\tChức vụ\tNgày sinh\tTừ tháng\tĐến tháng',
      ['name', 'group', 'position', 'birthday', 'fromMonth', 'toMonth'],
    ],
    [
      'TT\tHỌ TÊN\tTỔ\tCHỨC VỤ ĐẢNG\tNĂM SINH\tNGÀY VÀO CHI BỘ\tĐẾN',
      ['name', 'group', 'position', 'birthday', 'fromMonth', 'toMonth'],
    ],
    [
      'so tt\tho va ten\tto dang\tchuc vu\tngay thang nam sinh\ttu thang\tden thang',
      ['name', 'group', 'position', 'birthday', 'fromMonth', 'toMonth'],
    ],
    [
      'No.\tFull name\tParty group\tPosition\tDate of birth\tFrom\tTo',
      ['name', 'group', 'position', 'birthday', 'fromMonth', 'toMonth'],
    ],
    [
      'STT\tHọ và tên (chữ in hoa):\tTổ đảng số\tChức vụ *\tNgày, tháng, năm sinh\tSinh hoạt từ\t',
      ['name', 'group', 'position', 'birthday', 'fromMonth', null],
    ],
    ['TT\tHọ đệm\tTên\tTổ\tEmail\tGhi chú\tSố thẻ', ['familyName', 'givenName', 'group', null, null, null]],
    [
      'TT\tTên\tChức vụ chuyên môn\tChức vụ Đảng\tHọ\tTổ\tTổ',
      ['givenName', null, 'position', 'familyName', 'group', null],
    ],
    ['TT\tHọ và tên\tChức vụ\tChức danh\tx\ty\tz', ['name', 'position', null, null, null, null]],
  ])('%j', (heading, uses) => {
    expect(usesOf(heading)).toEqual([null, ...uses])
    expect(usesOf(heading.normalize('NFD'))).toEqual([null, ...uses])
  })

  test('a heading is found below the titles of a form, and the line of numbers under it is nobody', () => {
    const { entries, problems } = parseRoster(
      'ĐẢNG BỘ XÃ MẪU\t\nCHI BỘ TRƯỜNG MẪU\t\n\nDANH SÁCH ĐẢNG VIÊN\t\n\nSTT\tHọ và tên\tTổ đảng\n1\t2\t3\n1\tLê Hòa\tTổ 1\nSTT\tHọ và tên\tTổ đảng\n2\tLê Hoa\t\nTổng cộng: 2\t\t',
    )

    expect(entries.map(({ name, line }) => [name, line])).toEqual([
      ['Lê Hòa', 8],
      ['Lê Hoa', 10],
    ])
    expect(problems).toEqual([])
  })

  test.each(['Hồ\tTú', 'Tô Thị Từ\tTổ 1', 'Lê Tên\tTừ'])('%j is a person and no heading', (row) => {
    expect(parseRoster(row).entries).toHaveLength(1)
  })

  test('what was recognised wrongly is corrected by hand', () => {
    const text = 'Lê Hòa\tGiáo viên\tTổ 1\t1970'

    expect(parseRoster(text).columns.map(({ use }) => use)).toEqual(['name', 'group', null, 'birthday'])
    expect(parseRoster(text, ['name', 'position', 'group', null]).entries).toMatchObject([
      { ...nobody, name: 'Lê Hòa', position: 'Giáo viên', group: 'Tổ 1' },
    ])
  })

  test('without a column of names there is nobody', () => {
    expect(parseRoster('Lê Hòa\tTổ 1', [null, 'group']).problems).toMatchObject([
      { code: 'empty' },
      { code: 'no-letters', line: 1 },
    ])
  })
})

describe('separators', () => {
  const person = { ...nobody, name: 'Lê Văn "Tư" Hòa', group: 'Tổ 1; khu A, B', birthday: '1960-04-05' }

  test.each([
    ['commas', '"Họ và tên","Tổ đảng","Ngày sinh"\r\n"Lê Văn ""Tư"" Hòa","Tổ 1; khu A, B","05/04/1960"\r\n'],
    ['semicolons', 'Họ và tên;Tổ đảng;Ngày sinh\nLê Văn "Tư" Hòa;"Tổ 1; khu A, B";5.4.1960\n'],
    ['tabs', '\ufeffHọ và tên\tTổ đảng\tNgày sinh\nLê Văn "Tư" Hòa\tTổ 1; khu A, B\t1960-04-05 00:00:00'],
    ['bars', '| Họ và tên | Tổ đảng | Ngày sinh |\n|---|---|---|\n| Lê Văn "Tư" Hòa | Tổ 1; khu A, B | 5/4/1960 |'],
    ['a cell of two lines', 'Họ và tên\tTổ đảng\tNgày sinh\n"Lê Văn ""Tư""\nHòa"\t"Tổ 1;\nkhu A, B"\t5/4/1960'],
  ])('%s', (_, text) => {
    expect(parseRoster(text)).toMatchObject({ entries: [person], problems: [] })
  })

  test('quotation marks that do not match are letters', () => {
    expect(parseRoster('"Lê Hòa\tTổ 1\nLê Hoa\tTổ "2').entries).toMatchObject([
      { name: '"Lê Hòa', group: 'Tổ 1' },
      { name: 'Lê Hoa', group: 'Tổ "2' },
    ])
  })

  test('a row keeps the number of the line that it begins on', () => {
    const { entries } = parseRoster('Họ tên\tTổ\n\n"Lê\nHòa"\t1\nLê Hoa\t2')

    expect(entries.map(({ line }) => line)).toEqual([3, 5])
  })
})

describe('values', () => {
  const birthdayOf = (value: string) => parseRoster(`Họ tên\tNgày sinh\nLê Hòa\t${value}`)
  const monthOf = (value: string) => parseRoster(`Họ tên\tTừ tháng\nLê Hòa\t${value}`)

  test.each([
    ['05/04/1960', '1960-04-05'],
    ['5-4-1960', '1960-04-05'],
    ['5.4.1960', '1960-04-05'],
    ['ngày 05 tháng 4 năm 1960', '1960-04-05'],
    ['1960-04-05', '1960-04-05'],
    ['29/02/1960', '1960-02-29'],
    ['1960', '1960'],
    ['', null],
    ['-', null],
  ])('born %s', (value, birthday) => {
    expect(birthdayOf(value)).toMatchObject({ entries: [{ birthday }], problems: [] })
  })

  test.each(['29/02/1961', '31/04/1960', '13/13/1960', '5/4/60', '1850', 'chưa rõ', '22015'])(
    'born %s is reported, and its row is kept',
    (value) => {
      expect(birthdayOf(value)).toMatchObject({
        entries: [{ name: 'Lê Hòa', birthday: null }],
        problems: [{ code: 'birthday-not-understood', line: 2, field: 'birthday', name: 'Lê Hòa', value }],
      })
    },
  )

  test.each(['2026-01', '2026/1', '01/2026', '1-2026', 'tháng 1/2026', 'Tháng 01 năm 2026', 'T1/2026', '15/01/2026'])(
    '%s is January',
    (value) => {
      expect(monthOf(value)).toMatchObject({ entries: [{ fromMonth: '2026-01' }], problems: [] })
    },
  )

  test.each(['13/2026', '2026', '00/2026', 'đầu năm', '1/26'])('%s is no month', (value) => {
    expect(monthOf(value)).toMatchObject({
      entries: [{ fromMonth: null }],
      problems: [{ code: 'month-not-understood', field: 'fromMonth', value }],
    })
  })

  test('a last month before the first is left out', () => {
    expect(parseRoster('Họ tên,Từ tháng,Đến tháng\nLê Hòa,02/2026,01/2026')).toMatchObject({
      entries: [{ fromMonth: '2026-02', toMonth: null }],
      problems: [{ code: 'month-order', line: 2 }],
    })
  })

  test('a position that is too long costs the position alone', () => {
    expect(parseRoster(`Họ tên,Chức vụ\nLê Hòa,${'x'.repeat(81)}\nLê Hoa,Bí thư`)).toMatchObject({
      entries: [
        { name: 'Lê Hòa', position: '' },
        { name: 'Lê Hoa', position: 'Bí thư' },
      ],
      problems: [{ code: 'too-long', line: 2, field: 'position' }],
    })
  })

  test('two of one name are no duplicates where their birthdays differ', () => {
    expect(parseRoster('Họ tên,Năm sinh\nLê Hòa,1960\nLê Hòa,1961').problems).toEqual([])
    expect(parseRoster('Họ tên,Năm sinh\nLê Hòa,1960\nLê Hòa,5/4/1960').problems).toMatchObject([
      { code: 'duplicate', line: 3, other: 2 },
    ])
  })

  test('letters of an old font are reported', () => {
    expect(parseRoster('Hä vµ tªn\nNguyÔn V¨n MÉu\nTrÇn ThÞ MÉu').problems).toMatchObject([{ code: 'legacy-font' }])
  })
})

test('no text makes it throw, and every entry has a name with a letter', { timeout: 30_000 }, () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'Họ và tên',
      'Họ',
      'Tên',
      'Tổ',
      'Năm sinh',
      'Từ',
      'STT',
      '1',
      '01/2026',
      '"',
      '\t',
      ';',
      ',',
      '|',
      '\n',
      '\v',
    ),
  )
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      for (const { name } of parseRoster(cells.join('')).entries) expect(name).toMatch(/\p{L}/u)
    }),
    { numRuns: 1_000 },
  )
})

test('a bad row costs no good one', { timeout: 30_000 }, () => {
  const bad = fc.constantFrom('2.', '0912345678', '=', '""', '-', 'x'.repeat(90), '\u0000')
  const rows = fc.array(fc.record({ isGood: fc.boolean(), bad, born: fc.constantFrom('1960', '??', '31/2/1960') }))
  fc.assert(
    fc.property(rows, (all) => {
      const lines = all.map((row, index) => `${row.isGood ? `Lê Hòa ${index}` : row.bad},${row.born}`)
      const { entries } = parseRoster(['Họ và tên,Năm sinh', ...lines].join('\n'))
      const good = all.flatMap(({ isGood }, index) => (isGood ? [`Lê Hòa ${index}`] : []))
      expect(entries.map(({ name }) => name).filter((name) => name.startsWith('Lê'))).toEqual(good)
    }),
  )
})
