import { eq } from 'drizzle-orm'
import { tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'
import { type Edit, edited } from './edit.ts'

export type Cell = Tables['cell']['$inferSelect']
export type NewCell = Tables['cell']['$inferInsert']
export type CellSettings = Partial<Pick<Cell, 'name' | 'publicPlaces' | 'memberProof'>>

export function cellRepository({ read, write, atomically, tables: { cell } }: Store) {
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

    async updateSettings(
      cellId: string,
      { name, ...others }: CellSettings,
      edit: Edit,
    ): Promise<Outcome<Cell, 'not-found' | 'conflict'>> {
      const changes = { ...others, ...(name === undefined ? {} : { name: tidyName(name) }), ...edited(edit) }
      const place = eq(cell.id, cellId)
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select({ revision: cell.revision }).from(cell).where(place))
        if (found === undefined) return refused('not-found')
        if (found.revision !== edit.revision) return refused('conflict')
        return done(onlyRow(yield* run(writer.update(cell).set(changes).where(place).returning())))
      })
    },
  }
}
