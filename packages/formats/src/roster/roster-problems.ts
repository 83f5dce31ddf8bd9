import type { RosterField } from './roster-fields.ts'

export const rosterProblemCodes = [
  /** No name was found in the whole text. */
  'empty',
  /** `limit` characters are the most of a list: nothing was read. */
  'too-large',
  /** More than `limit` names. */
  'too-many',
  /** `value` is longer than `limit`. A name is kept for a person to shorten; another field is left empty. */
  'too-long',
  /** The row has no letters where the name should be; it gave no entry. */
  'no-letters',
  /** The same person as far as the list says, first on line `other`: the secretary tells them apart. */
  'duplicate',
  /** `value` is no date or year that a person can be born in; the birthday is left empty. */
  'birthday-not-understood',
  /** `value` names no month; the field is left empty. */
  'month-not-understood',
  /** The last month is before the first; the last one is left empty. */
  'month-order',
  /** The text is in the bytes of a TCVN3 or VNI font. */
  'legacy-font',
] as const
export type RosterProblemCode = (typeof rosterProblemCodes)[number]

export type RosterProblem = {
  readonly code: RosterProblemCode
  /** 1-based line of the text, or row of the sheet; `null` when it is of the list as a whole. */
  readonly line: number | null
  readonly field: RosterField | null
  readonly other: number | null
  readonly name: string
  readonly value: string
  readonly limit: number | null
}

export function rosterProblem(
  code: RosterProblemCode,
  details: Partial<Omit<RosterProblem, 'code'>> = {},
): RosterProblem {
  return { code, line: null, field: null, other: null, name: '', value: '', limit: null, ...details }
}
