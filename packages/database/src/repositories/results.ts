import type { ContestSettings, Month } from '@khac-sau/engine'
import { and, asc, eq, gte, lte } from 'drizzle-orm'
import type { Tables } from '../schema/tables.ts'
import { contestSettings } from '../shapes.ts'
import { run, type Store, type Writer } from '../store.ts'

export type Result = Tables['result']['$inferSelect']
export type NewResult = Omit<Result, 'cellId' | 'contestId'>
export type Award = Tables['award']['$inferSelect']
export type NewAward = Omit<Award, 'cellId' | 'contestId'>

export type ContestResults = { readonly results: readonly Result[]; readonly awards: readonly Award[] }

/** A settled contest, as the year's board counts it (S2). */
export type SeasonContest = ContestResults & {
  readonly contestId: string
  readonly month: Month
  readonly title: string
  readonly settings: ContestSettings
  readonly settledAtMs: number | null
}

export function resultRepository(store: Store) {
  return { ...resultReading(store), ...resultWriting(store) }
}

function resultReading({ read, tables: { contest, result, award } }: Store) {
  return {
    async ofContest(cellId: string, contestId: string): Promise<ContestResults> {
      const results = await read
        .select()
        .from(result)
        .where(and(eq(result.cellId, cellId), eq(result.contestId, contestId)))
      const awards = await read
        .select()
        .from(award)
        .where(and(eq(award.cellId, cellId), eq(award.contestId, contestId)))
      return { results, awards }
    },

    /** The settled contests of the months, both included, in order, counting ones and others. */
    async seasonRows(cellId: string, fromMonth: Month, toMonth: Month): Promise<SeasonContest[]> {
      const contestsOfRange = and(
        eq(contest.cellId, cellId),
        eq(contest.stage, 'settled'),
        gte(contest.month, fromMonth),
        lte(contest.month, toMonth),
      )
      const rows = await read
        .select({ contest, result })
        .from(contest)
        .leftJoin(result, and(eq(result.cellId, cellId), eq(result.contestId, contest.id)))
        .where(contestsOfRange)
        .orderBy(asc(contest.month), asc(contest.createdAtMs), asc(contest.id))
      const awards = await read
        .select({ award })
        .from(award)
        .innerJoin(contest, and(eq(contest.cellId, cellId), eq(award.contestId, contest.id)))
        .where(and(eq(award.cellId, cellId), contestsOfRange))
      return seasonContests(
        rows,
        awards.map((row) => row.award),
      )
    },
  }
}

function resultWriting({ atomically, tables: { result, award } }: Store) {
  function* clear(writer: Writer, cellId: string, contestId: string) {
    const results = and(eq(result.cellId, cellId), eq(result.contestId, contestId))
    const awards = and(eq(award.cellId, cellId), eq(award.contestId, contestId))
    yield* run(writer.delete(result).where(results).returning({ memberId: result.memberId }))
    yield* run(writer.delete(award).where(awards).returning({ memberId: award.memberId }))
  }

  return {
    /** What a recount gave, in the place of what the one before gave. */
    async replaceFor(
      cellId: string,
      contestId: string,
      results: readonly NewResult[],
      awards: readonly NewAward[],
    ): Promise<void> {
      const place = { cellId, contestId }
      await atomically(function* (writer) {
        yield* clear(writer, cellId, contestId)
        for (const values of slices(results)) {
          const rows = values.map((row) => ({ ...row, ...place }))
          yield* run(writer.insert(result).values(rows).returning({ memberId: result.memberId }))
        }
        for (const values of slices(awards)) {
          const rows = values.map((row) => ({ ...row, ...place }))
          yield* run(writer.insert(award).values(rows).returning({ memberId: award.memberId }))
        }
      })
    },

    async clearFor(cellId: string, contestId: string): Promise<void> {
      await atomically((writer) => clear(writer, cellId, contestId))
    },
  }
}

/** SQLite takes 32,766 values in one statement. */
function slices<T>(rows: readonly T[]): T[][] {
  const length = 2_000
  return Array.from({ length: Math.ceil(rows.length / length) }, (_, index) =>
    rows.slice(index * length, (index + 1) * length),
  )
}

type JoinedRow = { readonly contest: Tables['contest']['$inferSelect']; readonly result: Result | null }

function seasonContests(rows: readonly JoinedRow[], awards: readonly Award[]): SeasonContest[] {
  const rowsByContest = new Map<string, JoinedRow[]>()
  for (const row of rows) {
    const sameContest = rowsByContest.get(row.contest.id)
    if (sameContest === undefined) rowsByContest.set(row.contest.id, [row])
    else sameContest.push(row)
  }
  return [...rowsByContest].flatMap(([contestId, joined]) =>
    joined.slice(0, 1).map(({ contest: { month, title, settings, settledAtMs } }) => ({
      contestId,
      month,
      title,
      settings: contestSettings.parse(JSON.parse(settings)),
      settledAtMs,
      results: joined.flatMap(({ result }) => (result === null ? [] : [result])),
      awards: awards.filter((award) => award.contestId === contestId),
    })),
  )
}
