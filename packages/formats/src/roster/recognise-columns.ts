import { tidy } from '../read-lines.ts'
import type { CellRow } from './read-cells.ts'
import type { ColumnUse, RosterColumn, RosterField } from './roster-fields.ts'
import { readBirthday } from './roster-values.ts'

/** A heading stands within the first rows, below the title of the list. */
const headingRows = 15

export type RosterTable = {
  readonly columns: readonly RosterColumn[]
  readonly rows: readonly CellRow[]
  readonly hasHeading: boolean
}

/** Which column holds what: by its heading, or, where there is none, by what stands in it. */
export function recogniseColumns(all: readonly CellRow[]): RosterTable {
  const index = headingIndex(all)
  const heading = all[index]
  if (heading === undefined) return withoutHeading(all)
  const key = headingKey(heading)
  const rows = all.slice(index + 1).filter((row) => headingKey(row) !== key)
  const uses = usesOf(heading.cells)
  return {
    columns: widened(rows, heading.cells).map((label, column) => ({ label, use: uses[column] ?? null })),
    rows,
    hasHeading: true,
  }
}

/** The row with the most headings that are known, if it says where the names are. */
function headingIndex(rows: readonly CellRow[]): number {
  let [best, most] = [-1, 0]
  for (const [index, { cells }] of rows.slice(0, headingRows).entries()) {
    const uses = usesOf(cells)
    if (!uses.some(isName)) continue
    const known = cells.filter((cell) => headingOf(cell) !== null).length
    if (known > most) [best, most] = [index, known]
  }
  return best
}

function usesOf(labels: readonly string[]): ColumnUse[] {
  const headings = labels.map(headingOf)
  const uses = headings.map((heading) => (heading === 'number' ? null : heading))
  const isEnglish = uses.includes('fromMonth') && labels.some((label) => /^from/i.test(label.trim()))
  return settleNames(
    uses.map((use, column) => {
      // Without its mark *Tổ* is the English *to*.
      const told = isEnglish && fold(labels[column] ?? '') === 'to' ? 'toMonth' : use
      return isFirstOf(uses, told, column, labels) ? told : null
    }),
  )
}

/** Of two columns for one thing the first is taken; of two positions the one in the Party. */
function isFirstOf(uses: readonly ColumnUse[], use: ColumnUse, column: number, labels: readonly string[]): boolean {
  if (use !== 'position') return uses.indexOf(use) >= column || uses.indexOf(use) === -1
  const positions = uses.flatMap((one, index) => (one === 'position' ? [index] : []))
  const inParty = positions.find((index) => /\b(?:dang|chi bo|chi uy|party)\b/.test(fold(labels[index] ?? '')))
  return column === (inParty ?? positions[0])
}

/** *Tên* alone is the whole name; beside *Họ đệm* it is the given name. */
function settleNames(uses: readonly ColumnUse[]): ColumnUse[] {
  const isSplit = uses.includes('familyName') && uses.includes('givenName') && !uses.includes('name')
  return uses.map((use) => {
    if (isSplit || (use !== 'familyName' && use !== 'givenName')) return use
    return use === 'givenName' && !uses.includes('name') ? 'name' : null
  })
}

function isName(use: ColumnUse): boolean {
  return use === 'name' || use === 'givenName'
}

function withoutHeading(rows: readonly CellRow[]): RosterTable {
  const labels = widened(rows, [])
  const filled = labels.map((_, column) => rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== ''))
  const first = filled.findIndex((cells) => cells.some(hasLetter))
  const uses: ColumnUse[] = labels.map((_, column) => (column === first ? 'name' : null))
  for (const [column, cells] of filled.entries()) {
    if (column <= first || cells.length === 0) continue
    const isBirthday = cells.every((cell) => readBirthday(cell) !== null)
    const use = isBirthday ? 'birthday' : 'group'
    if (!uses.includes(use)) uses[column] = use
  }
  return {
    columns: labels.map((_, column) => ({ label: filled[column]?.[0] ?? '', use: uses[column] ?? null })),
    rows,
    hasHeading: false,
  }
}

/** As many labels as the widest row has cells that say something. */
function widened(rows: readonly CellRow[], labels: readonly string[]): string[] {
  const widest = rows.reduce((most, { cells }) => Math.max(most, filledLength(cells)), filledLength(labels))
  return Array.from({ length: widest }, (_, column) => labels[column] ?? '')
}

