import { strToU8, zipSync } from 'fflate'

// Workbooks as small as they can be, for tests: good ones, and what each hostile one is made of.

const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type Parts = Readonly<Record<string, string | Uint8Array>>

/** One sheet for each text of rows: `<row>…</row>`. */
export function workbookParts(...sheets: readonly string[]): Parts {
  const numbers = sheets.map((_, index) => index + 1)
  const relations = numbers.map(
    (number) =>
      `<Relationship Id="rId${number}" Type="${officeRelations}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  )
  const listed = numbers.map((number) => `<sheet name="S${number}" sheetId="${number}" r:id="rId${number}"/>`)
  return {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="r" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${spreadsheet} xmlns:r="${officeRelations}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${relations.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((rows, index) => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(rows)])),
  }
}

export function worksheet(rows: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet ${spreadsheet}><sheetData>${rows}</sheetData></worksheet>`
}

export function textCell(at: string, text: string): string {
  return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
}

export const goodRows = `<row r="1">${textCell('A1', 'Họ và tên')}${textCell('B1', 'Tổ')}</row><row r="2">${textCell('A2', 'Lê Hòa')}${textCell('B2', '1')}</row>`

export function zipped(parts: Parts, level: 0 | 9 = 9): Buffer {
  const files = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
  return Buffer.from(zipSync(Object.fromEntries(files), { level }))
}
