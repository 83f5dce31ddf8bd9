import { createHash } from 'node:crypto'
import { canonicalJson, contestRepository, type Database, sealOf, verifyChain } from '@khac-sau/database'
import { type Contest, contestResult, evolveAll, newContest } from '@khac-sau/engine'
import { differencesOfRankings } from './compare-results.ts'
import { type Attempt, attempt, attemptAsync, type Finding, valueDiffers } from './finding.ts'
import { rankingOf } from './second-ranking.ts'
import { type Ledger, replayRows } from './second-replay.ts'
import type { StoredContest } from './stored-contests.ts'
import { resultFindings } from './stored-result.ts'

export const checkNames = ['chain', 'content', 'ranking', 'stored-result', 'record'] as const
export type CheckName = (typeof checkNames)[number]

export type Check = {
  readonly name: CheckName
  /** `nothing-yet`: a draft has no log, a contest that is not settled no stored result. */
  readonly outcome: 'right' | 'differs' | 'nothing-yet'
  readonly findings: readonly Finding[]
}

export type Verdict = {
  readonly contestId: string
  readonly title: string
  readonly month: string
  /** The first characters of the seal, as on the result sheet; none of an empty or broken chain. */
  readonly head: string | undefined
  readonly ok: boolean
  readonly checks: readonly Check[]
}

/** Is what is stored of a contest what its log says, to two readers who do not know each other? */
export async function verifyContest(database: Database, stored: StoredContest): Promise<Verdict> {
  const { record, rows } = stored
  const chain = verifyChain(record.id, rows)
  const ledger = attempt(() => replayRows(rows))
  const engine = await attemptAsync(() => replayedByEngine(database, stored))
  const checks = [
    check('chain', rows.length > 0, chain.ok ? [] : [{ code: 'row-changed', seq: chain.seq }]),
    check('content', rows.length > 0 || stored.content !== undefined, contentFindings(stored, ledger)),
    check('ranking', rows.length > 0, rankingFindings(stored, ledger, engine)),
    check('stored-result', stored.results.length > 0, resultFindings(stored, ledger, engine)),
    check('record', true, recordFindings(stored, ledger)),
  ]
  return {
    contestId: record.id,
    title: record.title,
    month: record.month,
    head: chain.ok && rows.length > 0 ? sealOf(record.id, rows).slice(0, shownHeadCharacters) : undefined,
    ok: checks.every(({ outcome }) => outcome !== 'differs'),
    checks,
  }
}

const shownHeadCharacters = 8

function check(name: CheckName, applies: boolean, findings: readonly Finding[]): Check {
  if (findings.length > 0) return { name, outcome: 'differs', findings }
  return { name, outcome: applies ? 'right' : 'nothing-yet', findings }
}

/** As the server replays it. No further than the rows that were read: a contest may be going on while it is verified. */
async function replayedByEngine(
  { store, contestLog }: Database,
  { record: { id, cellId }, rows }: StoredContest,
): Promise<Contest | undefined> {
  const frozen = await contestRepository(store).content(cellId, id)
  const { events } = await contestLog.read(id)
  return frozen && evolveAll(newContest(id, frozen.content), events.slice(0, rows.length))
}

/** C5. */
function contentFindings({ content, record }: StoredContest, ledger: Attempt<Ledger>): readonly Finding[] {
  const named = ledger.ok ? ledger.value.contentHash : null
  if (!content) return named === null && record.stage === 'draft' ? [] : [{ code: 'content-missing' }]
  const findings: Finding[] = []
  const hash = createHash('sha256').update(content.body).digest('hex')
  if (hash !== content.hash) findings.push({ code: 'content-changed' })
  if (named !== null && named !== hash) findings.push({ code: 'content-not-named', found: hash, expected: named })
  return findings
}

function rankingFindings(
  { content, rows }: StoredContest,
  ledger: Attempt<Ledger>,
  engine: Attempt<Contest | undefined>,
): readonly Finding[] {
  if (!ledger.ok) return [ledger.finding]
  if (!engine.ok) return [engine.finding]
  const { value: contest } = engine
  if (!content || !contest) return rows.length === 0 ? [] : [{ code: 'content-missing' }]
  const second = attempt(() => rankingOf(content.body, ledger.value))
  if (!second.ok) return [second.finding]
  return differencesOfRankings(contestResult(contest), second.value).map(valueDiffers)
}

/** What lists and boards go by, without reading the log. */
function recordFindings({ record, content }: StoredContest, ledger: Attempt<Ledger>): readonly Finding[] {
  const findings: Finding[] = []
  if (ledger.ok) findings.push(...differing('stage', record.stage, stageOf(ledger.value, content !== undefined)))
  if (!content) return findings
  const frozen = attempt((): { month: unknown; settings: unknown } => JSON.parse(content.body))
  if (!frozen.ok) return [...findings, frozen.finding]
  const { month, settings } = frozen.value
  findings.push(...differing('month', record.month, String(month)))
  findings.push(...differing('settings', record.settings, canonicalJson(settings ?? null)))
  return findings
}

/** A contest that was frozen and whose room was not opened any more is open: the next process opens the room. */
function stageOf({ settledBySeq, over, contentHash }: Ledger, isFrozen: boolean): string {
  if (settledBySeq !== null) return 'settled'
  if (over) return 'finished'
  return contentHash !== null || isFrozen ? 'open' : 'draft'
}

function differing(code: 'stage' | 'month' | 'settings', found: string, expected: string): readonly Finding[] {
  return found === expected ? [] : [{ code, found, expected }]
}
