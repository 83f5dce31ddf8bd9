import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import { checkAnswers, type Finding } from '../check.ts'
import { playContest } from '../contest.ts'
import { readContestLog } from '../contest-log.ts'
import { type Evening, type OpenContest, prepareEvening } from '../evening.ts'
import { connectHost } from '../host.ts'
import { openNetwork } from '../network.ts'
import { createPhone, type Phone } from '../phone.ts'
import { type Product, startProduct } from '../product.ts'
import { seededRandom } from '../random.ts'
import { fireBatch, type Target } from './batches.ts'
import { frameOf, openRawSocket } from './raw-socket.ts'
import { type ServerMemory, watchMemory } from './server-memory.ts'

export type FuzzPlan = {
  readonly messages: number
  readonly seed: number
  /** Only this one, to see again what it did. */
  readonly batch?: number
  /** Into so many parts of equal length the way is divided; after each of them memory is looked at. */
  readonly parts: number
  readonly tell: (line: string) => void
}

export type Fuzzed = {
  readonly sent: number
  readonly batches: number
  /** Each with its batch: `--seed S --batch N` fires it again. */
  readonly unanswered: readonly string[]
  readonly faults: readonly string[]
  /** Starts of the server beyond the first. */
  readonly crashes: number
  /** Of the server's process, at each part of the way; the first is the start. */
  readonly memory: readonly MemoryMark[]
  /** Of contests played by phones in another room meanwhile. */
  readonly contests: {
    readonly played: number
    readonly acked: number
    readonly findings: readonly Finding[]
    readonly hanging: readonly string[]
  }
}

/** What the server's process had when so many messages had been fired. */
export type MemoryMark = ServerMemory & { readonly sent: number }

/** In bytes; of objects for each message, so that it means the same however long the way is. */
export type Growth = { readonly heldEach: number; readonly resident: number }

/**
 * From half of the way to its end: what is filled once, a cache or pages that an allocator keeps, was filled before.
 * `null` where it was not looked at often enough to say.
 */
export function growthOf(memory: readonly MemoryMark[]): Growth | null {
  const [half, end] = [memory[Math.floor(memory.length / 2)], memory.at(-1)]
  if (half === undefined || end === undefined || half.sent >= end.sent) return null
  return { heldEach: (end.held - half.held) / (end.sent - half.sent), resident: end.resident - half.resident }
}

/** What contests beside it and their logs leave behind is less than half of it; 200 of each message are seen. */
export const mostGrowth: Growth = { heldEach: 100, resident: 50 * 2 ** 20 }

const honestPhones = 8
const fuzzedDevices = 60
const atOnce = 6

/** Fires at one room of a real server while an honest contest goes on in another. */
export async function fuzz(plan: FuzzPlan): Promise<Fuzzed> {
  const product = await startProduct()
  try {
    const evening = await prepareEvening(product, honestPhones + fuzzedDevices)
    const target = await targetOf(product, evening)
    const bootId = await bootIdOf(product)
    const ended = { is: false }
    const playing = playContests(product, evening, plan.seed, ended)
    const fired = await fireAll(plan, target, product).finally(() => (ended.is = true))
    const contests = await playing
    return { ...fired, contests, crashes: (await bootIdOf(product)) === bootId ? 0 : 1 }
  } finally {
    await product.stop()
  }
}

async function fireAll({ messages, seed, batch, parts, tell }: FuzzPlan, target: Target, product: Product) {
  const unanswered: string[] = []
  const faults: string[] = []
  const memory: MemoryMark[] = []
  const watch = await watchMemory(product)
  let sent = 0
  let next = batch ?? 0
  let nextMark = 1
  const look = async () => {
    const at = sent
    const found = await watch.look()
    if (found) memory.push({ sent: at, ...found })
    tell(`${at} sent, ${unanswered.length} unanswered, ${faults.length} faults; ${found ? inMegabytes(found) : 'gone'}`)
  }
  const fireNext = async (): Promise<void> => {
    while (batch === undefined ? sent < messages : next === batch) {
      const number = next
      next += 1
      const fired = await fireBatch(target, seed, number).catch((error: unknown) => ({
        sent: 0,
        unanswered: [`no connection: ${String(error)}`],
        faults: [],
      }))
      sent += fired.sent
      unanswered.push(...fired.unanswered.map((one) => `batch ${number}: ${one}`))
      faults.push(...fired.faults.map((one) => `batch ${number}: ${one}`))
      if (sent < messages && sent / messages >= nextMark / parts) {
        nextMark += 1
        await look()
      }
    }
  }
  await look()
  await Promise.all(Array.from({ length: batch === undefined ? atOnce : 1 }, fireNext))
  await look()
  watch.close()
  return { sent, batches: next, unanswered, faults, memory }
}

