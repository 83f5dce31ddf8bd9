import type { MemberId } from './event.ts'
import { hasExtraTime, type TimePercent } from './time-percent.ts'
import { rankContest, rankInOrder } from './rank.ts'
import { isApart } from './result.ts'
import type { ScoreUnits } from './score.ts'
import type { Millis, Month } from './time.ts'

/** A settled contest that counts, as its stored result says it (C8, S2). */
export type SeasonContest = {
  readonly contestId: string
  readonly month: Month
  readonly fullMillis: Millis
  readonly strictOrder: boolean
  readonly rows: readonly SeasonContestRow[]
}

export type SeasonContestRow = {
  readonly memberId: MemberId
  readonly ranked: boolean
  readonly timePercent: TimePercent
  readonly tookPart: boolean
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  readonly errorMillis: Millis
}

/** Months are compared as text: `YYYY-MM` sorts as time does. */
export type Membership = {
  readonly memberId: MemberId
  readonly ranked: boolean
  readonly fromMonth: Month
  /** The last month of membership; `null` while it lasts. */
  readonly toMonth: Month | null
  /** S4: the months of entries that were merged into this one. */
  readonly alsoIn?: readonly MonthSpan[]
}

export type MonthSpan = { readonly fromMonth: Month; readonly toMonth: Month | null }

export type MonthOutcome = 'took-part' | 'missed' | 'excused' | 'not-a-member'

export type SeasonMonth = {
  readonly month: Month
  readonly outcome: MonthOutcome
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  readonly first: boolean
}

export type SeasonRow = {
  readonly memberId: MemberId
  readonly rank: number
  readonly scoreUnits: ScoreUnits
  readonly firsts: number
  readonly totalMillis: Millis
  readonly months: readonly SeasonMonth[]
}

export type Season = { readonly months: readonly Month[]; readonly rows: readonly SeasonRow[] }

export type Excusal = { readonly contestId: string; readonly memberId: MemberId }

/** One member's month: the sum of its counting contests. */
export type MonthSum = {
  readonly memberId: MemberId
  readonly scoreUnits: ScoreUnits
  readonly totalMillis: Millis
  readonly errorMillis: Millis
}

/** S1–S3 with the sum of scores, over the contests given: which range of months they are of is the caller's choice. */
export function seasonOf(
  contests: readonly SeasonContest[],
  memberships: readonly Membership[],
  excusals: readonly Excusal[],
): Season {
  const months = [...new Set(contests.map(({ month }) => month))].sort()
  const contestsByMonth = new Map(months.map((month) => [month, contests.filter((contest) => contest.month === month)]))
  const firstsByMonth = new Map(months.map((month) => [month, monthlyFirsts(contestsByMonth.get(month) ?? [])]))
  const excused = new Set(excusals.map(excusalKey))
  const rows = memberships
    .filter(({ ranked }) => ranked)
    .map((membership) => {
      const memberMonths = months.map((month) => {
        const first = firstsByMonth.get(month)?.has(membership.memberId) ?? false
        return { ...monthOf(month, contestsByMonth.get(month) ?? [], membership, excused), first }
      })
      return { memberId: membership.memberId, months: memberMonths, ...sumOf(memberMonths) }
    })
    .filter(({ months: own }) => own.some(({ outcome }) => outcome !== 'not-a-member'))
  return { months, rows: rankInOrder(rows) }
}

/** S3: all joint firsts of a month. */
export function monthlyFirsts(contests: readonly SeasonContest[]): ReadonlySet<MemberId> {
  return new Set(monthRanking(contests).flatMap(({ memberId, rank }) => (rank === 1 ? [memberId] : [])))
}

/** R4, S3: two counting contests of one month are taken by their sum, strictly if either is. */
export function monthRanking(contests: readonly SeasonContest[]): readonly (MonthSum & { readonly rank: number })[] {
  return rankContest(
    monthSums(contests, 'competing'),
    contests.some(({ strictOrder }) => strictOrder),
  )
}

