import { guardedFormula } from '@khac-sau/formats'
import { strToU8, zipSync } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { type FileOutcome, refusedFile } from './file-refusal.ts'
import { firstSheet } from './first-sheet.ts'
import { unpackWorkbook } from './unpack-workbook.ts'

/** The first sheet of an .xlsx file as text, as if it had been copied out of Excel: its rows keep their numbers. */
export async function readWorkbook(file: Buffer): Promise<FileOutcome<string>> {
  const unpacked = unpackWorkbook(file)
  if (!unpacked.ok) return unpacked
  const sheet = firstSheet(unpacked.value)
  if (!sheet.ok) return sheet
  const { number, path, xml } = sheet.value
  // Packed anew, so that the library sees what was looked at here and nothing else.
  const archive = zipSync({ ...Object.fromEntries(unpacked.value), [path]: strToU8(xml) }, { level: 0 })
  try {
    const rows = await readSheet(new Uint8Array(archive).buffer, number)
    return { ok: true, value: textOf(rows) }
  } catch {
    return refusedFile('file-damaged')
  }
}

type Row = readonly unknown[]

function textOf(rows: readonly Row[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  return rows.map((row) => row.map((cell) => written(cellText(cell), width)).join('\t')).join('\n')
}

/** As the text of a CSV file, where an apostrophe is taken off what looks like a formula. A list of one column is read as lines, where a quotation mark is a letter. */
function written(text: string, width: number): string {
  const guarded = guardedFormula(text)
  return width > 1 && guarded.includes('"') ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

function cellText(cell: unknown): string {
  if (cell instanceof Date) return dateText(cell)
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'string' ? cell.replaceAll(/\s+/g, ' ').trim() : ''
}

/** A day in Excel has no time zone; the library gives it as one of UTC. */
function dateText(date: Date): string {
  const [year = '', month = '', day = ''] = Number.isNaN(date.getTime())
    ? []
    : date.toISOString().slice(0, 10).split('-')
  return `${day}/${month}/${year}`
}
