import type { Receipt } from '@khac-sau/engine'
import type { Ack } from '@khac-sau/protocol'
import { connect, refusalOf, request } from '../testing/live-house.ts'
import type { Abuse } from './abuse.ts'
import type { Scene } from './scene.ts'

type Page = (scene: Scene) => ReturnType<typeof connect>
const an: Page = (scene) => scene.an.socket
const binh: Page = (scene) => scene.binh.socket
const host: Page = (scene) => scene.host.socket
const screen: Page = (scene) => scene.screen.socket

const send = (name: string, told: string, page: Page, event: string, input: (scene: Scene) => unknown): Abuse => ({
  name,
  told,
  attempt: async (scene) => toldBy(await request(page(scene), event, input(scene))),
})

function toldBy(ack: Ack<unknown>): string {
  return ack.ok ? 'done' : ack.refusal
}

/** Of a page that has no place in the room. */
const visit = (name: string, told: string, event: string, input: (scene: Scene) => unknown, room = ourRoom): Abuse => ({
  name,
  told,
  attempt: async (scene) => {
    const page = connect('/member', { roomCode: room(scene) })
    const ack = await request(page, event, input(scene))
    page.disconnect()
    return toldBy(ack)
  },
})
const ourRoom = ({ roomCode }: Scene) => roomCode
const neighboursRoom = ({ neighbour }: Scene) => neighbour.roomCode

const answerTo = (openingId: string, changes: object = {}) => ({
  openingId,
  answerId: 'forged',
  options: [0],
  automatic: false,
  claim: null,
  ...changes,
})

export const lobbyAbuses: readonly Abuse[] = [
  ...(['finish', 'settle', 'pause'] as const).map((type) =>
    send(`a phone commands: ${type}`, 'bad-request', an, 'host:command', () => ({ type })),
  ),
  send('a phone looks at what the host keeps to itself', 'bad-request', an, 'host:peek', () => ({})),
  send('a phone hands a place over to itself', 'bad-request', an, 'host:answer-place-request', () => ({
    requestId: 'x',
    grant: true,
  })),
  send('a phone commands as a remote', 'bad-request', an, 'remote:command', () => ({ type: 'next', after: 'lobby' })),
  send('a projector commands', 'bad-request', screen, 'host:command', () => ({ type: 'next', after: 'lobby' })),
  send('a projector answers', 'bad-request', screen, 'member:answer', () => answerTo('o')),
  send('a projector claims a name', 'bad-request', screen, 'member:claim', ({ memberIds }) => ({
    memberId: memberIds[2],
  })),
  send('an event by a name of every object', 'bad-request', an, 'constructor', () => ({})),
  send('an event that emitters know', 'bad-request', an, 'error', () => ({})),
  send('bytes for a message', 'bad-request', an, 'member:answer', () => Buffer.from('{"openingId":"o"}')),
  send('a message 3,000 brackets deep', 'bad-request', an, 'member:answer', () => nested(3_000)),
  send('a message with a prototype', 'bad-request', an, 'member:answer', () =>
    JSON.parse('{"__proto__":{"openingId":"o"}}'),
  ),
  send('a command that there is not', 'bad-request', host, 'host:command', () => ({ type: 'toString' })),
  send('a command for question -1', 'bad-request', host, 'host:command', () => ({
    type: 'void',
    question: -1,
    reason: 'wrong-key',
  })),
  send('a place request that was made up', 'no-such-request', host, 'host:answer-place-request', () => ({
    requestId: 'x',
    grant: true,
  })),
  send('the neighbour’s member is removed from our room', 'not-in-contest', host, 'host:command', ({ neighbour }) => ({
    type: 'remove',
    memberId: neighbour.memberIds[0],
  })),
  send('a result is settled before there is one', 'not-now', host, 'host:command', () => ({ type: 'settle' })),
  send('an answer before anything was asked', 'no-such-opening', an, 'member:answer', () => answerTo('o')),
  visit('a visitor answers', 'not-joined', 'member:answer', () => answerTo('o')),
  visit('a visitor gives up a place', 'not-joined', 'member:leave', () => ({})),
  visit('a name that is live on another phone', 'name-taken', 'member:claim', ({ memberIds }) => ({
    memberId: memberIds[0],
  })),
  visit('the name of another cell’s member', 'no-such-member', 'member:claim', ({ neighbour }) => ({
    memberId: neighbour.memberIds[0],
  })),
  visit('a name by a name of every object', 'no-such-member', 'member:claim', () => ({ memberId: '__proto__' })),
  visit('a place for nobody', 'no-such-member', 'member:ask-for-place', () => ({ memberId: 'x' })),
  visit(
    'a name without its PIN',
    'pin-needed',
    'member:claim',
    ({ neighbour }) => ({ memberId: neighbour.memberIds[1] }),
    neighboursRoom,
  ),
  visit(
    'the PIN of another member',
    'wrong-pin',
    'member:claim',
    ({ neighbour }) => ({ memberId: neighbour.memberIds[1], pin: neighbour.pins[2] }),
    neighboursRoom,
  ),
  visit(
    'a PIN that is a pattern',
    'bad-request',
    'member:claim',
    ({ neighbour }) => ({ memberId: neighbour.memberIds[1], pin: '......' }),
    neighboursRoom,
  ),
  {
    name: 'PINs, one after the other',
    told: 'too-many-attempts',
    attempt: async ({ neighbour }) => {
      const memberId = neighbour.memberIds[2]
      // L4: a page that misses ten is cut off before that.
      for (let page = 0; page < 9; page += 1) {
        const socket = connect('/member', { roomCode: neighbour.roomCode })
        const guesses = Array.from({ length: 9 }, (_, index) => String(page * 9 + index).padStart(6, '0'))
        for (const pin of guesses.filter((guess) => guess !== neighbour.pins[2])) {
          const told = toldBy(await request(socket, 'member:claim', { memberId, pin }))
          if (told !== 'wrong-pin') return told
        }
        socket.disconnect()
      }
      return 'wrong-pin'
    },
  },
]

