import type { CellListPreview } from '@khac-sau/protocol'
import type { ValidDaysValue } from './valid-days.tsx'

export type CellListRow = CellListPreview['rows'][number]

/** As the server takes it. */
export type NewCellsOrder = {
  readonly cells: readonly { readonly name: string; readonly secretaryName: string }[]
  readonly validDays: ValidDaysValue
}

/** A doubtful name may be another cell: that is for a person to say. What has no name, or too long a one, cannot be. */
export function canBeMade({ problem }: CellListRow): boolean {
  return problem === null || problem === 'duplicate' || problem === 'exists'
}

/** What is ticked, in the order of the list. */
export function orderOf(
  rows: readonly CellListRow[],
  lines: ReadonlySet<number>,
  validDays: ValidDaysValue,
): NewCellsOrder {
  const chosen = rows.filter((row) => lines.has(row.line) && canBeMade(row))
  return { cells: chosen.map(({ name, secretaryName }) => ({ name, secretaryName })), validDays }
}
