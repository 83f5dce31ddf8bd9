import type { SeasonContest as StoredContest } from '@khac-sau/database'
import {
  type MemberId,
  type Month,
  type OrderReason,
  type PublicPlaces,
  monthRanking,
  type MonthSum,
  monthSums,
  scoreHundredths,
  type SeasonContest,
} from '@khac-sau/engine'
import type { MonthBoard } from '@khac-sau/protocol'
import { otherNames, publicRows, reasonsBelow } from './public-rows.ts'
import { seasonContest } from './season-contest.ts'

type Place = MonthBoard['places'][number]
type RankedRow = MonthSum & { readonly rank: number }
/** R5: who is not ranked has a line of their own, and no place. */
type OwnRow = MonthSum & { readonly rank: number | null }

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
  const seasonContests = contests.map(seasonContest)
  const rows = monthRanking(seasonContests)
  const shown = publicRows(rows, context.publicPlaces)
  const publicIds = new Set(shown.map(({ memberId }) => memberId))
  const own: OwnRow | undefined =
    rows.find(({ memberId }) => memberId === context.reader && !publicIds.has(memberId)) ??
    unrankedRows(seasonContests).find(({ memberId }) => memberId === context.reader)
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

function unrankedRows(contests: readonly SeasonContest[]): readonly OwnRow[] {
  return monthSums(contests, false).map((row) => ({ ...row, rank: null }))
}

function placeOf(row: RankedRow, aboveNext: OrderReason | null, context: BoardContext): Place {
  return { ...lineOf(row, context), rank: row.rank, aboveNext }
}

function lineOf({ memberId, scoreUnits, totalMillis }: MonthSum, { nameOf, reader }: BoardContext) {
  return {
    name: nameOf(memberId),
    scoreHundredths: scoreHundredths(scoreUnits),
    totalMillis,
    aboveNext: null,
    own: memberId === reader,
  }
}