export const stemAbuses: readonly Abuse[] = [
  send('an answer before the options are open', 'not-open-yet', an, 'member:answer', ({ openingId }) =>
    answerTo(openingId),
  ),
  send('the key, corrected before anything was answered', 'not-now', host, 'host:command', () => ({
    type: 'correct',
    question: 0,
    right: [0],
    reason: 'wrong-key',
  })),
  send('extra time, once a question has begun', 'not-now', host, 'host:command', ({ memberIds }) => ({
    type: 'give-time',
    memberId: memberIds[0],
    timePercent: 200,
  })),
  send('the next question, twice', 'question-still-open', host, 'host:command', () => ({
    type: 'next',
    after: 'lobby',
  })),
  {
    name: 'the options and the key, looked for in all that a phone and the projector were sent',
    told: 'nothing of them',
    attempt: async ({ an: { seen }, screen: { seen: shown } }) => {
      const sent = [...seen.all, ...shown.all].join('')
      return /"(?:options|right|explanation)":(?!null)/.test(sent) ? sent : 'nothing of them'
    },
  },
]

export const openAbuses: readonly Abuse[] = [
  send('a second answer', 'already-answered', binh, 'member:answer', ({ openingId }) =>
    answerTo(openingId, { options: [1], answerId: 'second' }),
  ),
  send('an option that there is not', 'bad-option', an, 'member:answer', ({ openingId }) =>
    answerTo(openingId, { options: [7] }),
  ),
  send('no option', 'bad-request', an, 'member:answer', ({ openingId }) => answerTo(openingId, { options: [] })),
  send('an answer to the question of another contest', 'no-such-opening', an, 'member:answer', ({ neighbour }) =>
    answerTo(`${neighbour.contestId}.1`),
  ),
  send('a press before time began', 'bad-request', an, 'member:answer', ({ openingId }) =>
    answerTo(openingId, { claim: { bootId: 'x', paintedAt: 'now', pressedAt: -Infinity } }),
  ),
  send('the question of another opening is ended', 'stale-step', host, 'host:command', () => ({
    type: 'end-question',
    openingId: 'x',
  })),
  send('the key, corrected while the question is open', 'not-now', host, 'host:command', () => ({
    type: 'correct',
    question: 0,
    right: [0],
    reason: 'wrong-key',
  })),
  visit('a visitor answers the open question', 'not-joined', 'member:answer', ({ openingId }) => answerTo(openingId)),
  {
    name: 'an answer of another member, replayed',
    told: 'the first receipt, for its own member',
    attempt: async ({ openingId, binh: { socket } }) => {
      const ack = await request<Receipt>(
        socket,
        'member:answer',
        answerTo(openingId, { answerId: 'binhs', options: [1] }),
      )
      const again = await request<Receipt>(
        socket,
        'member:answer',
        answerTo(openingId, { answerId: 'binhs', options: [0] }),
      )
      const isSame = ack.ok && again.ok && JSON.stringify(ack.value) === JSON.stringify(again.value)
      return isSame ? 'the first receipt, for its own member' : JSON.stringify([ack, again])
    },
  },
  {
    name: 'the key, looked for in all that a phone and the projector were sent',
    told: 'nothing of it',
    attempt: async ({ an: { seen }, screen: { seen: shown } }) => {
      const sent = [...seen.all, ...shown.all].join('')
      return /"(?:right|explanation)":(?!null)/.test(sent) ? sent : 'nothing of it'
    },
  },
]

export const closedAbuses: readonly Abuse[] = [
  send('another answer after the close', 'already-answered', binh, 'member:answer', ({ openingId }) =>
    answerTo(openingId, { options: [1], answerId: 'third' }),
  ),
  send('a closed question is ended again', 'not-now', host, 'host:command', ({ openingId }) => ({
    type: 'end-question',
    openingId,
  })),
]

/** A3, T6: kept and shown as too late, which the log tells; nothing that counts is another. */
export const lateAbuse: Abuse = send('an answer after the close', 'too-late', an, 'member:answer', ({ openingId }) =>
  answerTo(openingId, { options: [1] }),
)

/** Last, because who does this is told nothing for ten minutes. */
export const floodAbuses: readonly Abuse[] = [
  {
    name: 'a flood of requests',
    told: 'too-many-requests',
    attempt: async ({ roomCode }) => {
      const page = connect('/member', { roomCode })
      const acks = await Promise.all(Array.from({ length: 60 }, () => request(page, 'member:clock', {})))
      page.disconnect()
      return toldBy(acks.at(-1) ?? { ok: true, value: null })
    },
  },
  {
    name: 'room codes, one after the other',
    told: 'crowded',
    attempt: async ({ roomCode: right }) => {
      for (let code = 100_000; ; code += 40) {
        const codes = Array.from({ length: 40 }, (_, index) => String(code + index)).filter((one) => one !== right)
        const told = await Promise.all(
          codes.map(async (roomCode) => {
            const page = connect('/member', { roomCode })
            const refusal = await refusalOf(page)
            page.disconnect()
            return refusal
          }),
        )
        if (told.includes('crowded') || code > 120_000) return told.at(-1) ?? ''
      }
    },
  },
]

function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = [value]
  return value
}
