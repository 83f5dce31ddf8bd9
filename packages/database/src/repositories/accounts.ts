import { and, asc, count, eq } from 'drizzle-orm'
import { foldLogin, tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type Account = Tables['account']['$inferSelect']
export type NewAccount = Omit<Account, 'cellId'>

export function accountRepository({ read, write, tables: { account } }: Store) {
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
        .where(and(eq(account.cellId, cellId), eq(account.id, accountId)))
      return row
    },

    /** In any case, over all cells: who signs in has not named a cell yet. */
    async byLogin(login: string): Promise<Account | undefined> {
      const [row] = await read
        .select()
        .from(account)
        .where(eq(account.login, foldLogin(login)))
      return row
    },

    async setPassword(cellId: string, accountId: string, passwordHash: string): Promise<Account | undefined> {
      const place = and(eq(account.cellId, cellId), eq(account.id, accountId))
      const [row] = await write((writer) => writer.update(account).set({ passwordHash }).where(place).returning())
      return row
    },

    /** Of the whole installation, for whoever sits at its machine. */
    async logins(): Promise<string[]> {
      const rows = await read.select({ login: account.login }).from(account).orderBy(asc(account.login))
      return rows.map(({ login }) => login)
    },

    /** Of the whole installation: none means that it is not set up. */
    async count(): Promise<number> {
      return onlyRow(await read.select({ accounts: count() }).from(account)).accounts
    },
  }
}

/** What an account is stored as. */
export function accountValues(cellId: string, { login, displayName, ...rest }: NewAccount): Account {
  return { ...rest, cellId, login: foldLogin(login), displayName: tidyName(displayName) }
}
