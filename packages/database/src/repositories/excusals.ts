import type { MemberId } from '@khac-sau/engine'
import { and, eq } from 'drizzle-orm'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type Excusal = Tables['excusal']['$inferSelect']

export function excusalRepository({ read, write, tables: { excusal } }: Store) {
  return {
    /** Setting it again changes nothing. */
    async set(cellId: string, contestId: string, memberId: MemberId, nowMs: number): Promise<void> {
      const values = { cellId, contestId, memberId, createdAtMs: nowMs }
      await write((writer) => writer.insert(excusal).values(values).onConflictDoNothing().returning())
    },

    async unset(cellId: string, contestId: string, memberId: MemberId): Promise<void> {
      const place = and(eq(excusal.cellId, cellId), eq(excusal.contestId, contestId), eq(excusal.memberId, memberId))
      await write((writer) => writer.delete(excusal).where(place).returning())
    },

    async list(cellId: string, contestId: string): Promise<Excusal[]> {
      return read
        .select()
        .from(excusal)
        .where(and(eq(excusal.cellId, cellId), eq(excusal.contestId, contestId)))
    },
  }
}
