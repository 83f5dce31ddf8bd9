import type { ContestContent } from '@khac-sau/engine'
import { and, desc, eq, gt, ne, type SQL } from 'drizzle-orm'
import { done, type Outcome, refused } from '../outcome.ts'
import { onlyRow } from '../rows.ts'
import { isUniqueViolation } from '../statement-error.ts'
import { run, type Store } from '../store.ts'
import { type Edit, edited } from './edit.ts'
import {
  type ContestDraft,
  type ContestRecord,
  draftColumns,
  freezeContent,
  type FrozenContent,
  readContent,
  readContest,
} from './contest-record.ts'

export type NewContest = Omit<ContestDraft, 'notes'> & { readonly id: string; readonly createdAtMs: number }

export type Freezing = {
  readonly content: ContestContent
  readonly roomCode: string
  readonly screenKey: string
  readonly frozenAtMs: number
  /** Of the draft that the content was read from. */
  readonly revision: number
}

export type FreezeRefusal = 'not-found' | 'already-open' | 'conflict' | 'code-taken'

/** A contest leaves the draft only by being frozen; from there it may go back and forth (C8). */
export type StageChange =
  | { readonly stage: 'open' | 'finished' }
  | { readonly stage: 'settled'; readonly settledAtMs: number }

export function contestRepository(store: Store) {
  return { ...contestReading(store), ...contestDrafting(store), ...contestRunning(store) }
}

function contestReading({ read, tables: { contest, contestContent } }: Store) {
  async function contestWhere(place: SQL | undefined): Promise<ContestRecord | undefined> {
    const [row] = await read.select().from(contest).where(place)
    return row === undefined ? undefined : readContest(row)
  }

  return {
    /** Newest month first. */
    async list(cellId: string): Promise<ContestRecord[]> {
      const rows = await read
        .select()
        .from(contest)
        .where(eq(contest.cellId, cellId))
        .orderBy(desc(contest.month), desc(contest.createdAtMs), desc(contest.id))
      return rows.map(readContest)
    },

    /** Of any cell: a room was opened and its contest is not finished. */
    async isAnyOpen(): Promise<boolean> {
      const open = await read.select({ id: contest.id }).from(contest).where(eq(contest.stage, 'open')).limit(1)
      return open.length > 0
    },

    /** The same, but for rooms that were opened earlier than that, and forgotten. */
    async isAnyLive(openedAfterMs: number): Promise<boolean> {
      const live = await read
        .select({ id: contest.id })
        .from(contest)
        .innerJoin(contestContent, eq(contestContent.contestId, contest.id))
        .where(and(eq(contest.stage, 'open'), gt(contestContent.frozenAtMs, openedAfterMs)))
        .limit(1)
      return live.length > 0
    },

    byId: (cellId: string, contestId: string) =>
      contestWhere(and(eq(contest.cellId, cellId), eq(contest.id, contestId))),

    /** The code on the projector stands for the cell. */
    byRoomCode: (roomCode: string) => contestWhere(eq(contest.roomCode, roomCode)),

    byScreenKey: (screenKey: string) => contestWhere(eq(contest.screenKey, screenKey)),

    async content(cellId: string, contestId: string): Promise<FrozenContent | undefined> {
      const [row] = await read
        .select()
        .from(contestContent)
        .where(and(eq(contestContent.cellId, cellId), eq(contestContent.contestId, contestId)))
      return row === undefined ? undefined : readContent(row)
    },
  }
}

function contestDrafting({ write, atomically, tables: { contest } }: Store) {
  return {
    async create(cellId: string, newContest: NewContest): Promise<ContestRecord> {
      const { id, createdAtMs } = newContest
      const values = { id, cellId, createdAtMs, ...draftColumns(newContest), revision: 1, stage: 'draft' as const }
      return readContest(onlyRow(await write((writer) => writer.insert(contest).values(values).returning())))
    },

    /** Whoever saves second learns it instead of overwriting. */
    async update(
      cellId: string,
      contestId: string,
      changes: Partial<ContestDraft>,
      edit: Edit,
    ): Promise<Outcome<ContestRecord, 'not-found' | 'not-draft' | 'conflict'>> {
      const place = and(eq(contest.cellId, cellId), eq(contest.id, contestId))
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select().from(contest).where(place))
        if (found === undefined) return refused('not-found')
        if (found.stage !== 'draft') return refused('not-draft')
        if (found.revision !== edit.revision) return refused('conflict')
        const values = { ...draftColumns({ ...readContest(found), ...changes }), ...edited(edit) }
        return done(readContest(onlyRow(yield* run(writer.update(contest).set(values).where(place).returning()))))
      })
    },

    async deleteDraft(
      cellId: string,
      contestId: string,
      revision: number,
    ): Promise<Outcome<'deleted', 'not-found' | 'not-draft' | 'conflict'>> {
      const place = and(eq(contest.cellId, cellId), eq(contest.id, contestId))
      return atomically(function* (writer) {
        const [found] = yield* run(writer.select().from(contest).where(place))
        if (found === undefined) return refused('not-found')
        if (found.stage !== 'draft') return refused('not-draft')
        if (found.revision !== revision) return refused('conflict')
        yield* run(writer.delete(contest).where(place).returning({ id: contest.id }))
        return done('deleted')
      })
    },
  }
}

function contestRunning({ write, atomically, tables: { contest, contestContent } }: Store) {
  return {
    /** C5: the content, the stage and the codes at once, or nothing. */
    async freeze(
      cellId: string,
      contestId: string,
      { content, roomCode, screenKey, frozenAtMs, revision }: Freezing,
    ): Promise<Outcome<{ readonly contest: ContestRecord; readonly contentHash: string }, FreezeRefusal>> {
      const place = and(eq(contest.cellId, cellId), eq(contest.id, contestId))
      const frozen = freezeContent(content)
      const row = { ...frozen, contestId, cellId, frozenAtMs }
      const opening = { stage: 'open', roomCode, screenKey } as const
      const freezing = atomically(function* (writer) {
        const { stage, revision: stored } = contest
        const [found] = yield* run(writer.select({ stage, revision: stored }).from(contest).where(place))
        if (found === undefined) return refused('not-found')
        if (found.stage !== 'draft') return refused('already-open')
        if (found.revision !== revision) return refused('conflict')
        yield* run(writer.insert(contestContent).values(row).returning({ hash: contestContent.hash }))
        const opened = onlyRow(yield* run(writer.update(contest).set(opening).where(place).returning()))
        return done({ contest: readContest(opened), contentHash: frozen.hash })
      })
      return freezing.catch((error: unknown) => {
        if (isUniqueViolation(error)) return refused('code-taken')
        throw error
      })
    },

    async setStage(
      cellId: string,
      contestId: string,
      change: StageChange,
    ): Promise<Outcome<ContestRecord, 'not-found-or-draft'>> {
      const place = and(eq(contest.cellId, cellId), eq(contest.id, contestId), ne(contest.stage, 'draft'))
      const values = { stage: change.stage, settledAtMs: change.stage === 'settled' ? change.settledAtMs : null }
      const [row] = await write((writer) => writer.update(contest).set(values).where(place).returning())
      return row === undefined ? refused('not-found-or-draft') : done(readContest(row))
    },
  }
}
