import { exceeds, noQuotas, type Quotas } from '@khac-sau/engine'
import { and, count, desc, eq, gt, inArray, isNull, lt, max, sql } from 'drizzle-orm'
import { tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store, type Writer } from '../store.ts'
import type { Account } from './accounts.ts'
import type { Cell, NewCell } from './cells.ts'
import type { Invitation } from './invitations.ts'

export type AdministrationEntry = Tables['administrationEntry']['$inferSelect']
export type NewAdministrationEntry = Pick<AdministrationEntry, 'atMs' | 'administratorId' | 'action'> &
  Partial<Pick<AdministrationEntry, 'cellId' | 'detail'>>

/** Of a cell, only how many: no name of a member, no title, no answer. */
export type CellFigures = {
  readonly cell: Cell
  readonly activeMembers: number
  readonly contests: number
  /** When the room of the last one was opened. */
  readonly lastContestAtMs: number | null
}

export type OwnerInvitation = Pick<Invitation, 'id' | 'secretHash' | 'inviteeName' | 'createdAtMs' | 'expiresAtMs'>
export type CellToMake = { readonly cell: NewCell; readonly invitation: OwnerInvitation }

/** What concerns the installation as a whole, for its administrators. */
export function administrationRepository(store: Store) {
  return { ...figures(store), ...doors(store), ...rules(store) }
}

function figures({ read, tables: { administrator, cell, member, contest, contestContent, contestLog } }: Store) {
  return {
    /** Several cells, or somebody who administers: what is of the whole installation is no cell's. */
    async isShared(): Promise<boolean> {
      const administering = isNull(administrator.removedAtMs)
      if ((await read.select({ id: administrator.id }).from(administrator).where(administering).limit(1)).length > 0)
        return true
      return (await read.select({ id: cell.id }).from(cell).limit(2)).length > 1
    },

    /** In the order in which they came. */
    async cells(): Promise<CellFigures[]> {
      const cells = await read.select().from(cell).orderBy(cell.createdAtMs, cell.name)
      const members = await read
        .select({ cellId: member.cellId, count: count() })
        .from(member)
        .where(eq(member.active, true))
        .groupBy(member.cellId)
      const contests = await read
        .select({ cellId: contest.cellId, count: count(), last: max(contestContent.frozenAtMs) })
        .from(contest)
        .leftJoin(contestContent, eq(contestContent.contestId, contest.id))
        .groupBy(contest.cellId)
      const membersByCell = new Map(members.map((row) => [row.cellId, row.count]))
      const contestsByCell = new Map(contests.map((row) => [row.cellId, row]))
      return cells.map((one) => ({
        cell: one,
        activeMembers: membersByCell.get(one.id) ?? 0,
        contests: contestsByCell.get(one.id)?.count ?? 0,
        lastContestAtMs: contestsByCell.get(one.id)?.last ?? null,
      }))
    },

    /** Of the texts that are stored for its contests: nearly all that a cell takes on the disk. */
    async storedBytes(cellId: string): Promise<number> {
      const ofLog = await read
        .select({ bytes: sql<string | null>`sum(length(${contestLog.body}))` })
        .from(contestLog)
        .innerJoin(contest, eq(contest.id, contestLog.contestId))
        .where(eq(contest.cellId, cellId))
      const ofContent = await read
        .select({ bytes: sql<string | null>`sum(length(${contestContent.body}))` })
        .from(contestContent)
        .where(eq(contestContent.cellId, cellId))
      const ofDrafts = await read
        .select({ bytes: sql<string | null>`sum(length(${contest.draft}))` })
        .from(contest)
        .where(eq(contest.cellId, cellId))
      return [ofLog, ofContent, ofDrafts].reduce((sum, rows) => sum + Number(onlyRow(rows).bytes ?? 0), 0)
    },

    async activeMembers(cellId: string): Promise<number> {
      const place = and(eq(member.cellId, cellId), eq(member.active, true))
      return onlyRow(await read.select({ count: count() }).from(member).where(place)).count
    },

    async contests(cellId: string): Promise<number> {
      return onlyRow(await read.select({ count: count() }).from(contest).where(eq(contest.cellId, cellId))).count
    },
  }
}

