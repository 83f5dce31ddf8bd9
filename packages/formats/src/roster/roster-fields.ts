import type { Month } from '@khac-sau/engine'

/** What a column of a roster may hold. A name may stand in one column or in two: *họ đệm* and *tên*. */
export const rosterFields = [
  'name',
  'familyName',
  'givenName',
  'group',
  'position',
  'birthday',
  'fromMonth',
  'toMonth',
] as const
export type RosterField = (typeof rosterFields)[number]

/** `null`: a column that nothing is taken from. */
export type ColumnUse = RosterField | null

export type RosterColumn = {
  /** Its heading, or its first value where the list has no headings. */
  readonly label: string
  readonly use: ColumnUse
}

/** One person as a list says it. An empty text or `null` is a cell that says nothing. */
export type RosterEntry = {
  readonly name: string
  /** *Tổ đảng*. */
  readonly group: string
  /** *Chức vụ*. */
  readonly position: string
  /** P2: `YYYY-MM-DD`, or the year alone, kept to tell two people of one name apart. */
  readonly birthday: string | null
  readonly fromMonth: Month | null
  readonly toMonth: Month | null
}

export const rosterLimits = { members: 300, nameCharacters: 80, columns: 40 } as const
