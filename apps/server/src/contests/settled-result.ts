import type { NewAward, NewResult } from '@khac-sau/database'
import { type Contest, contestResult } from '@khac-sau/engine'

/** What is stored of a settled contest, so that boards need no log (C8, S3). `throughSeq` is its last event's number. */
export function settledResult(
  contest: Contest,
  throughSeq: number,
): { readonly results: readonly NewResult[]; readonly awards: readonly NewAward[] } {
  const { rows, fullMillis } = contestResult(contest)
  const { month, settings } = contest.content
  const firsts = settings.countsForSeason ? rows.filter(({ rank }) => rank === 1) : []
  return {
    results: rows.map(({ right, ...row }) => ({ ...row, rightCount: right, fullMillis, throughSeq })),
    awards: firsts.map(({ memberId }) => ({ month, memberId, kind: 'monthly-first', throughSeq })),
  }
}
