import type { AuditAction, MemberId } from '@khac-sau/engine'
import { and, asc, desc, eq, gt, inArray, lt, max } from 'drizzle-orm'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'

export type AuditEntry = Tables['auditEntry']['$inferSelect']
export type NewAuditEntry = Pick<AuditEntry, 'atMs' | 'actorId' | 'action'> &
  Partial<Pick<AuditEntry, 'contestId' | 'memberId' | 'accountId' | 'question' | 'detail'>>

/** There is no way to change or delete an entry: not here, and not in the database. */
export function auditRepository({ read, atomically, tables: { auditEntry } }: Store) {
  return {
    async append(cellId: string, entry: NewAuditEntry): Promise<AuditEntry> {
      return atomically(function* (writer) {
        const place = eq(auditEntry.cellId, cellId)
        const last = onlyRow(
          yield* run(
            writer
              .select({ seq: max(auditEntry.seq) })
              .from(auditEntry)
              .where(place),
          ),
        )
        const values = { ...entry, cellId, seq: (last.seq ?? 0) + 1 }
        return onlyRow(yield* run(writer.insert(auditEntry).values(values).returning()))
      })
    },

    /** What was done to one member, the oldest first. */
    async aboutMember(cellId: string, memberId: MemberId): Promise<AuditEntry[]> {
      return read
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.cellId, cellId), eq(auditEntry.memberId, memberId)))
        .orderBy(asc(auditEntry.seq))
    },

    /** The last of these, by one account where that is asked, behind an entry where that is. */
    async newestOf(
      cellId: string,
      actions: readonly AuditAction[],
      { actorId, after }: { readonly actorId?: string; readonly after?: number } = {},
    ): Promise<AuditEntry | undefined> {
      const [row] = await read
        .select()
        .from(auditEntry)
        .where(
          and(
            eq(auditEntry.cellId, cellId),
            inArray(auditEntry.action, [...actions]),
            actorId === undefined ? undefined : eq(auditEntry.actorId, actorId),
            after === undefined ? undefined : gt(auditEntry.seq, after),
          ),
        )
        .orderBy(desc(auditEntry.seq))
        .limit(1)
      return row
    },

    /** The newest first, `most` of them, older than `before` where that is given. */
    async page(cellId: string, most: number, before?: number): Promise<AuditEntry[]> {
      const older = before === undefined ? undefined : lt(auditEntry.seq, before)
      return read
        .select()
        .from(auditEntry)
        .where(and(eq(auditEntry.cellId, cellId), older))
        .orderBy(desc(auditEntry.seq))
        .limit(most)
    },
  }
}
