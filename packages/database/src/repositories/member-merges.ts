import { and, asc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'

export type MemberMerge = Tables['memberMerge']['$inferSelect']
export type NewMemberMerge = Omit<MemberMerge, 'cellId'>
/** `conflict`: one of the two was merged meanwhile. */
export type MergeRefusal = 'not-found' | 'same-member' | 'conflict'

/** S4 */
export function memberMergeRepository({ read, write, atomically, tables: { member, memberMerge } }: Store) {
  return {
    /** In the order in which they were made. */
    async list(cellId: string): Promise<MemberMerge[]> {
      return read
        .select()
        .from(memberMerge)
        .where(eq(memberMerge.cellId, cellId))
        .orderBy(asc(memberMerge.mergedAtMs), asc(memberMerge.memberId))
    },

    /** Neither may have been merged itself: so there is never a circle. */
    async merge(cellId: string, merge: NewMemberMerge): Promise<Outcome<'merged', MergeRefusal>> {
      const ids = [merge.memberId, merge.intoMemberId]
      if (merge.memberId === merge.intoMemberId) return refused('same-member')
      return atomically(function* (writer) {
        const entries = yield* run(writer.select({ id: member.id }).from(member).where(eq(member.cellId, cellId)))
        const known = new Set(entries.map(({ id }) => id))
        if (!ids.every((id) => known.has(id))) return refused('not-found')
        const merges = yield* run(
          writer.select({ id: memberMerge.memberId }).from(memberMerge).where(eq(memberMerge.cellId, cellId)),
        )
        if (merges.some(({ id }) => ids.includes(id))) return refused('conflict')
        const values = { ...merge, cellId }
        yield* run(writer.insert(memberMerge).values(values).returning({ id: memberMerge.memberId }))
        return done('merged')
      })
    },

    /** Whether it was merged until now. */
    async unmerge(cellId: string, memberId: string): Promise<boolean> {
      const place = and(eq(memberMerge.cellId, cellId), eq(memberMerge.memberId, memberId))
      const rows = await write((writer) =>
        writer.delete(memberMerge).where(place).returning({ id: memberMerge.memberId }),
      )
      return rows.length > 0
    },
  }
}
