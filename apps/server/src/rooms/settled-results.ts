import {
  type Award,
  canonicalJson,
  contestRepository,
  type NewAward,
  type NewResult,
  type Result,
  resultRepository,
  type Store,
} from '@khac-sau/database'
import { type Contest, contestResult, type MemberId, type Month, monthlyFirsts } from '@khac-sau/engine'
import { seasonContest } from '../boards/season-contest.ts'
import { ofPersons, personsOf } from '../members/merged-people.ts'

/**
 * Keeps what is derived from a contest's log beside it: its stage, its settled result, the month's awards. All of it
 * can be made again from the log, and is when a process that died left it behind.
 */
export function settledResults(store: Store, wallNow: () => number) {
  const contests = contestRepository(store)
  const results = resultRepository(store)

  async function settle(cellId: string, contest: Contest, throughSeq: number): Promise<void> {
    const rows = resultRows(contest, throughSeq)
    const { results: stored } = await results.ofContest(cellId, contest.id)
    if (!areSame(stored.map(derivedOf), rows)) await results.replaceFor(cellId, contest.id, rows, [])
  }

  async function unsettle(cellId: string, contest: Contest): Promise<void> {
    const { results: stored } = await results.ofContest(cellId, contest.id)
    if (stored.length > 0) await results.clearFor(cellId, contest.id)
  }

  /** S3, S4: of two counting contests in a month the sum decides, so each settling, and each merge, decides the month anew. */
  async function awardMonth(cellId: string, month: Month): Promise<void> {
    const settled = await results.seasonRows(cellId, month, month)
    const counting = settled.filter(({ settings }) => settings.countsForSeason)
    const persons = ofPersons(counting, await personsOf(store, cellId))
    const firsts = monthlyFirsts(persons.map(seasonContest))
    const last = counting[counting.length - 1]
    for (const contest of settled) {
      const rows = contest.results.map(derivedOf)
      const awarded = contest === last ? [...firsts] : []
      if (areSameIds(contest.awards, awarded)) continue
      const throughSeq = rows[0]?.throughSeq ?? 0
      const awards = awarded.map((memberId): NewAward => ({ month, memberId, kind: 'monthly-first', throughSeq }))
      await results.replaceFor(cellId, contest.contestId, rows, awards)
    }
  }

  return {
    awardMonth,
    /**
     * Makes the derived rows agree with the log as it stands; writes nothing where they already do. Each step is
     * looked at by itself: a process may have died between any two.
     */
    async bringUpToDate(cellId: string, contest: Contest, throughSeq: number): Promise<void> {
      const record = await contests.byId(cellId, contest.id)
      const stage = stageOf(contest)
      if (!record || stage === 'draft') return
      if (stage === 'settled') await settle(cellId, contest, throughSeq)
      if (record.stage !== stage) {
        await contests.setStage(cellId, contest.id, stage === 'settled' ? { stage, settledAtMs: wallNow() } : { stage })
      }
      if (stage === 'finished') await unsettle(cellId, contest)
      if (stage !== 'open') await awardMonth(cellId, contest.content.month)
    },
  }
}

export type SettledResults = ReturnType<typeof settledResults>

/** What is stored of a settled contest, so that boards need no log (C8). `throughSeq` is its last event's number. */
function resultRows(contest: Contest, throughSeq: number): readonly NewResult[] {
  const { rows, fullMillis } = contestResult(contest)
  return rows.map(({ right, ...row }) => ({ ...row, rightCount: right, fullMillis, throughSeq }))
}

/** Whatever seq they were derived at: what comes after a settling changes no result. */
function areSame(stored: readonly NewResult[], rows: readonly NewResult[]): boolean {
  const text = (all: readonly NewResult[]) => all.map((row) => canonicalJson({ ...row, throughSeq: 0 })).sort()
  return canonicalJson(text(stored)) === canonicalJson(text(rows))
}

/** As they were derived, without where they are kept. */
function derivedOf({ cellId: _cell, contestId: _contest, ...row }: Result): NewResult {
  return row
}

function areSameIds(awards: readonly Award[], memberIds: readonly MemberId[]): boolean {
  return awards.length === memberIds.length && awards.every(({ memberId }) => memberIds.includes(memberId))
}

function stageOf(contest: Contest): 'draft' | 'open' | 'finished' | 'settled' {
  if (contest.settled) return 'settled'
  if (contest.phase.name === 'finished') return 'finished'
  return contest.phase.name === 'draft' ? 'draft' : 'open'
}