/** A9, R5: who is ranked, who is shown apart for extra time in any contest of the month, who is not ranked. */
export type MonthStanding = 'competing' | 'apart' | 'unranked'

/** Of those who took part and stand so in the month. */
export function monthSums(contests: readonly SeasonContest[], standing: MonthStanding): readonly MonthSum[] {
  const rows = contests.flatMap((contest) => contest.rows)
  const apart = new Set(rows.filter(isApart).map(({ memberId }) => memberId))
  const standingOf = ({ memberId, ranked }: SeasonContestRow): MonthStanding => {
    if (!ranked) return 'unranked'
    return apart.has(memberId) ? 'apart' : 'competing'
  }
  const sums = new Map<MemberId, MonthSum>()
  const fullMillis = contests.reduce((sum, contest) => sum + contest.fullMillis, 0)
  for (const contest of contests) {
    for (const row of contest.rows) {
      if (!row.tookPart || standingOf(row) !== standing) continue
      const { memberId } = row
      // A contest of the month that was missed gives 0 and costs its full time, as a missed month does.
      const before = sums.get(memberId) ?? { memberId, scoreUnits: 0, totalMillis: fullMillis, errorMillis: 0 }
      sums.set(memberId, {
        memberId,
        scoreUnits: before.scoreUnits + row.scoreUnits,
        totalMillis: before.totalMillis - contest.fullMillis + row.totalMillis,
        errorMillis: before.errorMillis + row.errorMillis,
      })
    }
  }
  return [...sums.values()]
}

function monthOf(
  month: Month,
  contests: readonly SeasonContest[],
  { memberId, fromMonth, toMonth, alsoIn = [] }: Membership,
  excused: ReadonlySet<string>,
): Omit<SeasonMonth, 'first'> {
  const parts = contests.map((contest) => {
    const row = contest.rows.find((candidate) => candidate.memberId === memberId)
    if (row?.tookPart) {
      // A9: another measure of time puts nobody above another; the month costs what one without an answer costs.
      const totalMillis = hasExtraTime(row) ? contest.fullMillis : row.totalMillis
      return { outcome: 'took-part' as const, scoreUnits: row.scoreUnits, totalMillis }
    }
    const isExcused = excused.has(excusalKey({ contestId: contest.contestId, memberId }))
    if (isExcused) return { outcome: 'excused' as const, scoreUnits: 0, totalMillis: 0 }
    return { outcome: 'missed' as const, scoreUnits: 0, totalMillis: contest.fullMillis }
  })
  const member = [{ fromMonth, toMonth }, ...alsoIn].some((span) => isWithin(month, span))
  // Whoever took part was there, whatever the roster said afterwards.
  if (!member && parts.every(({ outcome }) => outcome !== 'took-part')) {
    return { month, outcome: 'not-a-member', scoreUnits: 0, totalMillis: 0 }
  }
  return { month, outcome: outcomeOf(parts.map(({ outcome }) => outcome)), ...sumUp(parts) }
}

function isWithin(month: Month, { fromMonth, toMonth }: MonthSpan): boolean {
  return fromMonth <= month && (toMonth === null || month <= toMonth)
}

function outcomeOf(outcomes: readonly Exclude<MonthOutcome, 'not-a-member'>[]): MonthOutcome {
  if (outcomes.includes('took-part')) return 'took-part'
  return outcomes.includes('missed') ? 'missed' : 'excused'
}

function sumOf(months: readonly SeasonMonth[]) {
  return { ...sumUp(months), firsts: months.filter(({ first }) => first).length }
}

function sumUp(parts: readonly { readonly scoreUnits: ScoreUnits; readonly totalMillis: Millis }[]) {
  return {
    scoreUnits: parts.reduce((sum, part) => sum + part.scoreUnits, 0),
    totalMillis: parts.reduce((sum, part) => sum + part.totalMillis, 0),
  }
}

function excusalKey({ contestId, memberId }: Excusal): string {
  return `${contestId} ${memberId}`
}
