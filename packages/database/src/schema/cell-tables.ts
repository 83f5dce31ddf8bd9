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
  })
  return { cell }
}
