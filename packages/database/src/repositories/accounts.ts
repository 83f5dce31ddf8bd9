import type { Role } from '@khac-sau/engine'
import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { foldLogin, tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store, type Writer } from '../store.ts'

export type Account = Tables['account']['$inferSelect']
/** `last-owner`: then nobody could let anybody in. */
export type AccessRefusal = 'not-found' | 'last-owner'
export type NewAccount = Omit<Account, 'cellId' | 'removedAtMs'>

export function accountRepository(store: Store) {
  return { ...signingIn(store), ...managing(store) }
}

/** Whoever was removed is not there any more, but for telling who did what. */
function signingIn({ read, write, tables: { account } }: Store) {
  return {
    async create(cellId: string, newAccount: NewAccount): Promise<Outcome<Account, 'login-taken'>> {
      const values = accountValues(cellId, newAccount)
      const target = account.login
      const [row] = await write((writer) =>
        writer.insert(account).values(values).onConflictDoNothing({ target }).returning(),
      )
      return row === undefined ? refused('login-taken') : done(row)
    },

    async byId(cellId: string, accountId: string): Promise<Account | undefined> {
      const [row] = await read
        .select()
        .from(account)
        .where(and(eq(account.cellId, cellId), eq(account.id, accountId), isNull(account.removedAtMs)))
      return row
    },

    /** In any case, over all cells: who signs in has not named a cell yet. */
    async byLogin(login: string): Promise<Account | undefined> {
      const [row] = await read
        .select()
        .from(account)
        .where(and(eq(account.login, foldLogin(login)), isNull(account.removedAtMs)))
      return row
    },

    async setPassword(cellId: string, accountId: string, passwordHash: string): Promise<Account | undefined> {
      const place = and(eq(account.cellId, cellId), eq(account.id, accountId))
      const [row] = await write((writer) => writer.update(account).set({ passwordHash }).where(place).returning())
      return row
    },

    /** Of the whole installation, for whoever sits at its machine. */
    async logins(): Promise<string[]> {
      const rows = await read
        .select({ login: account.login })
        .from(account)
        .where(isNull(account.removedAtMs))
        .orderBy(asc(account.login))
      return rows.map(({ login }) => login)
    },

    /** Of the whole installation: none means that it is not set up. */
    async count(): Promise<number> {
      return onlyRow(await read.select({ accounts: count() }).from(account)).accounts
    },
  }
}

function managing({ read, atomically, tables: { account, accountSession, accountRecovery, invitation } }: Store) {
  /** Whoever may not invite any more must not come back by an invitation of their own. */
  const openOf = (accountId: string) =>
    and(eq(invitation.invitedBy, accountId), isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs))
  const revoked = (revokedAtMs: number) => ({ revokedAtMs })
  return {
    /** In the order in which they came; with those that were removed, who are still named. */
    async list(cellId: string): Promise<Account[]> {
      return read
        .select()
        .from(account)
        .where(eq(account.cellId, cellId))
        .orderBy(asc(account.createdAtMs), asc(account.id))
    },

    /** A cell is never without an owner: that is looked at in the same transaction. */
    async changeRole(
      cellId: string,
      accountId: string,
      { role, nowMs }: { readonly role: Role; readonly nowMs: number },
    ): Promise<Outcome<Account, AccessRefusal>> {
      return atomically(function* (writer) {
        const found = yield* findAccount(writer, account, cellId, accountId)
        if (found === undefined) return refused('not-found')
        const isLast = yield* isLastOwner(writer, account, found)
        if (isLast && role !== 'owner') return refused('last-owner')
        const place = and(eq(account.cellId, cellId), eq(account.id, accountId))
        if (role !== 'owner')
          yield* run(writer.update(invitation).set(revoked(nowMs)).where(openOf(accountId)).returning())
        return done(onlyRow(yield* run(writer.update(account).set({ role }).where(place).returning())))
      })
    },

    /** The login is free again; sessions, links and open invitations of the account end with it. */
    async remove(cellId: string, accountId: string, nowMs: number): Promise<Outcome<Account, AccessRefusal>> {
      return atomically(function* (writer) {
        const found = yield* findAccount(writer, account, cellId, accountId)
        if (found === undefined) return refused('not-found')
        if (yield* isLastOwner(writer, account, found)) return refused('last-owner')
        const gone = { login: foldLogin(accountId), passwordHash: 'removed', removedAtMs: nowMs }
        const place = and(eq(account.cellId, cellId), eq(account.id, accountId))
        const removed = onlyRow(yield* run(writer.update(account).set(gone).where(place).returning()))
        yield* run(writer.delete(accountSession).where(eq(accountSession.accountId, accountId)).returning())
        yield* run(writer.delete(accountRecovery).where(eq(accountRecovery.accountId, accountId)).returning())
        yield* run(writer.update(invitation).set(revoked(nowMs)).where(openOf(accountId)).returning())
        return done(removed)
      })
    },
  }
}

function* findAccount(writer: Writer, account: Tables['account'], cellId: string, accountId: string) {
  const place = and(eq(account.cellId, cellId), eq(account.id, accountId), isNull(account.removedAtMs))
  const [row] = yield* run(writer.select().from(account).where(place))
  return row
}

function* isLastOwner(writer: Writer, account: Tables['account'], { cellId, role }: Account) {
  if (role !== 'owner') return false
  const place = and(eq(account.cellId, cellId), eq(account.role, 'owner'), isNull(account.removedAtMs))
  return (yield* run(writer.select({ id: account.id }).from(account).where(place))).length === 1
}

/** What an account is stored as. */
export function accountValues(cellId: string, { login, displayName, ...rest }: NewAccount): Account {
  return { ...rest, cellId, login: foldLogin(login), displayName: tidyName(displayName), removedAtMs: null }
}
