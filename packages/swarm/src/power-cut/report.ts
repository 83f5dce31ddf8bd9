import type { Finding } from '../check.ts'
import { fates } from './content.ts'
import type { DiskCall } from './disk-call.ts'
import { type CutOutcome, isHarmless } from './replay.ts'
import type { TracedEvening } from './traced-evening.ts'

export function traceReport({ databaseName, calls, contests }: TracedEvening): string {
  const count = (isCounted: (call: DiskCall) => boolean) => calls.filter(isCounted).length
  const receipts = contests.flatMap(({ histories }) => histories.flatMap((history) => history.receipts))
  return (
    `${contests.length} contests, ${new Set(receipts.map(({ answerId }) => answerId)).size} answers acked; ` +
    `${count(({ type }) => type === 'write')} writes, ${count(({ type }) => type.startsWith('sync'))} fsyncs, ` +
    `${count(({ type, file }) => type === 'sync-file' && file === databaseName)} of them of the database itself`
  )
}

export function cutReport(outcomes: readonly CutOutcome[], seed: number): string {
  const acked = outcomes.map((outcome) => outcome.acked).sort((a, b) => a - b)
  const harmful = outcomes.filter((outcome) => !isHarmless(outcome))
  const caught = outcomes.filter(({ isCaughtWriting }) => isCaughtWriting).length
  const found = (kind: Finding['kind']) => perCut(outcomes, (outcome) => countOf(outcome, kind))
  return [
    `seed ${seed}: ${outcomes.length} power cuts, ${caught} of them with something written and not yet on the disk`,
    `acked at the cut: median ${acked[Math.floor(acked.length / 2)]}, most ${acked.at(-1)}`,
    `acked answers lost: ${perCut(outcomes, ({ lost }) => lost)}`,
    `receipts and screens that the log does not bear out: ${found('lost')}`,
    `answers doubled: ${found('doubled')}`,
    `answers that nobody sent: ${found('invented')}`,
    `damaged databases: ${outcomes.filter(({ damage }) => damage.length > 0).length}`,
    ...fates.map((fate) => {
      const met = outcomes.filter((outcome) => outcome.fate === fate)
      return `  of what was not yet on the disk, ${survivingOf[fate]} survives: ${met.length} cuts, ${met.filter(isHarmless).length} of them harmless`
    }),
    ...harmful.slice(0, shownHarms).map(harmOf),
  ].join('\n')
}

const survivingOf = {
  none: 'nothing',
  'in-order': 'the first part',
  scattered: 'a scatter of blocks',
  all: 'all',
} as const
const shownHarms = 5

function countOf({ findings }: CutOutcome, kind: Finding['kind']): number {
  return findings.filter((finding) => finding.kind === kind).length
}

function perCut(outcomes: readonly CutOutcome[], count: (outcome: CutOutcome) => number): string {
  const hit = outcomes
    .map(count)
    .filter((found) => found > 0)
    .sort((a, b) => a - b)
  const sum = hit.reduce((total, count) => total + count, 0)
  if (hit.length === 0) return '0'
  return `${sum} in ${hit.length} cuts: median ${hit[Math.floor(hit.length / 2)]}, most ${hit.at(-1)}`
}

function harmOf({ at, fate, acked, findings, damage, directory }: CutOutcome): string {
  const first = findings.slice(0, 2).map(({ kind, memberId, what }) => `${kind} ${memberId} ${what}`)
  const where = directory === null ? '' : ` in ${directory}`
  return `harm at ${at} (${fate}), ${acked} acked${where}: ${[...damage, ...first].join('; ')}`
}
