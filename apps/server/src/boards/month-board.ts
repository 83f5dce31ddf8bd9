import type { SeasonContest as StoredContest } from '@khac-sau/database'
import {
  type MemberId,
  type Month,
  type OrderReason,
  type PublicPlaces,
  rankInOrder,
  scoreHundredths,
} from '@khac-sau/engine'
import type { MonthBoard } from '@khac-sau/protocol'
import { otherNames, publicRows, reasonsBelow } from './public-rows.ts'

type Place = MonthBoard['places'][number]
type MonthRow = { readonly memberId: MemberId; readonly scoreUnits: number; readonly totalMillis: number }
type RankedRow = MonthRow & { readonly rank: number }
/** R5: who is not ranked has a line of their own, and no place. */
type OwnRow = MonthRow & { readonly rank: number | null }

export type BoardContext = {
  readonly publicPlaces: PublicPlaces
  readonly reader: MemberId | undefined
  readonly nameOf: (memberId: MemberId) => string
}

/** One month, all its counting contests together, and whose scores it makes public. */
export function monthBoard(
  month: Month,
  contests: readonly StoredContest[],
  context: BoardContext,
): { readonly board: MonthBoard; readonly publicIds: ReadonlySet<MemberId> } {
  const rows = rankInOrder(monthRows(contests, true))
  const shown = publicRows(rows, context.publicPlaces)
  const publicIds = new Set(shown.map(({ memberId }) => memberId))
  const own: OwnRow | undefined =
    rows.find(({ memberId }) => memberId === context.reader && !publicIds.has(memberId)) ??
    unrankedRows(contests).find(({ memberId }) => memberId === context.reader)
  const tookPart = new Set(
    contests.flatMap(({ results }) => results.filter((row) => row.tookPart).map(({ memberId }) => memberId)),
  )
  const reasons = reasonsBelow(shown)
  const board = {
    month,
    contests: contests.map(({ title, settings: { maximumScore } }) => ({ title, maximumScore })),
    places: shown.map((row, index) => placeOf(row, reasons[index] ?? null, context)),
    others: otherNames(tookPart, publicIds, context),
    own: own ? { ...lineOf(own, context), rank: own.rank } : null,
  }
  return { board, publicIds }
}

/** S3: by the sum; a contest of the month that was missed gives 0 and costs its full time, as for the first (R2). */
function monthRows(contests: readonly StoredContest[], ofRanked: boolean): readonly MonthRow[] {
  const ranked = contests.map(({ results }) => results.filter((row) => row.tookPart && row.ranked === ofRanked))
  const ids = new Set(ranked.flatMap((rows) => rows.map(({ memberId }) => memberId)))
  return [...ids].map((memberId) => {
    const parts = ranked.map(
      (rows, index) =>
        rows.find((row) => row.memberId === memberId) ?? {
          scoreUnits: 0,
          totalMillis: contests[index]?.results[0]?.fullMillis ?? 0,
        },
    )
    return {
      memberId,
      scoreUnits: parts.reduce((sum, part) => sum + part.scoreUnits, 0),
      totalMillis: parts.reduce((sum, part) => sum + part.totalMillis, 0),
    }
  })
}

function unrankedRows(contests: readonly StoredContest[]): readonly OwnRow[] {
  return monthRows(contests, false).map((row) => ({ ...row, rank: null }))
}

function placeOf(row: RankedRow, aboveNext: OrderReason | null, context: BoardContext): Place {
  return { ...lineOf(row, context), rank: row.rank, aboveNext }
}

function lineOf({ memberId, scoreUnits, totalMillis }: MonthRow, { nameOf, reader }: BoardContext) {
  return {
    name: nameOf(memberId),
    scoreHundredths: scoreHundredths(scoreUnits),
    totalMillis,
    aboveNext: null,
    own: memberId === reader,
  }
}
