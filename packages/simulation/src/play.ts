import {
  type Contest,
  type HostCommand,
  type HostView,
  type MemberId,
  type Millis,
  newContest,
  type RecordedAnswer,
  stepOf,
  type TimePercent,
} from '@khac-sau/engine'
import type { Cheat } from './cheat.ts'
import { contentOf, type ContentPlan, memberIdOf } from './content.ts'
import { createDisk, type Disk } from './disk.ts'
import type { Human } from './human.ts'
import type { NetworkShape } from './network.ts'
import { createPhone, type Phone } from './phone.ts'
import { randomOf } from './random.ts'
import { createServer, type Server } from './server.ts'
import { createVirtualTime, type VirtualTime } from './virtual-time.ts'
import { createWitness, type Witness } from './witness.ts'

export type PhonePlan = {
  readonly shape: NetworkShape
  readonly cheat?: Cheat
  readonly human: Human
  /** A9 */
  readonly timePercent?: TimePercent
}

export type ContestPlan = ContentPlan & {
  readonly seed: number
  readonly phones: readonly PhonePlan[]
  /** How long everyone is there before the first question. */
  readonly lobbyMillis: Millis
  /** How long the host talks about each question afterwards. */
  readonly revealMillis: Millis
  /** Whether the kernel can be asked for its round trip; it sees the network without jitter. */
  readonly isKernelAsked: boolean
  readonly disturb?: (world: World) => void
}

export type World = {
  readonly time: VirtualTime
  readonly disk: Disk
  readonly server: Server
  readonly phones: readonly Phone[]
  readonly witness: Witness
}

export type PlayedAnswer = RecordedAnswer & {
  readonly question: number
  /** From paint to press, as it really was. */
  readonly trueMillis: Millis
  /** How long before T0 the options were on the phone. */
  readonly peekMillis: Millis
}

export type Played = {
  readonly contest: Contest
  /** Timed and counted ones, by member. */
  readonly answersByMember: ReadonlyMap<MemberId, readonly PlayedAnswer[]>
  readonly findings: readonly string[]
  readonly counts: Witness['counts']
  readonly digest: string
}

/** One contest from an empty disk to the podium, in a world of its own. */
export async function playContest(plan: ContestPlan): Promise<Played> {
  const time = createVirtualTime()
  const roster = plan.phones.map(({ timePercent = 100 }, index) => {
    return { memberId: memberIdOf(index), ranked: true, timePercent }
  })
  const start = newContest('c', contentOf(plan))
  const witness = createWitness(start, time.now)
  const disk = createDisk(time, randomOf(plan.seed, 'disk'), witness.rows)
  const kernelOf = new Map(plan.phones.map(({ shape }, index) => [memberIdOf(index), shape.roundTripMillis]))
  /** Contest time ahead of true time in each opening, for what is measured in it. */
  const opened = new Map<string, Millis>()
  const server = createServer({
    time,
    disk,
    witness,
    start,
    roster,
    random: randomOf(plan.seed, 'server'),
    kernelRoundTripMillis: (memberId) => (plan.isKernelAsked ? (kernelOf.get(memberId) ?? null) : null),
    onHostView: (view) => noteOpening(opened, view, time.now()),
  })
  const phones = plan.phones.map(({ shape, cheat = {}, human }, index) =>
    createPhone({ seed: plan.seed, memberId: memberIdOf(index), time, server, shape, cheat, intend: human }),
  )
  const world: World = { time, disk, server, phones, witness }

  server.boot()
  for (const phone of phones) phone.start()
  bring(world, plan)
  plan.disturb?.(world)
  const isOver = () => phones.every((phone) => isAtEnd(phone))
  if (!(await time.runUntil(isOver, longestMillis))) {
    const stages = phones.map((phone) => `${phone.memberId} ${JSON.stringify(describe(phone))}`)
    witness.find(`the contest hangs in ${witness.contest().phase.name}: ${stages.slice(0, 3).join(', ')}`)
  }
  checkReceipts(phones, witness)
  for (const phone of phones) phone.stop()
  server.stop()
  return {
    contest: witness.contest(),
    answersByMember: new Map(phones.map((phone) => [phone.memberId, answersOf(witness.contest(), phone, opened)])),
    findings: witness.findings,
    counts: witness.counts,
    digest: witness.digest(),
  }
}

const longestMillis: Millis = 1_800_000
const hostLooksEveryMillis: Millis = 300

/** Presses *next* whenever there is something to be gone on with. */
function bring({ time, server, phones }: World, { lobbyMillis, revealMillis }: ContestPlan): void {
  let readySince: Millis | null = null
  const isReady = () => phones.every((phone) => phone.state().view !== null)
  const look = () => {
    const contest = server.room()?.contest()
    const step = contest ? stepOf(contest) : null
    if (step === null || !isReady()) readySince = null
    else readySince ??= time.now()
    const patience = step === 'lobby' ? lobbyMillis : revealMillis
    if (readySince !== null && time.now() >= readySince + patience) {
      server.command(nextOf)
      readySince = null
    }
    time.at(time.now() + hostLooksEveryMillis, look)
  }
  look()
}

function nextOf(contest: Contest): HostCommand | null {
  const after = stepOf(contest)
  return after === null ? null : { type: 'next', after, by: 'host' }
}

/** The host's screen shows the options at T0: from then on contest time is known in true time. */
function noteOpening(opened: Map<string, Millis>, { now, stage }: HostView, trueNow: Millis): void {
  if (stage.name === 'open' && !opened.has(stage.openingId)) opened.set(stage.openingId, stage.opensAt + trueNow - now)
}

function isAtEnd(phone: Phone): boolean {
  const { view, waitingAnswers } = phone.state()
  return view?.stage.name === 'podium' && waitingAnswers === 0
}

function describe(phone: Phone): object {
  const { status, view, waitingAnswers, answer, place } = phone.state()
  return { status, stage: view?.stage.name, waitingAnswers, answer: answer.name, place: place.name }
}

/** A4: what somebody was shown as saved is in the log. */
function checkReceipts(phones: readonly Phone[], witness: Witness): void {
  for (const { memberId, truth } of phones) {
    for (const [openingId, { pressedAt }] of truth) {
      const sheet = witness.contest().sheets.get(openingId)
      const isKept = sheet?.answersByMember.has(memberId) || sheet?.lateByMember.has(memberId)
      if (pressedAt !== null && !isKept)
        witness.find(`${memberId} pressed in ${openingId}, and the log has nothing of it`)
    }
  }
}

function answersOf(contest: Contest, { memberId, truth, optionsAt }: Phone, opened: ReadonlyMap<string, Millis>) {
  return [...contest.sheets].flatMap(([openingId, sheet]): readonly PlayedAnswer[] => {
    const recorded = sheet.answersByMember.get(memberId)
    const real = truth.get(openingId)
    if (sheet.untimed || sheet.question === null || !recorded || recorded.automatic || real?.pressedAt == null)
      return []
    const opensAt = opened.get(openingId) ?? Number.NaN
    return [
      {
        ...recorded,
        question: sheet.question,
        trueMillis: real.pressedAt - real.paintedAt,
        peekMillis: Math.max(0, opensAt - (optionsAt.get(openingId) ?? Infinity)),
      },
    ]
  })
}
