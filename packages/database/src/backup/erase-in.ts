import { eraseCellsIn } from './erase-cells.ts'
import { type Erasure, eraseMembersIn } from './erase-members.ts'

/** What no copy is to hold that is put anywhere, whatever it was when it was made. */
export type Erased = {
  /** P2 */
  readonly members: readonly Erasure[]
  readonly cellIds: readonly string[]
}

export const nothingErased: Erased = { members: [], cellIds: [] }

export function eraseIn(file: string, { members, cellIds }: Erased): void {
  eraseCellsIn(file, cellIds)
  eraseMembersIn(file, members)
}
