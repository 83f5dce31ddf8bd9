import type { MemberId } from '@khac-sau/engine'
import { and, asc, eq } from 'drizzle-orm'
import { tidyName } from '../names.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type Member = Tables['member']['$inferSelect']
export type NewMember = Omit<Tables['member']['$inferInsert'], 'cellId'>
export type MemberChanges = Partial<
  Pick<Member, 'name' | 'groupName' | 'ranked' | 'timePercent' | 'active' | 'fromMonth' | 'toMonth'>
>

export function memberRepository({ read, write, tables: { member } }: Store) {
  return {
    /** In the order of creation; how names sort is the reader's language to say. */
    async list(cellId: string): Promise<Member[]> {
      return read
        .select()
        .from(member)
        .where(eq(member.cellId, cellId))
        .orderBy(asc(member.createdAtMs), asc(member.id))
    },

    async byId(cellId: string, memberId: MemberId): Promise<Member | undefined> {
      const [row] = await read
        .select()
        .from(member)
        .where(and(eq(member.cellId, cellId), eq(member.id, memberId)))
      return row
    },

    /** All or none. */
    async create(cellId: string, newMembers: readonly NewMember[]): Promise<Member[]> {
      if (newMembers.length === 0) return []
      const values = newMembers.map((newMember) => ({ ...tidyNames(newMember), cellId }))
      return write((writer) => writer.insert(member).values(values).returning())
    },

    async update(cellId: string, memberId: MemberId, changes: MemberChanges): Promise<Member | undefined> {
      const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
      const values = { cellId, ...tidyNames(changes) }
      const [row] = await write((writer) => writer.update(member).set(values).where(place).returning())
      return row
    },
  }
}

function tidyNames<T extends { readonly name?: string; readonly groupName?: string | undefined }>(names: T) {
  return {
    ...names,
    ...(names.name === undefined ? {} : { name: tidyName(names.name) }),
    ...(names.groupName === undefined ? {} : { groupName: tidyName(names.groupName) }),
  }
}
