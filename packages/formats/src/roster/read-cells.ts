import { parse } from 'csv-parse/sync'
import { cleanText, tidy } from '../read-lines.ts'

/** A row of a table, with the 1-based line that it begins on. */
export type CellRow = { readonly line: number; readonly cells: readonly string[] }

/** Tabs first: a column from Excel may hold any of the others. */
const separators = ['\t', '|', ';', ','] as const

/** A list of names has no separator, and its quotation marks are part of a name. */
export function readCells(text: string): CellRow[] {
  const clean = cleanText(text)
  const separator = separatorOf(clean)
  if (separator === null) return plainLines(clean)
  return parseTable(clean.replaceAll('\v', ' '), separator).map(({ line, cells }) => {
    const tidied = cells.map(tidy)
    return { line, cells: separator === '|' ? withoutFrame(tidied) : tidied }
  })
}

/** The separator of the most lines; of equal ones the first of the list. */
function separatorOf(text: string): string | null {
  const lines = text.split('\n')
  let best: string | null = null
  let most = 0
  for (const separator of separators) {
    const count = lines.filter((line) => line.trim().includes(separator)).length
    if (count > most) [best, most] = [separator, count]
  }
  return best
}

function plainLines(text: string): CellRow[] {
  return text
    .split('\n')
    .flatMap((line, index) => line.split('\v').map((part) => ({ line: index + 1, cells: [tidy(part)] })))
}

/** Quoted fields as Excel and spreadsheets write them; where the quotes do not match, they are letters. */
function parseTable(text: string, separator: string): CellRow[] {
  try {
    const rows = parsed(text, separator, '"')
    const hasSwallowed = rows.some(({ cells }) => cells.some((cell) => cell.includes('\n') && cell.includes(separator)))
    if (!hasSwallowed) return rows
  } catch {
    // Not CSV after all.
  }
  return parsed(text, separator, null)
}

function parsed(text: string, separator: string, quote: '"' | null): CellRow[] {
  const rows: CellRow[] = []
  let line = 1
  parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    quote,
    relax_quotes: true,
    relax_column_count: true,
    // The one place where the parser says which lines a row took.
    on_record: (cells: readonly string[], { lines }) => {
      rows.push({ line, cells: [...cells] })
      line = lines + 1
      return null
    },
  })
  return rows
}

/** `| 1 | An |`, as a table is written in Markdown. */
function withoutFrame(cells: readonly string[]): readonly string[] {
  const [first, ...others] = cells
  return first === '' ? others : cells
}
