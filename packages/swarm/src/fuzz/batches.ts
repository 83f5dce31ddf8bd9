import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import { Agent, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import type { OpenContest } from '../evening.ts'
import { type Random, seededRandom } from '../random.ts'
import { sampleMessages } from './messages.ts'
import { mangled, mutated, oneOf } from './mutations.ts'
import { frameOf, openRawSocket, type RawSocket } from './raw-socket.ts'

/** What a batch is fired at: a room that is there for it, and somebody of each role in it. */
export type Target = {
  readonly port: number
  readonly contest: OpenContest
  readonly cookie: string
  /** A device each, so that what one device may send (L2) is not what is tried. */
  readonly devices: readonly { readonly memberId: string; readonly token: string }[]
}

export type Fired = {
  readonly sent: number
  /** Of what was owed an answer by the protocol, that got none or more than one. */
  readonly unanswered: readonly string[]
  /** That the server called its own fault. */
  readonly faults: readonly string[]
}

type BatchKind = 'messages' | 'frames' | 'requests' | 'bytes'

/** The same number and seed fire the same bytes, but for ids that the server drew. */
export function fireBatch(target: Target, seed: number, number: number): Promise<Fired> {
  const random = seededRandom(seed * 1_000_003 + number)
  return firing[kindOf(number)](target, random, number)
}

/** Most of it is what gets furthest in. */
function kindOf(number: number): BatchKind {
  return (
    (['messages', 'requests', 'messages', 'frames', 'messages', 'requests', 'bytes'] as const)[number % 7] ?? 'messages'
  )
}

const firing: Readonly<Record<BatchKind, (target: Target, random: Random, number: number) => Promise<Fired>>> = {
  /** Well-formed packets with mutated messages: each is owed one ack. */
  async messages(target, random, number) {
    const { device, door, namespace } = doorOf(target, random, number)
    const socket = await openRawSocket(target.port, door.headers)
    if (!(await comeIn(socket, namespace, door.auth))) {
      socket.close()
      return { sent: 1, unanswered: [`the door ${namespace}: ${socket.texts.join(' ').slice(0, 200)}`], faults: [] }
    }
    const samples = samplesOf(target, door, device.memberId)
    const sent = new Map<number, string>()
    for (let id = 0; id < messagesAtOnce; id += 1) {
      const [event, inputs] = oneOf(samples, random)
      const input = mutated(oneOf(inputs as readonly object[], random), random)
      const named = random.isOneIn(12) ? mutatedName(event, random) : event
      const body = JSON.stringify(random.isOneIn(15) ? [named] : [named, input])
      if (Buffer.byteLength(body) > 15_000) continue
      sent.set(id, body)
      socket.send(frameOf(`42${namespace},${id}${body}`))
    }
    await socket.until((texts) => texts.filter((text) => text.startsWith('43')).length >= sent.size, patienceMillis)
    const acks = socket.texts.filter((text) => text.startsWith('43'))
    socket.close()
    const ids = acks.map((text) => Number(/^43[^,]*,(\d+)/.exec(text)?.[1]))
    return {
      sent: sent.size,
      unanswered: [...sent].filter(([id]) => ids.filter((one) => one === id).length !== 1).map(([, body]) => body),
      faults: acks.filter((text) => text.includes('"server-error"')).map((text) => faultOf(text, sent)),
    }
  },

  /** Packets and frames that are none: nothing is owed, the connection may be cut. */
  async frames(target, random, number) {
    const { device, door, namespace } = doorOf(target, random, number)
    const socket = await openRawSocket(target.port, door.headers)
    if (random.isOneIn(2)) await comeIn(socket, namespace, door.auth)
    const samples = samplesOf(target, door, device.memberId)
    let sent = 0
    while (sent < framesAtOnce && !socket.isClosed()) {
      const [event, inputs] = oneOf(samples, random)
      const packet = `${oneOf(packetKinds, random)}${namespace},${sent}${JSON.stringify([event, oneOf(inputs as readonly object[], random)])}`
      const payload = random.isOneIn(3) ? Buffer.from(packet) : mangled(Buffer.from(packet), random)
      const frame = frameOf(payload, random.isOneIn(4) ? random.between(0, 255) : 0x81)
      socket.send(random.isOneIn(8) ? mangled(frame, random) : frame)
      sent += 1
      // As long as it takes the other end to cut it, so that what follows is read by somebody.
      if (sent % 10 === 0) await socket.until(() => false, 1)
    }
    socket.close()
    return { sent, unanswered: [], faults: socket.texts.filter((text) => text.includes('"server-error"')) }
  },

  /** Whole requests with mutated bodies: each is owed one answer that is no fault of the server. */
  async requests(target, random, number) {
    const device = oneOf(target.devices, random)
    const agent = new Agent({ keepAlive: true, maxSockets: 4 })
    const sent = Array.from({ length: requestsAtOnce }, () => requestOf(target, device, random))
    const answers = await Promise.all(sent.map((request) => answerTo(target.port, request, agent)))
    agent.destroy()
    const told = answers.map((status, at) => ({ status, what: `batch ${number}: ${status} ${sent[at]?.what}` }))
    return {
      sent: sent.length,
      unanswered: told.filter(({ status }) => status === 0).map(({ what }) => what),
      faults: told.filter(({ status }) => status >= 500 && status !== 503).map(({ what }) => what),
    }
  },

  /** What was a request once. */
  async bytes(target, random) {
    const device = oneOf(target.devices, random)
    const sent = Array.from({ length: bytesAtOnce }, () => {
      const request = requestOf(target, device, random)
      return { what: request.what, bytes: mangled(mangled(bytesOf(request), random), random) }
    })
    const answers = await Promise.all(sent.map(({ bytes }) => exchange(target.port, bytes)))
    const faults = sent.flatMap(({ what }, at) => (/HTTP\/1\.1 50[0-2]/.test(answers[at] ?? '') ? [what] : []))
    return { sent: bytesAtOnce, unanswered: [], faults }
  },
}

const messagesAtOnce = 90
const framesAtOnce = 60
const requestsAtOnce = 40
const bytesAtOnce = 10
const patienceMillis = 10_000
const packetKinds = ['40', '41', '42', '43', '44', '451-', '461-', '45', '4', '5', '1', '6', '0', '49']

/** Whoever has a place keeps it, or there would soon be nobody left who has. */
function samplesOf({ contest }: Target, door: Door, memberId: string) {
  const samples = Object.entries(sampleMessages(memberId, `${contest.contestId}.1`)[door.name])
  return samples.filter(([event]) => event !== 'member:leave' || !('token' in door.auth))
}

type Door = {
  readonly name: keyof ReturnType<typeof sampleMessages>
  readonly auth: object
  readonly headers: Readonly<Record<string, string>>
}

function doorOf({ contest, cookie, devices }: Target, random: Random, number: number) {
  const device = devices[number % devices.length] ?? oneOf(devices, random)
  const { contestId, roomCode, screenKey } = contest
  const doors: readonly Door[] = [
    { name: 'member', auth: { roomCode, token: device.token }, headers: {} },
    { name: 'member', auth: { roomCode }, headers: {} },
    { name: 'host', auth: { contestId }, headers: { cookie } },
    { name: 'remote', auth: { screenKey }, headers: { cookie } },
    { name: 'screen', auth: { screenKey }, headers: {} },
  ]
  const isHosts = number % 40 === 0
  // One account has no more than L2 lets it ask: it comes rarely.
  const door = isHosts ? oneOf(doors.slice(2, 4), random) : oneOf([...doors.slice(0, 2), ...doors.slice(4)], random)
  return { device, door, namespace: `/${door.name}` }
}

async function comeIn(socket: RawSocket, namespace: string, auth: object): Promise<boolean> {
  socket.send(frameOf(`40${namespace},${JSON.stringify({ protocolVersion: PROTOCOL_VERSION, ...auth })}`))
  await socket.until((texts) => texts.some((text) => text.startsWith('40') || text.startsWith('44')), patienceMillis)
  return socket.texts.some((text) => text.startsWith('40'))
}

/** Not one that Socket.IO keeps for itself: for those it cuts the connection. */
function mutatedName(event: string, random: Random): string {
  const name = mutated(event, random)
  const isKept =
    typeof name !== 'string' ||
    /^(connect|connect_error|disconnect|disconnecting|newListener|removeListener)$/.test(name)
  return isKept ? 'nothing' : name
}

function faultOf(ack: string, sent: ReadonlyMap<number, string>): string {
  return sent.get(Number(/^43[^,]*,(\d+)/.exec(ack)?.[1])) ?? ack
}

const answer = { openingId: 'none', answerId: 'a', options: [0], automatic: false, claim: null }
const person = {
  name: 'Lê Hòa',
  groupName: 'Tổ 1',
  position: '',
  birthday: '1970',
  fromMonth: '2026-01',
  toMonth: null,
}

/** Of what anybody may send, and of what a signed-in page may: never a body that would be carried out as it is. */
function requestOf({ port, contest, cookie }: Target, device: Target['devices'][number], random: Random) {
  const [method, path, body, signedIn] = oneOf(
    [
      ['POST', `/api/rooms/${contest.roomCode}/answers`, answer, false],
      ['POST', `/api/rooms/${contest.roomCode}/answers`, answer, false],
      ['POST', '/api/invitations/look', { secret: 'x' }, false],
      [
        'POST',
        '/api/invitations/accept',
        { secret: 'x', login: 'ai', displayName: 'Ai', password: 'mat-khau-dai' },
        false,
      ],
      ['POST', '/api/recovery', { secret: 'x', password: 'mat-khau-dai' }, false],
      ['POST', '/api/remote', { pairingSecret: 'x' }, false],
      ['PUT', '/api/checks/none/phones/none', {}, false],
      ['POST', '/api/members/preview', { text: 'Lê Hòa\tTổ 1', uses: ['name', null] }, true],
      ['POST', '/api/questions/preview', { text: 'Câu 1. Hỏi?\nA. Một\nB. Hai\nĐáp án: A' }, true],
      ['PATCH', '/api/members/nobody', person, true],
      [
        'PUT',
        '/api/contests/nothing',
        { revision: 1, month: '2027-04', title: 'x', settings: {}, questions: [] },
        true,
      ],
      ['PATCH', '/api/access/accounts/nobody', { role: 'viewer' }, true],
      ['POST', '/api/members/pins', { memberIds: ['nobody'] }, true],
    ] as const,
    random,
  )
  const sent = mutated(body, random)
  const text = JSON.stringify(sent) ?? ''
  const payload = random.isOneIn(6) ? mangled(Buffer.from(text), random) : Buffer.from(text)
  const headers = {
    host: `localhost:${port}`,
    origin: `http://localhost:${port}`,
    'content-type': 'application/json',
    'x-device-token': device.token,
    ...(signedIn ? { cookie } : {}),
    'content-length': String(payload.length),
  }
  return { method, path, headers, payload, what: `${method} ${path} ${payload.toString().slice(0, 300)}` }
}

type Request = ReturnType<typeof requestOf>

function bytesOf({ method, path, headers, payload }: Request): Buffer {
  const lines = [`${method} ${path} HTTP/1.1`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), payload])
}

/** Its status; 0 where none came. */
function answerTo(port: number, request: Request, agent: Agent): Promise<number> {
  const { method, path, headers, payload } = request
  return new Promise((resolve) => {
    const asked = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
    asked.setTimeout(patienceMillis, () => asked.destroy())
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const isCut = error.code === 'ECONNRESET' || error.code === 'EPIPE'
      // The other end may close a connection in the moment in which it is used again (RFC 9112, 9.3.1).
      if (isCut && asked.reusedSocket) return resolve(answerTo(port, request, agent))
      // L1: a body that is too long is refused before all of it has come, and the refusal may be lost with the connection.
      resolve(isCut && payload.length > mostBodyBytes ? 413 : 0)
    })
    asked.end(payload)
  })
}

const mostBodyBytes = 200_000

/** What comes back, until an answer did, or the other end has closed; half a request is not waited for. */
function exchange(port: number, bytes: Buffer): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    let text = ''
    const end = () => {
      clearTimeout(timer)
      socket.destroy()
      resolve(text)
    }
    const timer = setTimeout(end, halfRequestMillis)
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      if (text.endsWith('}')) end()
    })
    socket.on('error', () => {})
    socket.on('close', end)
  })
}

const halfRequestMillis = 50
