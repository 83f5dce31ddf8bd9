import type { MemberId, Month } from '@khac-sau/engine'
import { and, asc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import { onlyRow } from '../rows.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { tidyName } from '../names.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'
import { type Edit, edited } from './edit.ts'

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
  readonly changed: readonly {
    readonly memberId: MemberId
    readonly revision: number
    readonly changes: MemberChanges
  }[]
}

/** P2: what takes the place of a name that is erased. */
export type ErasingMember = {
  readonly atMs: number
  /** The last month of a membership that had no end. */
  readonly lastMonth: Month
  readonly pseudonymOf: (number: number) => string
  /** Of an erasure that is carried out again, on older data. */
  readonly number?: number
}

export function memberRepository(store: Store) {
  return { ...roster(store), ...erasing(store) }
}

function roster({ read, write, atomically, tables: { member, memberMerge } }: Store) {
  /** S4: whoever stands for themselves; merged entries are nobody of their own. */
  async function standing(place: SQL | undefined): Promise<Member[]> {
    const rows = await read
      .select({ member })
      .from(member)
      .leftJoin(memberMerge, eq(memberMerge.memberId, member.id))
      .where(and(place, isNull(memberMerge.memberId)))
      .orderBy(asc(member.createdAtMs), asc(member.id))
    return rows.map((row) => row.member)
  }

  return {
    /** Whom it still names; others are in `list`, for whatever holds their id. */
    named: (cellId: string) => standing(and(eq(member.cellId, cellId), isNull(member.erasedAtMs))),

    /** In the order of creation; how names sort is the reader's language to say. */
    list: (cellId: string) => standing(eq(member.cellId, cellId)),

    /** Everybody whom logs and results may name. */
    async listWithMerged(cellId: string): Promise<Member[]> {
      return read
        .select()
        .from(member)
        .where(eq(member.cellId, cellId))
        .orderBy(asc(member.createdAtMs), asc(member.id))
    },

    async byId(cellId: string, memberId: MemberId): Promise<Member | undefined> {
      const [found] = await standing(and(eq(member.cellId, cellId), eq(member.id, memberId)))
      return found
    },

    /** The sum of the entries': rises with each that is added or changed. Also of those that are merged or erased, which are kept. */
    async rosterRevision(cellId: string): Promise<number> {
      return sumOf(await read.select({ revision: member.revision }).from(member).where(eq(member.cellId, cellId)))
    },

    /** All or none. */
    async create(cellId: string, newMembers: readonly NewMember[]): Promise<Member[]> {
      if (newMembers.length === 0) return []
      const values = newMembers.map((newMember) => ({ ...tidyNames(newMember), cellId }))
      return write((writer) => writer.insert(member).values(values).returning())
    },

    /** A whole list, made from the roster of that revision: all of it or none. */
    async takeIn(
      cellId: string,
      { added, changed }: RosterChanges,
      { revision: seenRevision, ...who }: Edit,
    ): Promise<Outcome<'taken-in', 'not-found' | 'conflict'>> {
      const values = added.map((newMember) => ({ ...tidyNames(newMember), cellId }))
      return atomically(function* (writer) {
        const { id, revision, erasedAtMs } = member
        const all = yield* run(
          writer.select({ id, revision, erasedAtMs }).from(member).where(eq(member.cellId, cellId)),
        )
        const named = all.filter((entry) => entry.erasedAtMs === null)
        const revisionById = new Map(named.map((entry) => [entry.id, entry.revision]))
        if (changed.some(({ memberId }) => !revisionById.has(memberId))) return refused('not-found')
        const isOlder = changed.some((entry) => revisionById.get(entry.memberId) !== entry.revision)
        if (isOlder || sumOf(all) !== seenRevision) return refused('conflict')
        for (const { memberId, changes, ...seen } of changed) {
          const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
          const row = { ...tidyNames(changes), ...edited({ ...who, ...seen }) }
          yield* run(writer.update(member).set(row).where(place).returning({ id }))
        }
        if (values.length > 0) yield* run(writer.insert(member).values(values).returning({ id }))
        return done('taken-in')
      })
    },

    /** All or none; an old PIN ends with the new one, unless none is to be replaced. */
    async setPinHashes(
      cellId: string,
      hashes: ReadonlyMap<MemberId, string>,
      replacing: boolean,
    ): Promise<Outcome<'set', 'not-found' | 'conflict'>> {
      return atomically(function* (writer) {
        const named = and(eq(member.cellId, cellId), isNull(member.erasedAtMs))
        const known = yield* run(writer.select({ id: member.id, pinHash: member.pinHash }).from(member).where(named))
        const pinHashById = new Map(known.map(({ id, pinHash }) => [id, pinHash]))
        const before = [...hashes.keys()].map((memberId) => pinHashById.get(memberId))
        if (before.includes(undefined)) return refused('not-found')
        if (!replacing && before.some((pinHash) => pinHash !== null)) return refused('conflict')
        for (const [memberId, pinHash] of hashes) {
          const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
          yield* run(writer.update(member).set({ pinHash }).where(place).returning({ id: member.id }))
        }
        return done('set')
      })
    },

    async update(
      cellId: string,
      memberId: MemberId,
      changes: MemberChanges,
      edit: Edit,
    ): Promise<Outcome<Member, 'not-found' | 'conflict'>> {
      const place = and(eq(member.cellId, cellId), eq(member.id, memberId), isNull(member.erasedAtMs))
      const values = { ...tidyNames(changes), ...edited(edit) }
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select({ revision: member.revision }).from(member).where(place))
        if (found === undefined) return refused('not-found')
        if (found.revision !== edit.revision) return refused('conflict')
        return done(onlyRow(yield* run(writer.update(member).set(values).where(place).returning())))
      })
    },
  }
}

