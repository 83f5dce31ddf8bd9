import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import { frameOf, openRawSocket, type RawSocket } from '../fuzz/raw-socket.ts'
import type { Random } from '../random.ts'
import { passing } from '../time.ts'

export type BotPlan = {
  readonly port: number
  readonly roomCode: string
  readonly memberIds: readonly string[]
  readonly codeBots: number
  readonly pinBots: number
  /** Between two guesses of one bot. */
  readonly everyMillis: number
  readonly random: Random
}

export type Bots = {
  /** How often each answer was given to them. */
  readonly told: () => Readonly<Record<string, number>>
  readonly stop: () => Promise<void>
}

/** Each bot guesses, is told, and guesses again for as long as it is let. */
export function startBots(plan: BotPlan): Bots {
  const told = new Map<string, number>()
  const state = { isOver: false }
  const hear = (answer: string) => told.set(answer, (told.get(answer) ?? 0) + 1)
  const guessers = [
    ...Array.from({ length: plan.codeBots }, () => guessCodes(plan, state, hear)),
    ...Array.from({ length: plan.pinBots }, () => guessPins(plan, state, hear)),
  ]
  return {
    told: () => Object.fromEntries([...told].sort(([, one], [, other]) => other - one)),
    async stop() {
      state.isOver = true
      await Promise.all(guessers)
    },
  }
}

type State = { readonly isOver: boolean }
type Hear = (answer: string) => void

async function guessCodes(plan: BotPlan, state: State, hear: Hear): Promise<void> {
  const { port, random, everyMillis } = plan
  await passing(random.between(0, everyMillis))
  while (!state.isOver) {
    const socket = await openRawSocket(port).catch(() => null)
    if (socket) {
      hear(`code: ${await knock(socket, String(random.between(0, 999_999)).padStart(6, '0'))}`)
      socket.close()
    } else hear('no connection')
    await passing(everyMillis)
  }
}

/** It has the code, as whoever sees the projector, and stays in the room for as long as it is let. */
async function guessPins(plan: BotPlan, state: State, hear: Hear): Promise<void> {
  const { port, roomCode, memberIds, random, everyMillis } = plan
  await passing(random.between(0, everyMillis))
  while (!state.isOver) {
    const socket = await openRawSocket(port).catch(() => null)
    if (!socket) hear('no connection')
    else if ((await knock(socket, roomCode)) === 'in') {
      for (let id = 0; !socket.isClosed() && !state.isOver; id += 1) {
        const memberId = memberIds[random.between(0, memberIds.length - 1)]
        const pin = String(random.between(0, 999_999)).padStart(6, '0')
        socket.send(frameOf(`42/member,${id}${JSON.stringify(['member:claim', { memberId, pin }])}`))
        hear(`PIN: ${await answerOf(socket, `43/member,${id}[`)}`)
        await passing(everyMillis)
      }
    }
    socket?.close()
    await passing(everyMillis)
  }
}

async function knock(socket: RawSocket, roomCode: string): Promise<string> {
  socket.send(frameOf(`40/member,${JSON.stringify({ protocolVersion: PROTOCOL_VERSION, roomCode })}`))
  const answer = await answerOf(socket, '44/member', '40/member')
  return answer.startsWith('40') ? 'in' : answer
}

async function answerOf(socket: RawSocket, ...starts: readonly string[]): Promise<string> {
  const isAnswer = (text: string) => starts.some((start) => text.startsWith(start))
  await socket.until((texts) => texts.some(isAnswer), patienceMillis)
  const text = socket.texts.find(isAnswer)
  if (text === undefined) return socket.isClosed() ? 'cut off' : 'unanswered'
  return /"refusal":"([^"]+)"/.exec(text)?.[1] ?? text.slice(0, 12)
}

const patienceMillis = 20_000
