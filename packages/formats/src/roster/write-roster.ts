import { guardedFormula } from './formula-guard.ts'
import type { RosterEntry } from './roster-fields.ts'
import { writeBirthday, writeMonth } from './roster-values.ts'

const writtenFields = ['name', 'group', 'position', 'birthday', 'fromMonth', 'toMonth'] as const
export type RosterHeadings = Readonly<Record<(typeof writtenFields)[number], string>>

/** A sheet of text: headings, then one row for each person. */
export function rosterSheet(headings: RosterHeadings, entries: readonly RosterEntry[]): readonly (readonly string[])[] {
  const rows = entries.map(({ name, group, position, birthday, fromMonth, toMonth }) => [
    name,
    group,
    position,
    birthday === null ? '' : writeBirthday(birthday),
    fromMonth === null ? '' : writeMonth(fromMonth),
    toMonth === null ? '' : writeMonth(toMonth),
  ])
  return [writtenFields.map((field) => headings[field]), ...rows]
}

/** Excel knows UTF-8 by the mark in front; every field is quoted, and none is a formula. */
export function writeCsv(sheet: readonly (readonly string[])[]): string {
  const lines = sheet.map((row) => row.map((cell) => `"${guardedFormula(cell).replaceAll('"', '""')}"`).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}
