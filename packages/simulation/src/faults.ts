import type { HostCommand, Millis } from '@khac-sau/engine'
import { memberIdOf } from './content.ts'
import { carelessHuman } from './human.ts'
import { range } from './numbers.ts'
import { type ContestPlan, playContest, type World } from './play.ts'
import { type Random, randomOf } from './random.ts'
import { createTally, figure, row, type Tell, type Trial } from './trial.ts'
import { mixedShape } from './worlds.ts'

type Fault = (world: World, draws: Random) => void

/** GA6: everything goes wrong that may, and nothing may come of it. */
export async function faults(seed: number, contests: number, tell: Tell): Promise<Trial> {
  const tally = createTally()
  const sums = { frames: 0, rows: 0, acks: 0, faults: 0 }
  let different = 0
  let repeated = 0
  for (const index of range(contests)) {
    const own = seed + index
    const plan = planOf(own, () => (sums.faults += 1))
    const played = await playContest(plan)
    tally.add(own, played)
    for (const key of ['frames', 'rows', 'acks'] as const) sums[key] += played.counts[key]
    if (index % repeatEvery === 0) {
      repeated += 1
      if ((await playContest(planOf(own, () => {}))).digest !== played.digest) different += 1
    }
    if ((index + 1) % 500 === 0) tell(`faults: ${index + 1} of ${contests} contests`)
  }
  const { rows, ...rest } = tally.trial([])
  const { findings } = rest
  return {
    ...rest,
    rows: [
      ...rows,
      row(`broken invariants in ${contests} contests with faults`, `${findings.length}`, '0', findings.length === 0),
      row(`same seed, other bytes, of ${repeated} played twice`, `${different}`, '0', different === 0),
      figure('checked', `${sums.frames} frames, ${sums.rows} rows, ${sums.acks} acks; ${sums.faults} faults`),
    ],
  }
}

const repeatEvery = 20
const timePercents = [100, 100, 100, 100, 100, 100, 100, 100, 150, 200] as const

function planOf(seed: number, onFault: () => void): ContestPlan {
  const draws = randomOf('faults', seed)
  const size = draws.whole(3, 6)
  const seconds = draws.whole(6, 12)
  const shapes = randomOf('shapes of contests', seed)
  return {
    seed,
    phones: range(size).map((index) => {
      // A9: every fifth one or so has extra time.
      const timePercent = shapes.pick(timePercents)
      const mostMillis = (seconds * 1_050 * timePercent) / 100
      return { shape: mixedShape(seed, index), human: carelessHuman(seed, memberIdOf(index), mostMillis), timePercent }
    }),
    hasWarmUp: shapes.chance(0.3),
    questions: draws.whole(2, 3),
    secondsPerQuestion: seconds,
    lobbyMillis: draws.between(500, 8_000),
    revealMillis: draws.between(500, 3_000),
    oneTap: draws.chance(0.5),
    isKernelAsked: draws.chance(0.5),
    disturb: (world) => disturb(world, draws, onFault),
  }
}

/** For the length of a contest or so, one after another. */
function disturb(world: World, draws: Random, onFault: () => void): void {
  let at = draws.between(1_000, 12_000)
  while (at < lastFaultAt) {
    const fault = draws.pick(kinds)
    world.time.at(at, () => {
      onFault()
      fault(world, draws)
    })
    at += draws.exponential(9_000)
  }
}

const lastFaultAt: Millis = 70_000

const kinds: readonly [Fault, ...Fault[]] = [
  ({ time, server }, draws) => {
    server.kill()
    time.at(time.now() + draws.between(300, 4_000), server.boot)
  },
  ({ server }, draws) => server.standStill(draws.chance(0.5) ? draws.between(200, 2_500) : draws.between(3_100, 9_000)),
  // Another process takes the contest over while this one still runs.
  ({ server }) => server.boot(),
  ({ time, disk }, draws) => disk.stall(time.now() + draws.between(100, 2_000)),
  ({ time, disk }, draws) => disk.fail(time.now() + draws.between(300, 4_000), draws.chance(0.4)),
  ({ server }, draws) => server.stepWall(draws.between(-3_600_000, 3_600_000)),
  ({ time, phones }, draws) => {
    for (const { network } of some(phones, draws)) network.cut(time.now(), time.now() + draws.between(300, 12_000))
  },
  ({ phones }, draws) => {
    for (const phone of some(phones, draws)) phone.breakOff()
  },
  ({ phones }, draws) => {
    for (const phone of some(phones, draws)) phone.reload()
  },
  ({ phones }, draws) => {
    for (const phone of some(phones, draws)) phone.sleep(draws.between(500, 15_000))
  },
  ({ phones }, draws) => {
    for (const { clock } of some(phones, draws)) clock.stepWall(draws.between(-3_600_000, 3_600_000))
  },
  ({ server }, draws) => server.command((contest) => impatience(contest.phase, draws)),
]

/** What a host does in a hurry, from one device or two. */
function impatience(phase: { readonly name: string }, draws: Random): HostCommand | null {
  if (phase.name !== 'asking' || !('opening' in phase)) return null
  const { sheet: openingId } = phase.opening as { readonly sheet: string }
  return { type: draws.pick(['cut-lead', 'extend', 'end-question']), openingId, by: 'host' }
}

function some<Item>(items: readonly Item[], draws: Random): readonly Item[] {
  return items.filter(() => draws.chance(0.5))
}
