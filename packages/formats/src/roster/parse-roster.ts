import { legacyFont } from '../legacy-font.ts'
import { mostCharacters, withDash } from '../read-lines.ts'
import { unguarded } from './formula-guard.ts'
import { type CellRow, readCells } from './read-cells.ts'
import { recogniseColumns, type RosterTable } from './recognise-columns.ts'
import { type ColumnUse, type RosterColumn, type RosterEntry, type RosterField, rosterLimits } from './roster-fields.ts'
import { personKey, rosterName, rosterText } from './roster-name.ts'
import { type RosterProblem, rosterProblem } from './roster-problems.ts'
import { readBirthday, readMonth } from './roster-values.ts'

export type RosterLine = RosterEntry & {
  /** 1-based line of the text, or row of the sheet. */
  readonly line: number
}

export type ParsedRoster = {
  readonly columns: readonly RosterColumn[]
  readonly entries: readonly RosterLine[]
  readonly problems: readonly RosterProblem[]
}

/**
 * Reads a list pasted from Word, Excel or Zalo, or the text of a CSV file. `uses` says of each column what it holds, where a
 * person corrected what was recognised. A row that cannot be read costs no other.
 */
export function parseRoster(text: string, uses?: readonly ColumnUse[]): ParsedRoster {
  if (text.length > mostCharacters) return nothing(rosterProblem('too-large', { limit: mostCharacters }))
  const recognised = recogniseColumns(readCells(text).filter(saysSomething).map(narrowed))
  const table = uses === undefined ? recognised : withUses(recognised, uses)
  const read = table.rows.filter(isPerson(table)).map((row) => readRow(table, row))
  const entries = read.flatMap(({ entry }) => entry ?? [])
  return {
    columns: table.columns,
    entries,
    problems: [
      ...(legacyFont(text) === null ? [] : [rosterProblem('legacy-font')]),
      ...(entries.length === 0 ? [rosterProblem('empty')] : []),
      ...(entries.length > rosterLimits.members ? [rosterProblem('too-many', { limit: rosterLimits.members })] : []),
      ...read.flatMap(({ problems }) => problems),
      ...duplicates(entries),
    ],
  }
}

function nothing(problem: RosterProblem): ParsedRoster {
  return { columns: [], entries: [], problems: [problem] }
}

const ruled = /^[-–—_=*.|+:\s]*$/

function saysSomething({ cells }: CellRow): boolean {
  return cells.some((cell) => !ruled.test(cell))
}

/** What stands further right than any roster is wide is not looked at. */
function narrowed({ line, cells }: CellRow): CellRow {
  return { line, cells: cells.slice(0, rosterLimits.columns) }
}

function withUses({ columns, ...table }: RosterTable, uses: readonly ColumnUse[]): RosterTable {
  return { ...table, columns: columns.map(({ label }, column) => ({ label, use: uses[column] ?? null })) }
}

const title = /^(?:danh sách.*|chi bộ.*|đảng (?:bộ|ủy).*|stt)$/iu
const spacedHeading =
  /^(?:(?:stt|số tt|tt|số thứ tự)[.\s,;|]*)?(?:họ\s*(?:và|,)?\s*(?:chữ đệm\s*(?:và|,)\s*)?tên|tên đảng viên|full name|name)(?!\p{L})/iu
const sum = /^(?:tổng (?:số|cộng)|cộng|danh sách (?:này )?(?:gồm|có)|total)(?!\p{L})/iu

/** Not a title above, a sum below, or the line of numbers that a form has under its headings. */
function isPerson({ hasHeading, columns }: RosterTable): (row: CellRow) => boolean {
  return ({ cells }) => {
    const [first = ''] = cells.filter((cell) => cell !== '')
    if (sum.test(first)) return false
    if (!hasHeading) return !spacedHeading.test(first) && !title.test(first)
    return columns.length < 3 || !cells.every((cell, column) => cell === '' || cell === String(column + 1))
  }
}

type ReadRow = { readonly entry: RosterLine | null; readonly problems: readonly RosterProblem[] }

function readRow({ columns, hasHeading }: RosterTable, { line, cells }: CellRow): ReadRow {
  const rawOf = (field: RosterField) => unguarded(cells[columns.findIndex(({ use }) => use === field)] ?? '')
  const whole = [rawOf('name'), rawOf('familyName'), rawOf('givenName')].filter((part) => part !== '').join(' ')
  const name = rosterName(hasHeading ? whole : withoutNumbering(whole))
  if (!/\p{L}/u.test(name)) return { entry: null, problems: [rosterProblem('no-letters', { line, name })] }
  const problems: RosterProblem[] = []
  const about = (code: RosterProblem['code'], field: RosterField, value: string, limit: number | null = null) =>
    problems.push(rosterProblem(code, { line, field, name, value: value.slice(0, shownCharacters), limit }))
  const shortText = (field: RosterField) => {
    const text = rosterText(rawOf(field))
    if (text.length <= rosterLimits.nameCharacters) return text
    about('too-long', field, text, rosterLimits.nameCharacters)
    return ''
  }
  const read = <Value>(field: RosterField, reader: (text: string) => Value | null, code: RosterProblem['code']) => {
    const text = rosterText(rawOf(field))
    const value = isSilent(text) ? null : reader(text)
    if (value === null && !isSilent(text)) about(code, field, text)
    return value
  }
  if (name.length > rosterLimits.nameCharacters) about('too-long', 'name', name, rosterLimits.nameCharacters)
  const [group, position] = [shortText('group'), shortText('position')]
  const birthday = read('birthday', readBirthday, 'birthday-not-understood')
  const fromMonth = read('fromMonth', readMonth, 'month-not-understood')
  const toMonth = read('toMonth', readMonth, 'month-not-understood')
  const isBackwards = fromMonth !== null && toMonth !== null && toMonth < fromMonth
  if (isBackwards) about('month-order', 'toMonth', toMonth)
  const entry = { line, name, group, position, birthday, fromMonth, toMonth: isBackwards ? null : toMonth }
  return { entry, problems }
}

/** What a sentence about a value repeats of it. */
const shownCharacters = 60

const numbering = /^(?:\d{1,3}\s*(?:[.)/:–-]|$)|\d{1,3}\s+(?=\p{L}))\s*/u

function withoutNumbering(name: string): string {
  return withDash(name)
    .replace(/^[-+*]\s+/, '')
    .replace(numbering, '')
}

/** A dash says that there is nothing to say. */
function isSilent(text: string): boolean {
  return /^[-–—.]*$/.test(text)
}

function duplicates(entries: readonly RosterLine[]): RosterProblem[] {
  const firstLines = new Map<string, number>()
  const problems: RosterProblem[] = []
  for (const entry of entries) {
    const { line, name } = entry
    const key = personKey(entry)
    const other = firstLines.get(key)
    if (other === undefined) firstLines.set(key, line)
    else problems.push(rosterProblem('duplicate', { line, other, name }))
  }
  return problems
}
