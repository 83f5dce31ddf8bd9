import { describe, expect, test } from 'vitest'
import { readRosterFile } from './read-roster-file.ts'
import { hostileFiles } from './testing/hostile-files.ts'
import { goodRows, textCell, workbookParts, worksheet, zipped } from './testing/sample-workbooks.ts'

const read = (text: string) => ({ ok: true, value: text })

describe('a workbook', () => {
  test('is its first sheet that says anything, a row a line', async () => {
    expect(await readRosterFile(zipped(workbookParts('', goodRows)))).toEqual(read('Họ và tên\tTổ\nLê Hòa\t1'))
  })

  test('keeps the numbers of its rows, and is one line a row whatever stands in a cell', async () => {
    const rows = `<row r="1">${textCell('A1', 'Họ\ttên')}${textCell('B1', 'Tổ "1"')}</row><row r="3">${textCell('A3', 'Lê\nHòa')}</row>`

    expect(await readRosterFile(zipped(workbookParts(rows), 0))).toEqual(read('Họ tên\t"Tổ ""1"""\n\t\nLê Hòa\t'))
  })

  test('gives days in the order of an office, and years as they are', async () => {
    const styles =
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    const rows = '<row r="1"><c r="A1" s="1"><v>22011</v></c><c r="B1"><v>1960</v></c></row>'
    const parts = workbookParts(rows)
    const relations = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Relationships>',
      '<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    )

    expect(
      await readRosterFile(zipped({ ...parts, 'xl/styles.xml': styles, 'xl/_rels/workbook.xml.rels': relations })),
    ).toEqual(read('05/04/1960\t1960'))
  })

  test('may be formatted far beyond what it says', async () => {
    const formatted = Array.from(
      { length: 5_000 },
      (_, index) => `<row r="${index + 9}"><c r="Z${index + 9}" s="1"/></row>`,
    )
    const xml = worksheet(goodRows + formatted.join('')).replace(
      '<sheetData>',
      '<dimension ref="A1:Z5008"/><sheetData>',
    )
    const file = zipped({ ...workbookParts(goodRows), 'xl/worksheets/sheet1.xml': xml }, 0)
    const outcome = await readRosterFile(file)

    expect(outcome.ok && outcome.value.trimEnd()).toBe('Họ và tên\tTổ\nLê Hòa\t1')
  })

  test('carries out no formula: what Excel had worked out is read', async () => {
    const rows = '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x")</f><v>Lê Hòa</v></c></row>'

    expect(await readRosterFile(zipped(workbookParts(rows)))).toEqual(read('Lê Hòa'))
  })
})

describe('a text', () => {
  test.each<[string, Buffer]>([
    ['UTF-8', Buffer.from('Họ tên,Tổ\nLê Hòa,1')],
    ['UTF-8 with its mark', Buffer.from('\ufeffHọ tên,Tổ\nLê Hòa,1')],
    ['UTF-8 from a Mac', Buffer.from('Họ tên,Tổ\nLê Hòa,1'.normalize('NFD'))],
    ['UTF-16, as Excel saves "Unicode text"', Buffer.from('\ufeffHọ tên,Tổ\nLê Hòa,1', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\ufeffHọ tên,Tổ\nLê Hòa,1', 'utf16le').swap16()],
    // H o + dot below, t ê n , T ô + hook above / L ê, H o + grave a
    ['Windows-1258', Buffer.from('486ff22074ea6e2c54f4d20a4cea20486fcc612c31', 'hex')],
  ])('in %s', async (_, file) => {
    expect(await readRosterFile(file)).toEqual(read('Họ tên,Tổ\nLê Hòa,1'))
  })
})

describe('in place of a list', () => {
  const files = hostileFiles()

  test('there are at least fifty things', () => {
    expect(files.length).toBeGreaterThanOrEqual(50)
  })

  test.each(files)('%s is refused', async (_, file, refusal) => {
    expect(await readRosterFile(file)).toEqual({ ok: false, refusal })
  })
})
