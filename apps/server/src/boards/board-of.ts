import type { Member, SeasonContest as StoredContest } from '@khac-sau/database'
import {
  type Excusal,
  type MemberId,
  mergedExcusals,
  mergedMemberships,
  type PersonOf,
  type PublicPlaces,
  scoreHundredths,
  seasonOf,
  type SeasonMonth,
  type SeasonRow,
} from '@khac-sau/engine'
import type { Board } from '@khac-sau/protocol'
import { displayNames } from '../members/display-names.ts'
import { ofPersons } from '../members/merged-people.ts'
import { type BoardContext, monthBoard } from './month-board.ts'
import { seasonContest } from './season-contest.ts'
import { otherNames, publicRows, reasonsBelow } from './public-rows.ts'

export type BoardSource = {
  readonly cellName: string
  readonly publicPlaces: PublicPlaces
  readonly year: number
  /** Which years there is something to see of. */
  readonly years: readonly number[]
  /** The settled contests of the year (C8); those that do not count for it are left out here. */
  readonly contests: readonly StoredContest[]
  /** With merged entries; `person` says whose they are (S4). */
  readonly members: readonly Pick<
    Member,
    'id' | 'name' | 'groupName' | 'position' | 'birthday' | 'ranked' | 'fromMonth' | 'toMonth'
  >[]
  readonly excusals: readonly Excusal[]
  readonly person: PersonOf
  /** Whose phone asks, if its token is known: they see their own lines as well (P1). */
  readonly reader: MemberId | undefined
}

type SeasonPlace = Board['season']['places'][number]

/** What the cell may see of its months and its year: names and scores for the public places, names for the rest (P1). */
export function boardOf(source: BoardSource): Board {
  const { cellName, publicPlaces, year, years, reader, person } = source
  const counting = source.contests.filter(({ settings }) => settings.countsForSeason)
  const contests = ofPersons(counting, person)
  const names = displayNames(source.members.filter(({ id }) => person(id) === id))
  const context = { publicPlaces, reader, nameOf: (memberId: MemberId) => names.get(memberId) ?? nameless }
  const months = [...new Set(contests.map(({ month }) => month))].sort()
  const boards = months.map((month) =>
    monthBoard(
      month,
      contests.filter((contest) => contest.month === month),
      context,
    ),
  )
  const publicByMonth = new Map(boards.map(({ board, publicIds }) => [board.month, publicIds]))
  return {
    cellName,
    year,
    years: [...years],
    months: boards.map(({ board }) => board),
    season: seasonBoard(source, contests, publicByMonth, context),
  }
}

/** Of an id that no roster knows: a bug or a broken copy. Whoever is erased has a pseudonym (P2). */
const nameless = '—'

function seasonBoard(
  { members, excusals, person }: BoardSource,
  contests: readonly StoredContest[],
  publicByMonth: ReadonlyMap<string, ReadonlySet<MemberId>>,
  context: BoardContext,
): Board['season'] {
  const entries = members.map(({ id, ...membership }) => ({ memberId: id, ...membership }))
  const memberships = mergedMemberships(entries, person)
  const season = seasonOf(contests.map(seasonContest), memberships, mergedExcusals(excusals, person))
  const tookPart = new Set(contests.flatMap(({ results }) => results.filter(took).map(({ memberId }) => memberId)))
  // Whoever has not come all year has no public line: it would say nothing but that.
  const shown = publicRows(
    season.rows.filter(({ memberId }) => tookPart.has(memberId)),
    context.publicPlaces,
  )
  const shownIds = new Set(shown.map(({ memberId }) => memberId))
  const own = season.rows.find(({ memberId }) => memberId === context.reader && !shownIds.has(memberId))
  const placeOf = (row: SeasonRow, aboveNext: SeasonPlace['aboveNext']) =>
    seasonPlace(row, aboveNext, publicByMonth, context)
  const reasons = reasonsBelow(shown)
  return {
    months: [...season.months],
    places: shown.map((row, index) => placeOf(row, reasons[index] ?? null)),
    others: otherNames(tookPart, shownIds, context),
    own: own ? placeOf(own, null) : null,
  }
}

function seasonPlace(
  { memberId, rank, scoreUnits, firsts, totalMillis, months }: SeasonRow,
  aboveNext: SeasonPlace['aboveNext'],
  publicByMonth: ReadonlyMap<string, ReadonlySet<MemberId>>,
  { nameOf, reader }: BoardContext,
): SeasonPlace {
  const own = memberId === reader
  return {
    rank,
    name: nameOf(memberId),
    scoreHundredths: scoreHundredths(scoreUnits),
    firsts,
    totalMillis,
    months: months.map((month) => seasonCell(month, own || (publicByMonth.get(month.month)?.has(memberId) ?? false))),
    aboveNext,
    own,
  }
}

/** P1: a public place in the year does not publish the months in which its member had none. */
function seasonCell({ month, outcome, scoreUnits, first }: SeasonMonth, mayShow: boolean) {
  const isShown = outcome === 'missed' || (outcome === 'took-part' && mayShow)
  return { month, outcome, scoreHundredths: isShown ? scoreHundredths(scoreUnits) : null, first }
}

function took({ tookPart }: { readonly tookPart: boolean }): boolean {
  return tookPart
}