function filledLength(cells: readonly string[]): number {
  let length = cells.length
  while (length > 0 && cells[length - 1] === '') length -= 1
  return length
}

function headingKey({ cells }: CellRow): string {
  return JSON.stringify(cells.slice(0, filledLength(cells)).map(fold))
}

function hasLetter(cell: string): boolean {
  return /\p{L}/u.test(cell)
}

type Heading = RosterField | 'number'

/** With its marks it must be spelled so; without any it is taken for the same word: *Tú* is a name, *Từ* and *TU* are not. */
function headingOf(label: string): Heading | null {
  const plain = bare(label)
  return headings.get(plain) ?? (plain === fold(plain) ? (foldedHeadings.get(plain) ?? null) : null)
}

/** Without what stands in brackets, marks of the end, capitals. */
function bare(label: string): string {
  return tidy(label.replace(/\([^()]*\)/g, ' ').replace(/[^\p{L}\p{M}\p{N}#]+/gu, ' ')).toLowerCase()
}

function fold(text: string): string {
  return bare(text)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('đ', 'd')
}

const spellings: Readonly<Record<Heading, readonly string[]>> = {
  number: ['stt', 'tt', 'số tt', 'số thứ tự', 'thứ tự', 'no', 'nr', '#'],
  name: [
    'họ và tên',
    'họ tên',
    'họ và tên đảng viên',
    'họ tên đảng viên',
    'tên đảng viên',
    'đảng viên',
    'họ chữ đệm và tên',
    'họ đệm và tên',
    'họ và chữ đệm và tên',
    'họ và tên khai sinh',
    'họ tên khai sinh',
    'họ và tên đang dùng',
    'tên đầy đủ',
    'full name',
    'fullname',
    'name',
    'member',
    'member name',
  ],
  familyName: [
    'họ đệm',
    'họ và đệm',
    'họ và chữ đệm',
    'họ chữ đệm',
    'họ và tên đệm',
    'họ tên đệm',
    'họ lót',
    'họ và chữ lót',
    'họ',
    'last name',
    'surname',
    'family name',
  ],
  givenName: ['tên', 'tên gọi', 'first name', 'given name'],
  group: ['tổ đảng', 'tổ', 'tổ đảng số', 'thuộc tổ đảng', 'tổ sinh hoạt', 'nhóm', 'party group', 'group'],
  position: [
    'chức vụ',
    'chức vụ đảng',
    'chức vụ trong đảng',
    'chức vụ đảng hiện nay',
    'chức vụ chi bộ',
    'chức vụ trong chi bộ',
    'chức vụ chi ủy',
    'chức vụ chuyên môn',
    'chức vụ chính quyền',
    'chức danh',
    'nhiệm vụ',
    'position',
    'party position',
    'role',
  ],
  birthday: [
    'ngày sinh',
    'ngày tháng năm sinh',
    'ngày tháng sinh',
    'năm sinh',
    'sinh ngày',
    'sinh năm',
    'ntns',
    'birthday',
    'date of birth',
    'birth date',
    'dob',
    'year of birth',
    'birth year',
  ],
  fromMonth: [
    'từ tháng',
    'từ',
    'từ ngày',
    'tháng vào',
    'ngày vào chi bộ',
    'tháng vào chi bộ',
    'vào chi bộ',
    'ngày về chi bộ',
    'ngày chuyển đến',
    'sinh hoạt từ',
    'sinh hoạt từ tháng',
    'tháng bắt đầu',
    'bắt đầu',
    'from',
    'from month',
    'since',
    'member since',
    'joined',
    'start month',
  ],
  toMonth: [
    'đến tháng',
    'đến',
    'đến ngày',
    'ngày rời chi bộ',
    'ngày chuyển đi',
    'sinh hoạt đến',
    'sinh hoạt đến tháng',
    'tháng kết thúc',
    'kết thúc',
    'to month',
    'until',
    'left',
    'end month',
  ],
}

const headings = headingMap((spelling) => spelling)
const foldedHeadings = headingMap(fold)

function headingMap(spelled: (spelling: string) => string): ReadonlyMap<string, Heading> {
  const entries = Object.entries(spellings) as [Heading, readonly string[]][]
  return new Map(entries.flatMap(([heading, words]) => words.map((word) => [spelled(word), heading] as const)))
}
