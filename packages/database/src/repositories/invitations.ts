import { and, count, desc, eq, gt, isNull } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import { run, type Store } from '../store.ts'
import { foldLogin } from '../names.ts'
import { type Account, accountValues, type NewAccount } from './accounts.ts'

export type Invitation = Tables['invitation']['$inferSelect']
export type NewInvitation = Pick<Invitation, 'id' | 'role' | 'secretHash' | 'createdAtMs' | 'expiresAtMs'> & {
  readonly invitedBy: string
}

/** Enough for a committee; whoever is at the owner's page by mistake cannot fill the table. */
const mostOpen = 20

export function invitationRepository({ read, write, atomically, tables: { account, invitation } }: Store) {
  /** It can still be accepted. */
  const isOpen = (nowMs: number) =>
    and(isNull(invitation.acceptedAtMs), isNull(invitation.revokedAtMs), gt(invitation.expiresAtMs, nowMs))

  return {
    async create(cellId: string, newInvitation: NewInvitation): Promise<Outcome<Invitation, 'too-many'>> {
      return atomically(function* (writer) {
        const place = and(eq(invitation.cellId, cellId), isOpen(newInvitation.createdAtMs))
        const open = onlyRow(yield* run(writer.select({ count: count() }).from(invitation).where(place)))
        if (open.count >= mostOpen) return refused('too-many')
        const values = { ...newInvitation, cellId }
        return done(onlyRow(yield* run(writer.insert(invitation).values(values).returning())))
      })
    },

    /** Of whatever became of them, the newest first. */
    async list(cellId: string): Promise<Invitation[]> {
      return read
        .select()
        .from(invitation)
        .where(eq(invitation.cellId, cellId))
        .orderBy(desc(invitation.createdAtMs), desc(invitation.id))
        .limit(50)
    },

    /** The secret of the link stands for the cell. */
    async open(secretHash: string, nowMs: number): Promise<Invitation | undefined> {
      const [row] = await read
        .select()
        .from(invitation)
        .where(and(eq(invitation.secretHash, secretHash), isOpen(nowMs)))
      return row
    },

    /** Whether there was one to take back. */
    async revoke(cellId: string, invitationId: string, nowMs: number): Promise<boolean> {
      const place = and(eq(invitation.cellId, cellId), eq(invitation.id, invitationId), isOpen(nowMs))
      const rows = await write((writer) =>
        writer.update(invitation).set({ revokedAtMs: nowMs }).where(place).returning(),
      )
      return rows.length > 0
    },

    /** The account is there and the invitation used up, at once or not at all: of two who accept, one does. */
    async accept(
      secretHash: string,
      newAccount: Omit<NewAccount, 'role'>,
    ): Promise<Outcome<Account, 'over' | 'login-taken'>> {
      const nowMs = newAccount.createdAtMs
      return atomically(function* (writer) {
        const place = and(eq(invitation.secretHash, secretHash), isOpen(nowMs))
        const [found] = yield* run(writer.select().from(invitation).where(place))
        if (found === undefined) return refused('over')
        const sameLogin = eq(account.login, foldLogin(newAccount.login))
        const taken = yield* run(writer.select({ id: account.id }).from(account).where(sameLogin))
        if (taken.length > 0) return refused('login-taken')
        const values = accountValues(found.cellId, { ...newAccount, role: found.role })
        const created = onlyRow(yield* run(writer.insert(account).values(values).returning()))
        const used = { acceptedAtMs: nowMs, acceptedBy: created.id, inviteeName: null }
        yield* run(writer.update(invitation).set(used).where(eq(invitation.id, found.id)).returning())
        return done(created)
      })
    },
  }
}