function doors({ read, atomically, tables: { cell, account, invitation } }: Store) {
  const isOpen = (nowMs: number) =>
    and(isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs), gt(invitation.expiresAtMs, nowMs))
  const invitationValues = (cellId: string, { inviteeName, ...rest }: OwnerInvitation) => ({
    ...rest,
    cellId,
    role: 'owner' as const,
    invitedBy: null,
    inviteeName: inviteeName === null ? null : tidyName(inviteeName),
  })
  return {
    /** All of them with the way in for their owners, or none. */
    async makeCells(made: readonly CellToMake[], mostCells: number | null): Promise<Outcome<'made', 'too-many'>> {
      return atomically(function* (writer) {
        const there = onlyRow(yield* run(writer.select({ count: count() }).from(cell)))
        if (exceeds(there.count + made.length, mostCells)) return refused('too-many')
        for (const { cell: newCell, invitation: invited } of made) {
          yield* run(
            writer
              .insert(cell)
              .values({ ...newCell, name: tidyName(newCell.name) })
              .returning(),
          )
          yield* run(writer.insert(invitation).values(invitationValues(newCell.id, invited)).returning())
        }
        return done('made')
      })
    },

    /** Whoever may decide in a cell, over all of them or in one; names of the roster are not among them. */
    async owners(cellId?: string): Promise<Account[]> {
      const place = and(
        eq(account.role, 'owner'),
        isNull(account.removedAtMs),
        cellId === undefined ? undefined : eq(account.cellId, cellId),
      )
      return read.select().from(account).where(place).orderBy(account.createdAtMs)
    },

    /** Those that an administrator made and nobody has used. */
    async openInvitations(nowMs: number): Promise<Invitation[]> {
      return read
        .select()
        .from(invitation)
        .where(and(isNull(invitation.invitedBy), isOpen(nowMs)))
        .orderBy(invitation.createdAtMs)
    },

    /**
     * Into a cell that has no owner yet, and into no other: who is in decides who comes in. The one made before is void.
     */
    async inviteOwner(cellId: string, invited: OwnerInvitation): Promise<Outcome<Cell, 'not-found' | 'has-owner'>> {
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select().from(cell).where(eq(cell.id, cellId)))
        if (found === undefined) return refused('not-found')
        const ownerPlace = and(eq(account.cellId, cellId), eq(account.role, 'owner'), isNull(account.removedAtMs))
        const owners = yield* run(writer.select({ id: account.id }).from(account).where(ownerPlace))
        if (owners.length > 0) return refused('has-owner')
        const before = and(eq(invitation.cellId, cellId), isNull(invitation.invitedBy), isOpen(invited.createdAtMs))
        const revoked = { revokedAtMs: invited.createdAtMs, inviteeName: null }
        yield* run(writer.update(invitation).set(revoked).where(before).returning())
        yield* run(writer.insert(invitation).values(invitationValues(cellId, invited)).returning())
        return done(found)
      })
    },
  }
}

/** Inside the transaction that does it. */
export function* noteEntry(
  writer: Writer,
  { administrationEntry }: Pick<Store['tables'], 'administrationEntry'>,
  entry: NewAdministrationEntry,
) {
  const [last] = yield* run(writer.select({ seq: max(administrationEntry.seq) }).from(administrationEntry))
  const values = { ...entry, seq: (last?.seq ?? 0) + 1 }
  yield* run(writer.insert(administrationEntry).values(values).returning())
}

const theInstallation = 'this'

function rules({ read, write, atomically, tables: { installation, administrationEntry, cell } }: Store) {
  return {
    async quotas(): Promise<Quotas> {
      const [row] = await read.select().from(installation).where(eq(installation.id, theInstallation))
      if (row === undefined) return noQuotas
      const { mostCells, mostMembers, mostContests } = row
      return { mostCells, mostMembers, mostContests }
    },

    async setQuotas(quotas: Quotas): Promise<void> {
      const values = { id: theInstallation, ...quotas }
      const target = installation.id
      await write((writer) =>
        writer.insert(installation).values(values).onConflictDoUpdate({ target, set: quotas }).returning(),
      )
    },

    /** There is no way to change or delete an entry: not here, and not in the database. */
    async note(entry: NewAdministrationEntry): Promise<void> {
      await atomically((writer) => noteEntry(writer, { administrationEntry }, entry))
    },

    /** The newest first, `most` of them, older than `before` where that is given. */
    async journal(most: number, before?: number): Promise<AdministrationEntry[]> {
      return read
        .select()
        .from(administrationEntry)
        .where(before === undefined ? undefined : lt(administrationEntry.seq, before))
        .orderBy(desc(administrationEntry.seq))
        .limit(most)
    },

    async cellNames(cellIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
      if (cellIds.length === 0) return new Map()
      const rows = await read
        .select({ id: cell.id, name: cell.name })
        .from(cell)
        .where(inArray(cell.id, [...cellIds]))
      return new Map(rows.map(({ id, name }) => [id, name]))
    },
  }
}
