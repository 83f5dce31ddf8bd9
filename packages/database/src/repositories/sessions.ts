import { and, desc, eq, gt, lte, ne } from 'drizzle-orm'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

export type AccountSession = Tables['accountSession']['$inferSelect']
export type NewAccountSession = Omit<AccountSession, 'cellId'>

export function sessionRepository({ read, write, tables: { accountSession } }: Store) {
  return {
    async create(cellId: string, session: NewAccountSession): Promise<AccountSession> {
      const values = { ...session, cellId }
      return onlyRow(await write((writer) => writer.insert(accountSession).values(values).returning()))
    },

    /** The token stands for the cell; an expired one stands for nothing. */
    async byTokenHash(tokenHash: string, nowMs: number): Promise<AccountSession | undefined> {
      const [row] = await read
        .select()
        .from(accountSession)
        .where(and(eq(accountSession.tokenHash, tokenHash), gt(accountSession.expiresAtMs, nowMs)))
      return row
    },

    /** Those that still stand for somebody, the one used last first. */
    async ofAccount(cellId: string, accountId: string, nowMs: number): Promise<AccountSession[]> {
      return read
        .select()
        .from(accountSession)
        .where(
          and(
            eq(accountSession.cellId, cellId),
            eq(accountSession.accountId, accountId),
            gt(accountSession.expiresAtMs, nowMs),
          ),
        )
        .orderBy(desc(accountSession.lastUsedAtMs), desc(accountSession.createdAtMs), desc(accountSession.tokenHash))
    },

    async used(cellId: string, tokenHash: string, lastUsedAtMs: number): Promise<void> {
      const place = and(eq(accountSession.cellId, cellId), eq(accountSession.tokenHash, tokenHash))
      await write((writer) => writer.update(accountSession).set({ lastUsedAtMs }).where(place).returning())
    },

    /** Says which: whatever is connected by them is to be cut off. */
    async deleteAllOf(cellId: string, accountId: string, exceptHash?: string): Promise<readonly string[]> {
      const place = and(
        eq(accountSession.cellId, cellId),
        eq(accountSession.accountId, accountId),
        exceptHash === undefined ? undefined : ne(accountSession.tokenHash, exceptHash),
      )
      const rows = await write((writer) => writer.delete(accountSession).where(place).returning())
      return rows.map(({ tokenHash }) => tokenHash)
    },

    /** Whether there was one. */
    async delete(cellId: string, tokenHash: string): Promise<boolean> {
      const place = and(eq(accountSession.cellId, cellId), eq(accountSession.tokenHash, tokenHash))
      const rows = await write((writer) => writer.delete(accountSession).where(place).returning())
      return rows.length > 0
    },

    /** P4, of all cells: by which browser a session was begun, where that was then or before. Says how many it was known of. */
    async forgetBrowsers(throughMs: number): Promise<number> {
      const known = and(lte(accountSession.createdAtMs, throughMs), ne(accountSession.userAgent, ''))
      const rows = await write((writer) =>
        writer
          .update(accountSession)
          .set({ userAgent: '' })
          .where(known)
          .returning({ tokenHash: accountSession.tokenHash }),
      )
      return rows.length
    },

    /** Of all cells; says how many there were. */
    async deleteExpired(nowMs: number): Promise<number> {
      const rows = await write((writer) =>
        writer
          .delete(accountSession)
          .where(lte(accountSession.expiresAtMs, nowMs))
          .returning({ tokenHash: accountSession.tokenHash }),
      )
      return rows.length
    },
  }
}
