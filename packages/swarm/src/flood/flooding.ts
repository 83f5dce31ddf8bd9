import type { Millis } from '@khac-sau/engine'
import { createAnswering } from '../answering.ts'
import { cutLead, nextStep, questionOf } from '../contest.ts'
import { prepareEvening } from '../evening.ts'
import { connectHost, type Host } from '../host.ts'
import { createPhone, type Phone } from '../phone.ts'
import { type Product, startProduct } from '../product.ts'
import { seededRandom } from '../random.ts'
import { passing } from '../time.ts'
import { startBots } from './bots.ts'

export type FloodPlan = {
  readonly phones: number
  /** Half of them guess codes, half PINs. */
  readonly bots: number
  readonly everyMillis: Millis
  /** Of the phones: known from an earlier evening. */
  readonly known: number
  readonly signIns: number
  readonly seed: number
  readonly tell: (line: string) => void
}

export type Flooded = {
  /** From the first phone to the last, all of which came within the first half minute. */
  readonly joinMillis: readonly Millis[]
  /** Phones that were not in within a minute of coming. */
  readonly blocked: readonly string[]
  /** Phones without the right to come in by themselves any more, because a bot had used up the tries on their member (D2). */
  readonly letInByHost: number
  readonly told: Readonly<Record<string, number>>
  readonly ackMillis: Readonly<Record<'flooded' | 'quiet' | 'signIns', readonly Millis[]>>
  readonly signInMillis: readonly Millis[]
}

const joinWithinMillis = 30_000

/** An evening with PINs in which a room joins, and answers, while bots of its own address guess. */
export async function flood(plan: FloodPlan): Promise<Flooded> {
  const product = await startProduct()
  try {
    return await playFlooded(plan, product)
  } finally {
    await product.stop()
  }
}

async function playFlooded(plan: FloodPlan, product: Product): Promise<Flooded> {
  const random = seededRandom(plan.seed)
  const evening = await prepareEvening(product, plan.phones)
  const pins = await evening.givePins()
  let look: (phone: Phone) => void = () => {}
  const phones = evening.memberIds.map((memberId) =>
    createPhone({
      memberId,
      pin: pins.get(memberId) ?? '',
      address: `http://127.0.0.1:${product.port}`,
      origin: product.origin,
      historyNow: () => performance.now(),
      onChange: (phone) => look(phone),
    }),
  )
  try {
    const known = phones.slice(0, plan.known)
    await joinEarlier(plan, product, evening, known)
    const contest = await evening.openContest({ title: 'Kỳ thi tháng này', questions: 3, seconds: 20 })
    const host = connectHost(product.origin, evening.cookie, contest.contestId)
    const { memberIds } = evening
    const half = Math.floor(plan.bots / 2)
    const bots = startBots({
      ...plan,
      port: product.port,
      roomCode: contest.roomCode,
      memberIds,
      codeBots: half,
      pinBots: plan.bots - half,
      random,
    })
    // They are at it before the first phone comes.
    await passing(plan.everyMillis)
    const joining = await join(plan, phones, contest.roomCode, host)
    const answering = createAnswering(phones, random)
    look = (phone) => answering.look(phone)
    const ask = (question: number) => askQuestion(host, answering, phones, question)
    const flooded = await ask(0)
    plan.tell('asked with bots')
    await bots.stop()
    const quiet = await ask(1)
    plan.tell('asked without')
    const signing = { millis: [] as readonly Millis[] }
    const signIns = await askQuestion(host, answering, phones, 2, async () => {
      signing.millis = await signInAtOnce(product, plan.signIns)
    })
    host.stop()
    return {
      ...joining,
      told: bots.told(),
      ackMillis: { flooded, quiet, signIns },
      signInMillis: signing.millis,
    }
  } finally {
    for (const phone of phones) phone.stop()
  }
}

