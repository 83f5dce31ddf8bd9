import { and, eq, gt } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'
import type { Account } from './accounts.ts'

export type NewRecovery = Omit<Tables['accountRecovery']['$inferInsert'], 'cellId'>

export type Recovered = {
  readonly account: Account
  /** Whatever is connected by them is to be cut off. */
  readonly endedSessions: readonly string[]
}

export function recoveryRepository({ read, atomically, tables: { account, accountRecovery, accountSession } }: Store) {
  return {
    /** The one that was made for this account before is void. */
    async create(cellId: string, recovery: NewRecovery): Promise<void> {
      await atomically(function* (writer) {
        yield* run(writer.delete(accountRecovery).where(eq(accountRecovery.accountId, recovery.accountId)).returning())
        yield* run(
          writer
            .insert(accountRecovery)
            .values({ ...recovery, cellId })
            .returning(),
        )
      })
    },

    /** Asked before a password is hashed: hashing costs, and a guess must not. */
    async isValid(secretHash: string, nowMs: number): Promise<boolean> {
      const rows = await read
        .select({ accountId: accountRecovery.accountId })
        .from(accountRecovery)
        .where(and(eq(accountRecovery.secretHash, secretHash), gt(accountRecovery.expiresAtMs, nowMs)))
      return rows.length > 0
    },

    /** The new password stands, all sessions end and the link is used up, at once or not at all. */
    async recover(secretHash: string, passwordHash: string, nowMs: number): Promise<Outcome<Recovered, 'over'>> {
      const place = and(eq(accountRecovery.secretHash, secretHash), gt(accountRecovery.expiresAtMs, nowMs))
      return atomically(function* (writer) {
        const [used] = yield* run(writer.delete(accountRecovery).where(place).returning())
        if (used === undefined) return refused('over')
        const { cellId, accountId } = used
        const theirs = and(eq(account.cellId, cellId), eq(account.id, accountId))
        const [changed] = yield* run(writer.update(account).set({ passwordHash }).where(theirs).returning())
        if (changed === undefined) return refused('over')
        const sessions = yield* run(
          writer
            .delete(accountSession)
            .where(and(eq(accountSession.cellId, cellId), eq(accountSession.accountId, accountId)))
            .returning(),
        )
        return done({ account: changed, endedSessions: sessions.map(({ tokenHash }) => tokenHash) })
      })
    },
  }
}
