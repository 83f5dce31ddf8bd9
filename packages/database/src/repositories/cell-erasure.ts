import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { tidyName } from '../names.ts'
import { done, type Outcome, refused } from '../outcome.ts'
import { run, type Store, type Writer } from '../store.ts'
import { noteEntry } from './administration.ts'

export type CellEndRefusal = 'not-found' | 'contest-under-way' | 'not-its-name'

/** A room that was opened earlier than `liveSinceMs` and never ended was forgotten: it holds up nothing. */
type Closing = { readonly closedAtMs: number; readonly liveSinceMs: number }
type Erasing = { readonly name: string; readonly erasedAtMs: number; readonly administratorId: string }

/** The end of a cell, in two steps: closed, nobody of it comes in; erased, nothing of it is left but its id. */
export function cellErasureRepository(store: Store) {
  const { read, write, atomically, tables } = store
  const { cell, erasedCell, contest, contestContent, contestRemote, accountSession } = tables
  return {
    /** Says which sessions ended: what is connected by them is to be cut off. */
    async close(
      cellId: string,
      { closedAtMs, liveSinceMs }: Closing,
    ): Promise<Outcome<readonly string[], CellEndRefusal>> {
      return atomically(function* (writer) {
        const live = and(
          eq(contest.cellId, cellId),
          eq(contest.stage, 'open'),
          gt(contestContent.frozenAtMs, liveSinceMs),
        )
        const rooms = yield* run(
          writer
            .select({ id: contest.id })
            .from(contest)
            .innerJoin(contestContent, eq(contestContent.contestId, contest.id))
            .where(live)
            .limit(1),
        )
        if (rooms.length > 0) return refused('contest-under-way')
        const place = and(eq(cell.id, cellId), isNull(cell.closedAtMs))
        const closed = yield* run(writer.update(cell).set({ closedAtMs }).where(place).returning({ id: cell.id }))
        if (closed.length === 0) return refused('not-found')
        yield* run(writer.delete(contestRemote).where(eq(contestRemote.cellId, cellId)).returning())
        const ended = yield* run(writer.delete(accountSession).where(eq(accountSession.cellId, cellId)).returning())
        return done(ended.map(({ tokenHash }) => tokenHash))
      })
    },

    /** Whether it was closed. */
    async reopen(cellId: string): Promise<boolean> {
      const place = and(eq(cell.id, cellId), isNotNull(cell.closedAtMs))
      const reopened = write((writer) => writer.update(cell).set({ closedAtMs: null }).where(place).returning())
      return (await reopened).length > 0
    },

    /** Only one that is closed, and by its name: whoever types it means it. What files still hold goes by `vacuum`. */
    async erase(cellId: string, { name, ...erasing }: Erasing): Promise<Outcome<'erased', CellEndRefusal>> {
      return atomically(function* (writer) {
        const place = and(eq(cell.id, cellId), isNotNull(cell.closedAtMs))
        const [found] = yield* run(writer.select({ name: cell.name }).from(cell).where(place))
        if (found === undefined) return refused('not-found')
        if (found.name !== tidyName(name)) return refused('not-its-name')
        yield* deleteCell(writer, tables, { cellId, ...erasing })
        return done('erased')
      })
    },

    /** After older data were put back: whether it was in them again. */
    async eraseAgain(cellId: string, erasedAtMs: number): Promise<boolean> {
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select({ id: cell.id }).from(cell).where(eq(cell.id, cellId)))
        const erasing = { cellId, erasedAtMs, administratorId: null }
        if (found !== undefined) yield* deleteCell(writer, tables, erasing)
        return found !== undefined
      })
    },

    async erased(): Promise<readonly { readonly cellId: string; readonly erasedAtMs: number }[]> {
      return read.select().from(erasedCell).orderBy(erasedCell.erasedAtMs)
    },
  }
}

type Deleting = { readonly cellId: string; readonly erasedAtMs: number; readonly administratorId: string | null }

/** With its line in the installation's journal. What points at others goes before what it points at. */
function* deleteCell(writer: Writer, tables: Store['tables'], { cellId, erasedAtMs, administratorId }: Deleting) {
  const { cell, erasedCell, contest, contestLog } = tables
  // First: the triggers let go of the journal of a cell that stands here, and of no other.
  yield* run(writer.insert(erasedCell).values({ cellId, erasedAtMs }).onConflictDoNothing().returning())
  const contests = yield* run(writer.select({ id: contest.id }).from(contest).where(eq(contest.cellId, cellId)))
  for (const { id } of contests) {
    yield* run(writer.delete(contestLog).where(eq(contestLog.contestId, id)).returning({ seq: contestLog.seq }))
  }
  const ofCell = [
    tables.award,
    tables.result,
    tables.excusal,
    tables.contestRemote,
    tables.contestContent,
    contest,
    tables.device,
    tables.memberLink,
    tables.memberMerge,
    tables.member,
    tables.invitation,
    tables.accountRecovery,
    tables.accountSession,
    tables.account,
    tables.auditEntry,
  ] as const
  for (const table of ofCell) {
    yield* run(writer.delete(table).where(eq(table.cellId, cellId)).returning({ cellId: table.cellId }))
  }
  yield* run(writer.delete(cell).where(eq(cell.id, cellId)).returning({ id: cell.id }))
  yield* noteEntry(writer, tables, { atMs: erasedAtMs, administratorId, action: 'cell-erased', cellId })
}
