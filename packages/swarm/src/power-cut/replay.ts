import type { Millis } from '@khac-sau/engine'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkAnswers, type Finding } from '../check.ts'
import type { PhoneHistory } from '../history.ts'
import type { Random } from '../random.ts'
import type { DiskCall } from './disk-call.ts'
import { filesAfterCut } from './disk.ts'
import type { Cut } from './moments.ts'
import { survivorsIn } from './survivors.ts'
import type { TracedEvening } from './traced-evening.ts'

/** What a power cut left of what phones had been told by then. */
export type CutOutcome = Cut & {
  /** Something was written and not yet on the disk. */
  readonly isCaughtWriting: boolean
  readonly acked: number
  /** Acked answers of which the log knows nothing; what it knows wrongly is in the findings. */
  readonly lost: number
  /** Without what was sent and not yet acked: nobody promised that. */
  readonly findings: readonly Finding[]
  readonly damage: readonly string[]
  /** Where the files lie, if they were kept. */
  readonly directory: string | null
}

export function isHarmless({ findings, damage }: CutOutcome): boolean {
  return findings.length === 0 && damage.length === 0
}

/** Rebuilds the directory as the cut left it, opens the database and compares. */
export async function replayCut(
  { databaseName, calls, contests }: TracedEvening,
  cut: Cut,
  random: Random,
  keepsHarm: boolean,
): Promise<CutOutcome> {
  const directory = await mkdtemp(join(tmpdir(), 'khac-sau-cut-'))
  const isCaughtWriting = leavesAChoice(calls, cut, random)
  for (const [name, bytes] of filesAfterCut(calls, cut.at, cut.fate, random)) {
    await writeFile(join(directory, name), bytes)
  }
  const contestIds = contests.map(({ contestId }) => contestId)
  const { damage, logOf } = survivorsIn(join(directory, databaseName), contestIds)
  const told = contests.map(({ contestId, histories }) => {
    const byThen = histories.map((history) => toldBy(history, cut.at))
    const log = logOf(contestId)
    const kept = new Set(log.answers.map(({ answerId }) => answerId))
    const acked = ackedIn(byThen)
    return {
      acked: acked.size,
      lost: [...acked].filter((id) => !kept.has(id)).length,
      findings: checkAnswers(byThen, log),
    }
  })
  const findings = told.flatMap((one) => one.findings).filter(({ kind }) => kind !== 'unstored')
  const acked = told.reduce((sum, one) => sum + one.acked, 0)
  const lost = told.reduce((sum, one) => sum + one.lost, 0)
  const outcome = { ...cut, isCaughtWriting, acked, lost, findings, damage, directory }
  if (keepsHarm && !isHarmless(outcome)) return outcome
  await rm(directory, { recursive: true })
  return { ...outcome, directory: null }
}

function leavesAChoice(calls: readonly DiskCall[], { at }: Cut, random: Random): boolean {
  const least = filesAfterCut(calls, at, 'none', random)
  const most = filesAfterCut(calls, at, 'all', random)
  return least.size !== most.size || [...most].some(([name, bytes]) => least.get(name)?.equals(bytes) !== true)
}

/** Everything sent stays: it may be in the log before its phone has written down that it sent it. */
function toldBy(history: PhoneHistory, at: Millis): PhoneHistory {
  const isTold = (told: { readonly at: Millis }) => told.at <= at
  return { ...history, receipts: history.receipts.filter(isTold), shown: history.shown.filter(isTold) }
}

function ackedIn(histories: readonly PhoneHistory[]): ReadonlySet<string> {
  return new Set(histories.flatMap(({ receipts }) => receipts.map(({ answerId }) => answerId)))
}
