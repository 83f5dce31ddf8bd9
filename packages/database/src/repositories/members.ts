import type { MemberId } from '@khac-sau/engine'
import { and, asc, eq } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import { tidyName } from '../names.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'

export type Member = Tables['member']['$inferSelect']
export type NewMember = Omit<Tables['member']['$inferInsert'], 'cellId'>
export type MemberChanges = Partial<
  Pick<
    Member,
    'name' | 'groupName' | 'position' | 'birthday' | 'ranked' | 'timePercent' | 'active' | 'fromMonth' | 'toMonth'
  >
>

/** What a list does to the roster. */
export type RosterChanges = {
  readonly added: readonly NewMember[]
  readonly changed: readonly { readonly memberId: MemberId; readonly changes: MemberChanges }[]
}

export function memberRepository({ read, write, atomically, tables: { member } }: Store) {
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

    /** A whole list: all of it or none. */
    async takeIn(cellId: string, { added, changed }: RosterChanges): Promise<Outcome<'taken-in', 'not-found'>> {
      const values = added.map((newMember) => ({ ...tidyNames(newMember), cellId }))
      return atomically(function* (writer) {
        const known = yield* run(writer.select({ id: member.id }).from(member).where(eq(member.cellId, cellId)))
        const knownIds = new Set(known.map(({ id }) => id))
        if (changed.some(({ memberId }) => !knownIds.has(memberId))) return refused('not-found')
        for (const { memberId, changes } of changed) {
          const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
          const row = { cellId, ...tidyNames(changes) }
          yield* run(writer.update(member).set(row).where(place).returning({ id: member.id }))
        }
        if (values.length > 0) yield* run(writer.insert(member).values(values).returning({ id: member.id }))
        return done('taken-in')
      })
    },

    /** All or none; an old PIN ends with the new one. */
    async setPinHashes(cellId: string, hashes: ReadonlyMap<MemberId, string>): Promise<Outcome<'set', 'not-found'>> {
      return atomically(function* (writer) {
        const known = yield* run(writer.select({ id: member.id }).from(member).where(eq(member.cellId, cellId)))
        const knownIds = new Set(known.map(({ id }) => id))
        if ([...hashes.keys()].some((memberId) => !knownIds.has(memberId))) return refused('not-found')
        for (const [memberId, pinHash] of hashes) {
          const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
          yield* run(writer.update(member).set({ pinHash }).where(place).returning({ id: member.id }))
        }
        return done('set')
      })
    },

    async update(cellId: string, memberId: MemberId, changes: MemberChanges): Promise<Member | undefined> {
      const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
      const values = { cellId, ...tidyNames(changes) }
      const [row] = await write((writer) => writer.update(member).set(values).where(place).returning())
      return row
    },
  }
}

type Texts = {
  readonly name?: string
  readonly groupName?: string | undefined
  readonly position?: string | undefined
}

function tidyNames<T extends Texts>(names: T) {
  return {
    ...names,
    ...(names.name === undefined ? {} : { name: tidyName(names.name) }),
    ...(names.groupName === undefined ? {} : { groupName: tidyName(names.groupName) }),
    ...(names.position === undefined ? {} : { position: tidyName(names.position) }),
  }
}
