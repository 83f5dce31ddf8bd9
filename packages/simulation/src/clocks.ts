import type { Millis } from '@khac-sau/engine'
import { range } from './numbers.ts'
import { type ContestPlan, playContest, type Played, type World } from './play.ts'
import { randomOf } from './random.ts'
import { createTally, figure, millis, type Row, row, type Tell, type Trial } from './trial.ts'
import { ablePhone, evening } from './worlds.ts'

type Fault = { readonly name: string; readonly disturb: (world: World, seed: number) => void }

const hour = 3_600_000

const faults: readonly Fault[] = [
  { name: 'wall clock of the server stepped by an hour and back', disturb: stepServerWall },
  { name: 'wall clocks of the phones stepped by an hour and back', disturb: stepPhoneWalls },
  { name: 'phones asleep for 3 s after the options came', disturb: sleepInQuestions },
  { name: 'phones asleep for 20 s between questions', disturb: sleepBetween },
]

/** GB7: the same evenings with and without the fault, over links that do nothing by chance. */
export async function clocks(seed: number, contests: number, tell: Tell): Promise<Trial> {
  const tally = createTally()
  const rows: Row[] = []
  for (const { name, disturb } of faults) {
    const changes: Millis[] = []
    for (const index of range(contests)) {
      const own = seed * 100_000 + index
      const undisturbed = await playContest(planOf(own))
      const played = await playContest({ ...planOf(own), disturb: (world) => disturb(world, own) })
      tally.add(own, played)
      changes.push(...changesOf(undisturbed, played))
    }
    const worst = Math.max(...changes)
    rows.push(
      row(
        `change of a response time, ${name}`,
        `at most ${millis(worst)} (of ${changes.length})`,
        '≤ 50 ms',
        worst <= 50,
      ),
    )
    tell(`clocks: ${name}`)
  }
  return tally.trial([
    ...rows,
    figure('phone clocks in all trials', 'off by up to 83 min, fast or slow by up to 100 ppm'),
  ])
}

function planOf(seed: number): ContestPlan {
  const phones = range(8).map((index) => {
    const roundTripMillis = randomOf('clocks', seed, index).logUniform(20, 200)
    return ablePhone(seed, index, { roundTripMillis, downShare: 0.5, jitterMillis: 0, loss: 0 })
  })
  return { ...evening, seed, phones, questions: 5, revealMillis: 25_000 }
}

/** By how much a recorded time is farther from the true one than it would have been. */
function changesOf(undisturbed: Played, disturbed: Played): readonly Millis[] {
  return [...disturbed.answersByMember].flatMap(([memberId, answers]) =>
    answers.flatMap(({ question, responseMillis, trueMillis }) => {
      const before = undisturbed.answersByMember.get(memberId)?.find((answer) => answer.question === question)
      return before ? [Math.abs(responseMillis - trueMillis - (before.responseMillis - before.trueMillis))] : []
    }),
  )
}

function stepServerWall({ time, server }: World): void {
  time.at(20_000, () => server.stepWall(hour))
  time.at(45_000, () => server.stepWall(-2 * hour))
}

function stepPhoneWalls({ time, phones }: World, seed: number): void {
  for (const { memberId, clock } of phones) {
    const draws = randomOf('wall', seed, memberId)
    for (let at = draws.between(20_000, 60_000); at < 200_000; at += draws.between(10_000, 60_000)) {
      time.at(at, () => clock.stepWall(draws.pick([hour, -hour])))
    }
  }
}

/** Somebody's screen goes dark while they think; the press that they had meant for then comes when it is back. */
function sleepInQuestions(world: World, seed: number): void {
  const slept = new Set<string>()
  eachSecond(world, () => {
    for (const phone of world.phones) {
      const { view, answer } = phone.state()
      const stage = view?.stage
      if (stage?.name !== 'open' || answer.name !== 'none' || !phone.truth.has(stage.openingId)) continue
      if (slept.has(`${phone.memberId} ${stage.openingId}`)) continue
      slept.add(`${phone.memberId} ${stage.openingId}`)
      if (randomOf('sleep', seed, phone.memberId, stage.openingId).chance(0.4)) phone.sleep(3_000)
    }
  })
}

function sleepBetween(world: World, seed: number): void {
  const slept = new Set<string>()
  eachSecond(world, () => {
    for (const phone of world.phones) {
      const stage = phone.state().view?.stage
      if (stage?.name !== 'reveal' || stage.question === null || slept.has(`${phone.memberId} ${stage.question}`))
        continue
      slept.add(`${phone.memberId} ${stage.question}`)
      if (randomOf('sleep', seed, phone.memberId, stage.question).chance(0.4)) phone.sleep(20_000)
    }
  })
}

function eachSecond({ time }: World, run: () => void): void {
  time.at(time.now() + 1_000, () => {
    run()
    eachSecond({ time } as World, run)
  })
}
