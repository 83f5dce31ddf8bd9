import { and, eq } from 'drizzle-orm'
import { onlyRow } from '../rows.ts'
import type { Tables } from '../schema/tables.ts'
import type { Store } from '../store.ts'

/** The phone that is paired as the remote of a contest. */
export type Remote = Tables['contestRemote']['$inferSelect']
export type NewRemote = Omit<Remote, 'cellId'>

export function remoteRepository({ read, write, tables: { contestRemote } }: Store) {
  return {
    /** In the place of the one before. */
    async pair(cellId: string, remote: NewRemote): Promise<Remote> {
      const values = { ...remote, cellId }
      const { accountId, tokenHash, createdAtMs } = remote
      return onlyRow(
        await write((writer) =>
          writer
            .insert(contestRemote)
            .values(values)
            .onConflictDoUpdate({ target: contestRemote.contestId, set: { accountId, tokenHash, createdAtMs } })
            .returning(),
        ),
      )
    },

    /** The token stands for the cell and the contest. */
    async byTokenHash(tokenHash: string): Promise<Remote | undefined> {
      const [row] = await read.select().from(contestRemote).where(eq(contestRemote.tokenHash, tokenHash))
      return row
    },

    async ofContest(cellId: string, contestId: string): Promise<Remote | undefined> {
      const [row] = await read
        .select()
        .from(contestRemote)
        .where(and(eq(contestRemote.cellId, cellId), eq(contestRemote.contestId, contestId)))
      return row
    },

    async ofAccount(cellId: string, accountId: string): Promise<Remote[]> {
      const place = and(eq(contestRemote.cellId, cellId), eq(contestRemote.accountId, accountId))
      return read.select().from(contestRemote).where(place)
    },

    /** Whether there was one. */
    async end(cellId: string, contestId: string): Promise<boolean> {
      const place = and(eq(contestRemote.cellId, cellId), eq(contestRemote.contestId, contestId))
      const rows = await write((writer) => writer.delete(contestRemote).where(place).returning())
      return rows.length > 0
    },
  }
}
