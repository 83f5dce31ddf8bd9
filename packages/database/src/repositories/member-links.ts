import type { MemberId } from '@khac-sau/engine'
import { and, eq, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'

export type MemberLink = Tables['memberLink']['$inferSelect']

/** D3: one link for each member at most, known by its hash alone. */
export function memberLinkRepository({ read, write, atomically, tables: { member, memberLink } }: Store) {
  const linkOf = (cellId: string, memberId: MemberId) =>
    and(eq(memberLink.cellId, cellId), eq(memberLink.memberId, memberId))
  return {
    async list(cellId: string): Promise<MemberLink[]> {
      return read.select().from(memberLink).where(eq(memberLink.cellId, cellId))
    },

    /** The secret stands for the cell and the member. */
    async byHash(secretHash: string): Promise<MemberLink | undefined> {
      const [row] = await read.select().from(memberLink).where(eq(memberLink.secretHash, secretHash))
      return row
    },

    /** All or none; an old link ends with the new one, unless none is to be replaced. */
    async make(
      cellId: string,
      hashes: ReadonlyMap<MemberId, string>,
      { madeAtMs, replacing }: { readonly madeAtMs: number; readonly replacing: boolean },
    ): Promise<Outcome<'made', 'not-found' | 'conflict'>> {
      return atomically(function* (writer) {
        const members = yield* run(writer.select({ id: member.id }).from(member).where(eq(member.cellId, cellId)))
        const known = new Set(members.map(({ id }) => id))
        if ([...hashes.keys()].some((memberId) => !known.has(memberId))) return refused('not-found')
        const links = yield* run(
          writer.select({ id: memberLink.memberId }).from(memberLink).where(eq(memberLink.cellId, cellId)),
        )
        if (!replacing && links.some(({ id }) => hashes.has(id))) return refused('conflict')
        for (const [memberId, secretHash] of hashes) {
          yield* run(writer.delete(memberLink).where(linkOf(cellId, memberId)).returning({ id: memberLink.memberId }))
          const values = { cellId, memberId, secretHash, madeAtMs }
          yield* run(writer.insert(memberLink).values(values).returning({ id: memberLink.memberId }))
        }
        return done('made')
      })
    },

    /** Once: of two phones that exchange it at the same time, one does. */
    async use(secretHash: string, usedAtMs: number): Promise<boolean> {
      const place = and(eq(memberLink.secretHash, secretHash), isNull(memberLink.usedAtMs))
      const rows = await write((writer) =>
        writer.update(memberLink).set({ usedAtMs }).where(place).returning({ id: memberLink.memberId }),
      )
      return rows.length > 0
    },

    /** Whether there was one. */
    async revoke(cellId: string, memberId: MemberId): Promise<boolean> {
      const rows = await write((writer) =>
        writer.delete(memberLink).where(linkOf(cellId, memberId)).returning({ id: memberLink.memberId }),
      )
      return rows.length > 0
    },
  }
}
