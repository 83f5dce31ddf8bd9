import type { Millis } from '@khac-sau/engine'
import { checkAnswers } from './check.ts'
import { playContest, type Torment } from './contest.ts'
import { readContestLog } from './contest-log.ts'
import { type Disruption, drawKill, drawOutage } from './disruption.ts'
import type { Evening } from './evening.ts'
import { type Figures, figuresOf } from './figures.ts'
import { gather } from './gathering.ts'
import { connectHost } from './host.ts'
import { startProduct } from './product.ts'
import type { Random } from './random.ts'

export type SwarmPlan = {
  readonly kills: number
  readonly blackouts: number
  readonly phones: number
  readonly seed: number
  readonly questionsPerContest: number
  readonly secondsPerQuestion: number
  readonly longestOutageMillis: Millis
  /** Each way, between phones and server. */
  readonly delayMillis: Millis
  readonly tell: (line: string) => void
  /** After each contest, so that a run that is stopped has told what it found. */
  readonly onContest: (figures: Figures) => void
}

/** Contests one after another on one product, until everything planned was done to them. */
export async function runSwarm(plan: SwarmPlan): Promise<readonly Figures[]> {
  const product = await startProduct()
  try {
    const gathering = { ...plan, product, historyNow: () => performance.now() }
    return await gather(gathering, (torment, evening) => playAll(plan, torment, evening))
  } finally {
    await product.stop()
  }
}

async function playAll(plan: SwarmPlan, torment: Torment, evening: Evening): Promise<readonly Figures[]> {
  const all: Figures[] = []
  let { kills, blackouts } = plan
  while (kills + blackouts > 0) {
    const figures = await playOne(plan, torment, evening, `Kỳ thi ${all.length + 1}`, { kills, blackouts })
    kills -= figures.kills
    blackouts -= figures.outages
    all.push(figures)
    plan.onContest(figures)
  }
  return all
}

type Left = Pick<SwarmPlan, 'kills' | 'blackouts'>

async function playOne(
  plan: SwarmPlan,
  torment: Torment,
  { cookie, openContest }: Evening,
  title: string,
  left: Left,
): Promise<Figures> {
  const { product, phones, random, tell } = torment
  const questions = drawQuestions(plan, left, random)
  const contest = await openContest({ title, questions: questions.length, seconds: plan.secondsPerQuestion })
  const host = connectHost(product.origin, cookie, contest.contestId)
  try {
    const listening = { ...torment, tell: (line: string) => tell(`${title}, ${line}`) }
    const played = await playContest(listening, host, contest, questions)
    const histories = phones.map((phone) => phone.history())
    const log = readContestLog(product.databaseFile, contest.contestId)
    return figuresOf(played, histories, log, checkAnswers(histories, log))
  } finally {
    host.stop()
  }
}

/** One to three kills in a question, or an outage; a question to which nothing would be done is not asked. */
function drawQuestions(
  { questionsPerContest, longestOutageMillis }: SwarmPlan,
  left: Left,
  random: Random,
): readonly (readonly Disruption[])[] {
  let { kills, blackouts } = left
  const plan = Array.from({ length: questionsPerContest }, () => {
    const isOutage = blackouts > 0 && (kills === 0 || random.next() < blackouts / (blackouts + kills / 2))
    if (isOutage) {
      blackouts -= 1
      return [drawOutage(random, longestOutageMillis)]
    }
    const count = Math.min(kills, random.between(1, 3))
    kills -= count
    return Array.from({ length: count }, (_, index) => drawKill(random, index > 0))
  })
  return plan.filter((disruptions) => disruptions.length > 0)
}
