import { eq } from 'drizzle-orm'
import { tidyName } from '../names.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type Cell = Tables['cell']['$inferSelect']
export type NewCell = Tables['cell']['$inferInsert']
export type CellSettings = Partial<Pick<Cell, 'name' | 'publicPlaces' | 'memberProof'>>

export function cellRepository({ read, write, tables: { cell } }: Store) {
  return {
    async create(newCell: NewCell): Promise<Cell> {
      const values = { ...newCell, name: tidyName(newCell.name) }
      return onlyRow(await write((writer) => writer.insert(cell).values(values).returning()))
    },

    async byId(cellId: string): Promise<Cell | undefined> {
      const [row] = await read.select().from(cell).where(eq(cell.id, cellId))
      return row
    },

    /** The key on the address of the public board stands for the cell. */
    async byBoardKey(boardKey: string): Promise<Cell | undefined> {
      const [row] = await read.select().from(cell).where(eq(cell.boardKey, boardKey))
      return row
    },

    async updateSettings(cellId: string, { name, ...others }: CellSettings): Promise<Cell | undefined> {
      const changes = { id: cellId, name: name === undefined ? undefined : tidyName(name), ...others }
      const [row] = await write((writer) => writer.update(cell).set(changes).where(eq(cell.id, cellId)).returning())
      return row
    },
  }
}