function inMegabytes({ held, external, resident }: ServerMemory): string {
  const [objects, buffers, process] = [held, external, resident].map((bytes) => (bytes / 2 ** 20).toFixed(1))
  return `memory: ${objects} MB of objects after a collection, ${buffers} MB of buffers, ${process} MB in all`
}

async function playContests(product: Product, evening: Evening, seed: number, ended: { readonly is: boolean }) {
  const network = await openNetwork(product.port)
  let listen: (phone: Phone) => void = () => {}
  const phones = evening.memberIds.slice(0, honestPhones).map((memberId) =>
    createPhone({
      memberId,
      address: `http://127.0.0.1:${network.port}`,
      origin: product.origin,
      historyNow: () => performance.now(),
      onChange: (phone) => listen(phone),
    }),
  )
  const onChange = (listener: typeof listen) => void (listen = listener)
  const torment = { product, network, phones, onChange, random: seededRandom(seed), tell: () => {} }
  let played = 0
  let acked = 0
  const findings: Finding[] = []
  const hanging: string[] = []
  try {
    do {
      const contest = await evening.openContest({ title: `Kỳ thi ${played + 1}`, questions: 3, seconds: 6 })
      const host = connectHost(product.origin, evening.cookie, contest.contestId)
      const result = await playContest(torment, host, contest, [[], [], []]).finally(host.stop)
      const histories = phones.map((phone) => phone.history())
      findings.push(...checkAnswers(histories, readContestLog(product.databaseFile, contest.contestId)))
      hanging.push(...result.hanging)
      acked += histories.flatMap(({ shown }) => shown).length
      played += 1
    } while (!ended.is)
  } finally {
    for (const phone of phones) phone.stop()
    await network.stop()
  }
  return { played, acked, findings, hanging }
}

/** A room of its own, with a question open as long as one can be. */
async function targetOf(product: Product, evening: Evening): Promise<Target> {
  const contest = await evening.openContest({ title: 'Kỳ thi bị bắn phá', questions: 1, seconds: 300 })
  const members = evening.memberIds.slice(honestPhones)
  const devices = await Promise.all(members.map((memberId) => claim(product.port, contest, memberId)))
  const host = connectHost(product.origin, evening.cookie, contest.contestId)
  await host.until(({ stage }) => stage.name === 'lobby')
  host.stop()
  return { port: product.port, contest, cookie: evening.cookie, devices }
}

async function claim(port: number, { roomCode }: OpenContest, memberId: string) {
  const socket = await openRawSocket(port)
  socket.send(frameOf(`40/member,${JSON.stringify({ protocolVersion: PROTOCOL_VERSION, roomCode })}`))
  await socket.until((texts) => texts.some((text) => text.startsWith('40/member')), claimMillis)
  socket.send(frameOf(`42/member,1${JSON.stringify(['member:claim', { memberId }])}`))
  await socket.until((texts) => texts.some((text) => text.startsWith('43/member,1')), claimMillis)
  const ack = socket.texts.find((text) => text.startsWith('43/member,1')) ?? ''
  socket.close()
  const token = /"token":"([^"]+)"/.exec(ack)?.[1]
  if (token === undefined) throw new Error(`no place for ${memberId}: ${ack}`)
  return { memberId, token }
}

const claimMillis = 20_000

async function bootIdOf({ origin }: Product): Promise<string> {
  const response = await fetch(`${origin}/healthz`)
  return ((await response.json()) as { readonly bootId: string }).bootId
}
