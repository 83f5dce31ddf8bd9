import type { HostView } from '@khac-sau/engine'
import { type Answering, createAnswering } from './answering.ts'
import { answeringMillis, type Disrupted, type Disruption, disrupt } from './disruption.ts'
import type { OpenContest } from './evening.ts'
import type { Host } from './host.ts'
import type { Network } from './network.ts'
import type { Phone } from './phone.ts'
import type { Product } from './product.ts'
import type { Random } from './random.ts'
import { createResumeWatch, type Resumed, type ResumeWatch } from './resume-watch.ts'
import { passing } from './time.ts'

export type Torment = {
  readonly product: Product
  readonly network: Network
  readonly phones: readonly Phone[]
  readonly random: Random
  /** Where phones tell that they show something new. */
  readonly onChange: (listen: (phone: Phone) => void) => void
  readonly tell: (line: string) => void
}

export type PlayedContest = {
  readonly disrupted: readonly Disrupted[]
  /** When phones showed the question again: one for each phone and kill. */
  readonly resumed: readonly Resumed[]
  /** Phones that showed no end of the contest, or still held an answer without a receipt. */
  readonly hanging: readonly string[]
}

/** One contest from lobby to podium: `plan` has the disruptions of each question, in order. */
export async function playContest(
  torment: Torment,
  host: Host,
  { roomCode }: OpenContest,
  plan: readonly (readonly Disruption[])[],
): Promise<PlayedContest> {
  const { phones, random, onChange } = torment
  const answering = createAnswering(phones, random)
  const watch = createResumeWatch()
  onChange((phone) => {
    watch.look(phone)
    answering.look(phone)
  })
  for (const phone of phones) phone.enter(roomCode)
  await host.until(({ joinedCount }) => joinedCount === phones.length)

  const disrupted: Disrupted[] = []
  for (const [question, disruptions] of plan.entries()) {
    disrupted.push(...(await askQuestion(torment, host, answering, watch, question, disruptions)))
  }
  await host.bring(finish, ({ stage }) => stage.name === 'podium')
  const hanging = await hangingAtEnd(phones)
  return { disrupted, resumed: watch.resumed, hanging }
}

/** A phone that has lost everything needs a few tries to be back. */
const endPatienceMillis = 30_000
const lookEveryMillis = 50

async function hangingAtEnd(phones: readonly Phone[]): Promise<readonly string[]> {
  const isAtEnd = (phone: Phone) => {
    const { view, waitingAnswers } = phone.state()
    return view?.stage.name === 'podium' && waitingAnswers === 0
  }
  const givesUpAt = performance.now() + endPatienceMillis
  while (!phones.every(isAtEnd) && performance.now() < givesUpAt) await passing(lookEveryMillis)
  return phones.filter((phone) => !isAtEnd(phone)).map(describe)
}

async function askQuestion(
  { product, network, phones, random, tell }: Torment,
  host: Host,
  answering: Answering,
  watch: ResumeWatch,
  question: number,
  disruptions: readonly Disruption[],
): Promise<readonly Disrupted[]> {
  await product.untilKillable(disruptions.filter(({ kind }) => kind === 'kill').length)
  // In an outage people press all through it.
  answering.begin(question, [...disruptions.map(({ millis }) => answeringMillis + millis), answeringMillis])
  await host.bring(nextStep, (view) => questionOf(view) === question)
  const done: Disrupted[] = []
  for (const disruption of disruptions) {
    const view = await host.bring(cutLead, (seen) => isAnsweredNow(seen, question, disruption.whileReadAgain))
    if (view.stage.name !== 'stem' && view.stage.name !== 'open') break
    await passing(disruption.afterMillis)
    watch.begin(phones, disruption, question)
    const disrupting = disrupt(disruption, { product, network })
    reloadSome(phones, random)
    const disrupted = await disrupting
    done.push(disrupted)
    tell(`question ${question + 1}: ${disruption.kind}, ${Math.round(disrupted.to - disrupted.from)} ms`)
    if (disruption.kind === 'kill') await host.until(({ bootId }) => bootId !== view.bootId)
    answering.nextRound()
  }
  for (let round = done.length; round < disruptions.length; round += 1) answering.nextRound()
  await host.bring(cutLead, ({ stage }) => stage.name === 'reveal' && stage.question === question)
  return done
}

/** Who waits in vain loads the page again. */
function reloadSome(phones: readonly Phone[], random: Random): void {
  for (const phone of phones) if (random.isOneIn(20)) phone.reload()
}

export function nextStep({ step }: HostView) {
  if (step === null) return null
  return { type: 'next', after: step as 'lobby' } as const
}

function finish({ stage }: HostView) {
  return stage.name === 'reveal' ? ({ type: 'finish' } as const) : null
}

export function cutLead({ stage }: HostView) {
  if (stage.name !== 'stem' || stage.continued) return null
  return { type: 'cut-lead', openingId: stage.openingId } as const
}

export function questionOf({ stage }: HostView): number | null {
  return 'question' in stage ? stage.question : null
}

/** Open, or over already; while it is read again, if that is wanted and it was interrupted. */
function isAnsweredNow({ stage }: HostView, question: number, whileReadAgain: boolean): boolean {
  if (stage.name === 'stem') return whileReadAgain && stage.continued
  return 'question' in stage && stage.question === question
}

function describe(phone: Phone): string {
  const { status, refusal, view, waitingAnswers, answer, place } = phone.state()
  const seen = { status, refusal, stage: view?.stage.name, waitingAnswers, answer: answer.name, place }
  return `${phone.memberId} ${JSON.stringify(seen)}`
}
