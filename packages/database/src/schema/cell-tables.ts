import { memberProofs, publicPlacesChoices } from '@khac-sau/engine'
import { editColumns, type Kit } from './kit.ts'

export type CellTables = ReturnType<typeof cellTables>

export function cellTables(kit: Kit) {
  const cell = kit.table('cell', {
    id: kit.text('id').primaryKey(),
    name: kit.text('name').notNull(),
    boardKey: kit.text('board_key').notNull().unique(),
    publicPlaces: kit
      .oneOf('public_places', [...publicPlacesChoices])
      .notNull()
      .default('top-3'),
    memberProof: kit
      .oneOf('member_proof', [...memberProofs])
      .notNull()
      .default('name'),
    ...editColumns(kit),
    createdAtMs: kit.bigint('created_at_ms').notNull(),
    // By the installation's administrator: nobody signs in any more. The step before its erasure, and taken back until then.
    closedAtMs: kit.bigint('closed_at_ms'),
  })
  // What is left of a cell that was erased: its id. The triggers let go of the journal of a cell that stands here.
  const erasedCell = kit.table('erased_cell', {
    cellId: kit.text('cell_id').primaryKey(),
    erasedAtMs: kit.bigint('erased_at_ms').notNull(),
  })
  return { cell, erasedCell }
}
