import type { SeasonContest as StoredContest } from '@khac-sau/database'
import {
  type MemberId,
  type Month,
  type OrderReason,
  type PublicPlaces,
  monthRanking,
  type MonthSum,
  monthSums,
  publicApart,
  scoreHundredths,
  type SeasonContest,
} from '@khac-sau/engine'
import type { MonthBoard } from '@khac-sau/protocol'
import { otherNames, publicRows, reasonsBelow } from './public-rows.ts'
import { seasonContest } from './season-contest.ts'

type Place = MonthBoard['places'][number]
type RankedRow = MonthSum & { readonly rank: number }
/** R5, A9: who is not ranked, or had extra time, has a line of their own, and no place. */
type OwnRow = MonthSum & { readonly rank: number | null; readonly extraTime: boolean }

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
  const apart = [...monthSums(seasonContests, 'apart')].sort((a, b) => b.scoreUnits - a.scoreUnits)
  const shownApart = publicApart(apart, rows, context.publicPlaces)
  const publicIds = new Set([...shown, ...shownApart].map(({ memberId }) => memberId))
  const own = ownRows(seasonContests, rows).find(
    ({ memberId }) => memberId === context.reader && !publicIds.has(memberId),
  )
  const tookPart = new Set(
    contests.flatMap(({ results }) => results.filter((row) => row.tookPart).map(({ memberId }) => memberId)),
  )
  const reasons = reasonsBelow(shown)
  const board = {
    month,
    contests: contests.map(({ title, settings: { maximumScore } }) => ({ title, maximumScore })),
    places: shown.map((row, index) => placeOf(row, reasons[index] ?? null, context)),
    apart: shownApart.map((row) => apartPlace(row, context)),
    others: otherNames(tookPart, publicIds, context),
    own: own ? { ...lineOf(own, context), rank: own.rank, extraTime: own.extraTime } : null,
  }
  return { board, publicIds }
}

function ownRows(contests: readonly SeasonContest[], ranked: readonly RankedRow[]): readonly OwnRow[] {
  return [
    ...ranked.map((row) => ({ ...row, extraTime: false })),
    ...monthSums(contests, 'apart').map((row) => ({ ...row, rank: null, extraTime: true })),
    ...monthSums(contests, 'unranked').map((row) => ({ ...row, rank: null, extraTime: false })),
  ]
}

/** A9: a score, and nothing about time. */
function apartPlace({ memberId, scoreUnits }: MonthSum, { nameOf, reader }: BoardContext) {
  return { name: nameOf(memberId), scoreHundredths: scoreHundredths(scoreUnits), own: memberId === reader }
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