/** A month ago: without bots, by PIN. */
async function joinEarlier(
  { tell }: FloodPlan,
  { origin }: Product,
  { cookie, openContest }: Awaited<ReturnType<typeof prepareEvening>>,
  phones: readonly Phone[],
): Promise<void> {
  const contest = await openContest({ title: 'Kỳ thi tháng trước', questions: 1, seconds: 5 })
  const host = connectHost(origin, cookie, contest.contestId)
  for (const phone of phones) phone.enter(contest.roomCode)
  await host.until(({ joinedCount }) => joinedCount === phones.length)
  for (const phone of phones) phone.stop()
  host.stop()
  tell(`${phones.length} phones are known`)
}

async function join(
  { tell, known }: FloodPlan,
  phones: readonly Phone[],
  roomCode: string,
  host: Host,
): Promise<Pick<Flooded, 'joinMillis' | 'blocked' | 'letInByHost'>> {
  const cameAt = new Map<Phone, Millis>()
  const inAt = new Map<Phone, Millis>()
  const byHost = new Set<Phone>()
  // Newcomers first in the row of known ones: every fifth or so, as they would stand at a door.
  const order = phones.map((phone, index) => ({ phone, at: ((index * 7919) % phones.length) / phones.length }))
  const startedAt = performance.now()
  while (inAt.size < phones.length && performance.now() - startedAt < joinWithinMillis + 60_000) {
    const now = performance.now() - startedAt
    for (const { phone, at } of order) {
      if (cameAt.has(phone) || now < at * joinWithinMillis) continue
      cameAt.set(phone, performance.now())
      phone.enter(roomCode)
      // Some load their page again while they wait.
      if (Math.floor(at * 1_000) % 5 === 0) setTimeout(() => phone.reload(), 1_500)
    }
    for (const phone of cameAt.keys()) {
      const { view, place } = phone.state()
      if (view && !inAt.has(phone)) inAt.set(phone, performance.now())
      if (place.name === 'asked' && !view) byHost.add(phone)
    }
    // The host compares the number that the phone shows.
    for (const { requestId, memberId, number } of host.placeRequests()) {
      const shown = [...byHost].find((phone) => phone.memberId === memberId)?.state().place
      if (shown?.name === 'asked' && shown.number === number) host.letIn(requestId)
    }
    await passing(100)
  }
  const joinMillis = [...inAt].map(([phone, at]) => at - (cameAt.get(phone) ?? at))
  const blocked = phones
    .filter((phone) => (inAt.get(phone) ?? Infinity) - (cameAt.get(phone) ?? 0) > 60_000)
    .map((phone) => `${phone.memberId} ${JSON.stringify({ ...phone.state(), roster: null })}`)
  tell(`${inAt.size} of ${phones.length} in, ${phones.length - known} of them new, ${byHost.size} let in by the host`)
  return { joinMillis, blocked, letInByHost: byHost.size }
}

async function askQuestion(
  host: Host,
  answering: ReturnType<typeof createAnswering>,
  phones: readonly Phone[],
  question: number,
  meanwhile: () => Promise<void> = async () => {},
): Promise<readonly Millis[]> {
  answering.begin(question, [answerWithinMillis])
  await host.bring(nextStep, (view) => questionOf(view) === question)
  await host.bring(cutLead, ({ stage }) => stage.name === 'open')
  await meanwhile()
  await host.until(({ stage }) => stage.name === 'reveal')
  return phones.flatMap((phone) => {
    const { submitted, receipts } = phone.history()
    return submitted
      .filter((one) => one.question === question)
      .map(
        ({ answerId, at }) =>
          Math.min(...receipts.filter((one) => one.answerId === answerId).map((one) => one.at)) - at,
      )
  })
}

const answerWithinMillis = 3_000

/** Of people that there are not, so that each costs a hash; the line is as long as the room is large. */
async function signInAtOnce({ origin }: Product, count: number): Promise<readonly Millis[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const startedAt = performance.now()
      await fetch(`${origin}/api/session`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ login: `nguoi-la-${index}`, password: 'mat-khau-nao-do' }),
      })
      return performance.now() - startedAt
    }),
  )
}
