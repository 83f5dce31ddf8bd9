import { mostCharacters, type Line, readLines, sameness, tidy } from './read-lines.ts'

export type RosterLine = {
  readonly name: string
  /** The party group (*tổ đảng*); empty when none was given. */
  readonly group: string
  /** 1-based line of the pasted text. */
  readonly line: number
}

export const rosterLimits = { members: 300, nameCharacters: 80 } as const

export const rosterProblemCodes = [
  /** No name was found in the whole text. */
  'empty',
  /** `limit` characters are the most of a paste: nothing was read. */
  'too-large',
  /** More than `limit` names. */
  'too-many',
  /** The name is longer than `limit`. */
  'too-long',
  /** The line has no letters where the name should be; it gave no entry. */
  'no-letters',
  /** The same name in the same group, first on line `other`: the secretary tells them apart. */
  'duplicate',
] as const
export type RosterProblemCode = (typeof rosterProblemCodes)[number]

export type RosterProblem = {
  readonly code: RosterProblemCode
  /** `null` when it is of the text as a whole. */
  readonly line: number | null
  readonly other: number | null
  readonly name: string
  readonly limit: number | null
}

export type ParsedRoster = { readonly entries: readonly RosterLine[]; readonly problems: readonly RosterProblem[] }

/** Reads a list of names pasted from Word, Excel or Zalo: one a line, the party group in a second column if at all. */
export function parseRoster(text: string): ParsedRoster {
  if (text.length > mostCharacters) return { entries: [], problems: [problem('too-large', { limit: mostCharacters })] }
  const rows = readLines(text).filter(({ text: row }) => row !== '' && !isHeader(row) && !isRule(row))
  const read = rows.map(readRow)
  const entries = read.filter(({ name }) => hasLetter(name))
  const nameless = read.filter(({ name }) => !hasLetter(name))
  return {
    entries,
    problems: [
      ...(entries.length === 0 ? [problem('empty')] : []),
      ...(entries.length > rosterLimits.members ? [problem('too-many', { limit: rosterLimits.members })] : []),
      ...nameless.map(({ line, name }) => problem('no-letters', { line, name })),
      ...entries
        .filter(isTooLong)
        .map(({ line, name }) => problem('too-long', { line, name, limit: rosterLimits.nameCharacters })),
      ...duplicates(entries),
    ],
  }
}

const header =
  /^(?:(?:stt|số tt|tt|số thứ tự)[.\s,;|]*)?(?:họ\s*(?:và|,)?\s*(?:chữ đệm\s*(?:và|,)\s*)?tên|tên đảng viên|full name|name)(?!\p{L})/iu
const aloneHeader = /^(?:stt|danh sách.*)$/iu
const numbering = /^(?:\d{1,3}\s*(?:[.)/:–-]|$)|\d{1,3}\s+(?=\p{L}))\s*/u
const honorific = /^(?:đ\s?\/\s?c|đồng chí|đc)(?:[.:\s]\s*|$)/iu

function isHeader(row: string): boolean {
  return header.test(row) || aloneHeader.test(row)
}

function isRule(row: string): boolean {
  return /^[-–—_=*.|+:\s]+$/.test(row)
}

function readRow({ number, text }: Line): RosterLine {
  const [first = '', ...others] = columnsOf(text.replace(/^[-+*]\s+/, ''))
  const isNumber = others.length > 0 && /^\d{0,4}[.)]?$/.test(first)
  const [name = '', group = ''] = isNumber ? others : [first.replace(numbering, ''), ...others]
  return { name: name.replace(honorific, ''), group, line: number }
}

/** Tabs before semicolons before commas: a column from Excel may hold a comma itself. */
function columnsOf(row: string): string[] {
  const separator = ['\t', '|', ';', ','].find((one) => row.includes(one))
  const columns = separator === undefined ? [row] : row.split(separator)
  const tidied = columns.map(tidy)
  return separator === '|' && tidied[0] === '' ? tidied.slice(1) : tidied
}

function hasLetter(name: string): boolean {
  return /\p{L}/u.test(name)
}

function isTooLong({ name }: RosterLine): boolean {
  return name.length > rosterLimits.nameCharacters
}

/** Identity goes by every mark: Hoa and Hòa are two people. */
function duplicates(entries: readonly RosterLine[]): RosterProblem[] {
  const firstLines = new Map<string, number>()
  const problems: RosterProblem[] = []
  for (const { name, group, line } of entries) {
    const identity = `${sameness(name)}\n${sameness(group)}`
    const other = firstLines.get(identity)
    if (other === undefined) firstLines.set(identity, line)
    else problems.push(problem('duplicate', { line, other, name }))
  }
  return problems
}

function problem(code: RosterProblemCode, details: Partial<Omit<RosterProblem, 'code'>> = {}): RosterProblem {
  return { code, line: null, other: null, name: '', limit: null, ...details }
}
