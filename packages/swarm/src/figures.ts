import type { Millis } from '@khac-sau/engine'
import { arrivedInTime, type Finding, keptAnswers } from './check.ts'
import type { LoggedContest } from './contest-log.ts'
import type { PlayedContest } from './contest.ts'
import type { Disrupted } from './disruption.ts'
import type { PhoneHistory } from './history.ts'

/** What one contest adds to the report. */
export type Figures = {
  readonly kills: number
  readonly outages: number
  readonly submitted: number
  readonly acked: number
  readonly logged: number
  readonly late: number
  readonly whileDown: PressedMeanwhile
  readonly inOutage: PressedMeanwhile
  readonly backMillis: readonly Millis[]
  readonly firstAckMillis: readonly Millis[]
  readonly resumeMillis: readonly Millis[]
  /** The same, from when the server answered again. */
  readonly resumeSinceBackMillis: readonly Millis[]
  readonly refusals: readonly string[]
  readonly findings: readonly Finding[]
  readonly hanging: readonly string[]
}

/** Submitted while the server was dead, or the network away. */
export type PressedMeanwhile = {
  readonly submitted: number
  readonly stored: number
  /** Of those stored, within the grace of their question (T5). */
  readonly inTime: number
  readonly counted: number
}

export function figuresOf(
  { disrupted, resumed, hanging }: PlayedContest,
  histories: readonly PhoneHistory[],
  log: LoggedContest,
  findings: readonly Finding[],
): Figures {
  const kills = disrupted.filter(({ kind }) => kind === 'kill')
  const outages = disrupted.filter(({ kind }) => kind !== 'kill')
  const receipts = histories.flatMap((history) => history.receipts)
  return {
    kills: kills.length,
    outages: outages.length,
    submitted: histories.reduce((sum, { submitted }) => sum + submitted.length, 0),
    acked: new Set(receipts.map(({ answerId }) => answerId)).size,
    logged: log.answers.length,
    late: log.answers.filter(({ counted }) => !counted).length,
    whileDown: pressedDuring(kills, histories, log),
    inOutage: pressedDuring(outages, histories, log),
    backMillis: kills.map(({ from, to }) => to - from),
    firstAckMillis: kills.flatMap((kill) => firstAckAfter(kill, disrupted, receipts)),
    resumeMillis: resumed.map(({ kill, at }) => at - (kills[kill]?.from ?? at)),
    resumeSinceBackMillis: resumed.map(({ kill, at }) => Math.max(at - (kills[kill]?.to ?? at), 0)),
    refusals: histories.flatMap((history) => history.refusals),
    findings,
    hanging,
  }
}

export function reportOf(all: readonly Figures[], seed: number): string {
  const sum = (pick: (figures: Figures) => number) => all.reduce((total, figures) => total + pick(figures), 0)
  const join = <Value>(pick: (figures: Figures) => readonly Value[]) => all.flatMap(pick)
  const found = join(({ findings }) => findings)
  const count = (kind: Finding['kind']) => found.filter((finding) => finding.kind === kind).length
  const meanwhile = (pick: (figures: Figures) => PressedMeanwhile) =>
    `${sum((one) => pick(one).submitted)} submitted, ${sum((one) => pick(one).stored)} stored, ` +
    `${sum((one) => pick(one).inTime)} of them arrived within the grace, ${sum((one) => pick(one).counted)} counted`
  return [
    `seed ${seed}: ${all.length} contests, ${sum(({ kills }) => kills)} kills, ${sum(({ outages }) => outages)} outages`,
    `answers: ${sum(({ submitted }) => submitted)} submitted, ${sum(({ acked }) => acked)} acked, ` +
      `${sum(({ logged }) => logged)} in the log (${sum(({ late }) => late)} of them late)`,
    `lost ${count('lost')}, doubled ${count('doubled')}, invented ${count('invented')}, unstored ${count('unstored')}, ` +
      `in time and not counted ${count('uncounted')}, phones hanging ${join(({ hanging }) => hanging).length}`,
    `while the server was down: ${meanwhile(({ whileDown }) => whileDown)}`,
    `in outages: ${meanwhile(({ inOutage }) => inOutage)}`,
    `kill to server back: ${spread(join(({ backMillis }) => backMillis))}`,
    `kill to first ack: ${spread(join(({ firstAckMillis }) => firstAckMillis))}`,
    `kill to the question on each phone: ${spread(join(({ resumeMillis }) => resumeMillis))}`,
    `server back to the question on each phone: ${spread(join((one) => one.resumeSinceBackMillis))}`,
    `refusals: ${JSON.stringify(tally(join(({ refusals }) => refusals)))}`,
    ...found.map(({ kind, memberId, what }) => `${kind}: ${memberId} ${what}`),
    ...join(({ hanging }) => hanging).map((phone) => `hanging: ${phone}`),
  ].join('\n')
}

export function isFaultless({ findings, hanging }: Figures): boolean {
  return findings.length === 0 && hanging.length === 0
}

function pressedDuring(
  disrupted: readonly Disrupted[],
  histories: readonly PhoneHistory[],
  log: LoggedContest,
): PressedMeanwhile {
  const kept = keptAnswers(log)
  const isInTime = arrivedInTime(log)
  const pressed = histories.flatMap(({ memberId, submitted }) =>
    submitted
      .filter(({ at }) => disrupted.some(({ from, to }) => at >= from && at <= to))
      .map(({ question }) => kept.of(memberId, question)),
  )
  return {
    submitted: pressed.length,
    stored: pressed.filter((answers) => answers.length > 0).length,
    inTime: pressed.filter((answers) => answers.some(isInTime)).length,
    counted: pressed.filter((answers) => answers.some(({ counted }) => counted)).length,
  }
}

/** None if the next disruption came before it. */
function firstAckAfter(
  kill: Disrupted,
  disrupted: readonly Disrupted[],
  receipts: readonly { readonly at: Millis }[],
): readonly Millis[] {
  const next = Math.min(...disrupted.map(({ from }) => from).filter((from) => from > kill.from))
  const acks = receipts.map(({ at }) => at).filter((at) => at > kill.from + onItsWayMillis && at < next)
  return acks.length === 0 ? [] : [Math.min(...acks) - kill.from]
}

/** What the dead process had sent may still arrive. */
const onItsWayMillis = 200

function spread(millis: readonly Millis[]): string {
  if (millis.length === 0) return 'never'
  const sorted = [...millis].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return `median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)} ms (${millis.length})`
}

function tally(codes: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
  return counts
}