/** P2. What an erasure leaves is what results need: an id, months, whether it is ranked. */
function erasing({ read, atomically, tables: { member, memberLink, device } }: Store) {
  return {
    /** Says under which number; whoever is erased already keeps theirs. */
    async erase(
      cellId: string,
      memberId: MemberId,
      { atMs, lastMonth, pseudonymOf, number: given }: ErasingMember,
    ): Promise<Outcome<number, 'not-found'>> {
      return atomically(function* (writer) {
        const members = yield* run(writer.select().from(member).where(eq(member.cellId, cellId)))
        const found = members.find(({ id }) => id === memberId)
        if (!found) return refused('not-found')
        if (found.erasedNumber !== null) return done(found.erasedNumber)
        const number = given ?? Math.max(0, ...members.map(({ erasedNumber }) => erasedNumber ?? 0)) + 1
        const toMonth = found.toMonth ?? (lastMonth < found.fromMonth ? found.fromMonth : lastMonth)
        const erased = { ...nameless, name: pseudonymOf(number), toMonth, erasedAtMs: atMs, erasedNumber: number }
        const place = and(eq(member.cellId, cellId), eq(member.id, memberId))
        yield* run(writer.update(member).set(erased).where(place).returning({ id: member.id }))
        const devices = and(eq(device.cellId, cellId), eq(device.memberId, memberId))
        yield* run(writer.delete(device).where(devices).returning({ id: device.id }))
        const links = and(eq(memberLink.cellId, cellId), eq(memberLink.memberId, memberId))
        yield* run(writer.delete(memberLink).where(links).returning({ id: memberLink.memberId }))
        return done(number)
      })
    },

    /** Of all cells, in the order in which they were erased. */
    async erased(): Promise<Member[]> {
      return read
        .select()
        .from(member)
        .where(isNotNull(member.erasedAtMs))
        .orderBy(asc(member.erasedAtMs), asc(member.id))
    },
  }
}

function sumOf(entries: readonly { readonly revision: number }[]): number {
  return entries.reduce((sum, { revision }) => sum + revision, 0)
}

const nameless = {
  groupName: '',
  position: '',
  birthday: null,
  pinHash: null,
  active: false,
  timePercent: 100,
} as const

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
