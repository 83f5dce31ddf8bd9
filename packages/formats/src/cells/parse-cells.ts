import { mostCharacters, sameness, withDash } from '../read-lines.ts'
import { unguarded } from '../roster/formula-guard.ts'
import { type CellRow, readCells } from '../roster/read-cells.ts'
import { rosterName, rosterText } from '../roster/roster-name.ts'

export type CellListProblem = 'empty' | 'too-large' | 'too-many' | 'too-long' | 'no-letters' | 'duplicate'

/** One cell as a list says it. A problem is of this row alone and costs no other. */
export type CellLine = {
  /** 1-based line of the text, or row of the sheet. */
  readonly line: number
  readonly name: string
  readonly secretaryName: string
  readonly problem: CellListProblem | null
  readonly otherLine: number | null
}

export type ParsedCells = {
  readonly rows: readonly CellLine[]
  readonly problems: readonly { readonly problem: CellListProblem; readonly limit: number | null }[]
}

export const cellListLimits = { cells: 300, nameCharacters: 200, secretaryCharacters: 80 } as const

/** Reads a list of cells pasted from Word or Excel, or the text of a CSV file: the name, and perhaps who is its secretary. */
export function parseCells(text: string): ParsedCells {
  if (text.length > mostCharacters) return { rows: [], problems: [{ problem: 'too-large', limit: mostCharacters }] }
  const { columns, rows: found } = columnsOf(readCells(text).filter(({ cells }) => cells.some((cell) => cell !== '')))
  const rows = withDuplicates(found.map((row) => readRow(row, columns)))
  const count = rows.filter(({ problem }) => problem !== 'no-letters').length
  return {
    rows,
    problems: [
      ...(count === 0 ? [{ problem: 'empty' as const, limit: null }] : []),
      ...(count > cellListLimits.cells ? [{ problem: 'too-many' as const, limit: cellListLimits.cells }] : []),
    ],
  }
}

/** Equal for two names that a reader takes for the same cell. */
export function cellNameKey(name: string): string {
  return sameness(name)
}

type Columns = { readonly name: number; readonly secretary: number }

const nameHeading = /^(?:tên\s+)?(?:chi bộ|chi hội|đơn vị)$|^tên$|^(?:party )?cell(?: name)?$|^name$/iu
const secretaryHeading =
  /^(?:(?:họ (?:và )?tên )?(?:đồng chí )?bí thư(?: chi bộ)?|người phụ trách|phụ trách)$|^(?:cell )?secretary(?: name)?$|^owner$/iu
const numbered = /^(?:\d{1,4}[.)]?)?$/

/** By the headings of the first rows; without any, the first column with letters is the name and the next the secretary. */
function columnsOf(rows: readonly CellRow[]): { readonly columns: Columns; readonly rows: readonly CellRow[] } {
  const heading = rows.slice(0, headingRows).findIndex(({ cells }) => cells.some((cell) => nameHeading.test(cell)))
  const cells = rows[heading]?.cells
  if (cells) {
    const name = cells.findIndex((cell) => nameHeading.test(cell))
    const secretary = cells.findIndex((cell) => secretaryHeading.test(cell))
    return { columns: { name, secretary }, rows: rows.slice(heading + 1) }
  }
  const isNumbered = rows.length > 0 && rows.every((row) => row.cells.length > 1 && numbered.test(row.cells[0] ?? ''))
  const name = isNumbered ? 1 : 0
  return { columns: { name, secretary: name + 1 }, rows }
}

/** A heading stands within the first rows, below the title of the list. */
const headingRows = 10
const numbering = /^(?:\d{1,4}\s*[.)/:–-]|[-+*])\s*/u

function readRow({ line, cells }: CellRow, { name: nameColumn, secretary }: Columns): CellLine {
  const name = rosterText(withDash(unguarded(cells[nameColumn] ?? ''))).replace(numbering, '')
  const secretaryName = rosterName(unguarded(cells[secretary] ?? ''))
  return { line, name, secretaryName, problem: problemOf(name, secretaryName), otherLine: null }
}

function problemOf(name: string, secretaryName: string): CellListProblem | null {
  if (!/\p{L}/u.test(name)) return 'no-letters'
  const isLong =
    name.length > cellListLimits.nameCharacters || secretaryName.length > cellListLimits.secretaryCharacters
  return isLong ? 'too-long' : null
}

function withDuplicates(rows: readonly CellLine[]): CellLine[] {
  const lineByName = new Map<string, number>()
  return rows.map((row) => {
    const key = cellNameKey(row.name)
    const other = lineByName.get(key)
    if (row.problem !== null) return row
    if (other === undefined) lineByName.set(key, row.line)
    return other === undefined ? row : { ...row, problem: 'duplicate', otherLine: other }
  })
}
