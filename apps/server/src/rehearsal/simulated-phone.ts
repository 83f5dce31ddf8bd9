import type { AskedQuestion, MemberId, Millis } from '@khac-sau/engine'
import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import { createMemberSession, type DeviceStorage, type Link, type MemberSession } from '@khac-sau/session'
import { randomUUID } from 'node:crypto'
import { io, type Socket } from 'socket.io-client'
import type { Intention } from './intentions.ts'

/** Where the phone reaches this server, and the origin that its page would have. */
export type OwnDoor = { readonly address: string; readonly origin: string }

export type SimulatedPhoneOptions = {
  readonly door: OwnDoor
  readonly roomCode: string
  readonly memberId: MemberId
  readonly joinsAfterMillis: Millis
  readonly intentionOf: (question: AskedQuestion) => Intention | undefined
}

/** How long whoever drops out is away, and how long after the deadline whoever is late comes back: beyond the grace. */
const awayMillis: Millis = 5_000
const lateMillis: Millis = 3_500

/** The code that runs on a phone, over a real socket of this machine; only the thumb is simulated. */
export function openSimulatedPhone(options: SimulatedPhoneOptions): { stop(): void } {
  const { memberId, joinsAfterMillis, intentionOf } = options
  const line = breakableLine(openSocket(options.door, () => session.handshake()))
  const session = openSession(options, line)
  const joining = newTimers()
  /** Of the question that is being answered. */
  const thumb = newTimers()
  /** The opening that was last thought about: a question that goes on is not begun again. */
  let lastOpeningId: string | undefined

  const look = () => {
    const { status, view, roster, place } = session.snapshot()
    if (status === 'live' && !view && roster && place.name === 'choosing') return session.claim(memberId)
    // Ended early: what was still to be done is not done.
    if (view?.stage.name === 'reveal' && !line.isCut()) thumb.stop()
    if (view?.stage.name !== 'open' || view.stage.openingId === lastOpeningId) return undefined
    lastOpeningId = view.stage.openingId
    // T2: what it shows is on its screen at once.
    session.painted()
    const intention = intentionOf(view.stage.question)
    if (intention) answer(session, line, thumb, intention, view.stage.closesAt)
    return undefined
  }
  session.subscribe(look)
  joining.after(joinsAfterMillis, session.start)
  return {
    stop() {
      joining.stop()
      thumb.stop()
      session.stop()
    },
  }
}

function answer(
  session: MemberSession,
  line: BreakableLine,
  timers: Timers,
  { way, options, afterMillis }: Intention,
  closesAt: Millis,
): void {
  const leftMillis = () => closesAt - session.contestNow()
  switch (way) {
    case 'submitted':
      return timers.after(afterMillis, () => {
        session.choose(options)
        session.submit()
      })
    case 'left':
      return timers.after(afterMillis, () => session.choose(options))
    case 'dropped':
      // Back in time, however short the question is.
      timers.after(Math.min(afterMillis, leftMillis() / 4), line.cut)
      return timers.after(Math.min(afterMillis + awayMillis, leftMillis() / 2), () => {
        line.mend()
        session.choose(options)
        session.submit()
      })
    case 'late':
      timers.after(leftMillis() / 2, line.cut)
      timers.after(Math.max(leftMillis() / 2, leftMillis() - 500), () => {
        session.choose(options)
        session.submit()
      })
      return timers.after(leftMillis() + lateMillis, line.mend)
  }
}

function openSocket({ address, origin }: OwnDoor, handshake: () => object): Socket {
  return io(`${address}/member`, {
    auth: (give: (said: object) => void) => give(handshake()),
    autoConnect: false,
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin },
    // As the product's page has them.
    ackTimeout: 4000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
  })
}

function openSession({ door, roomCode }: SimulatedPhoneOptions, line: BreakableLine): MemberSession {
  return createMemberSession({
    link: line.link,
    roomCode,
    protocolVersion: PROTOCOL_VERSION,
    storage: memoryStorage(),
    schedule(callback, afterMillis) {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
    wallNow: () => Date.now(),
    randomId: randomUUID,
    async post(answered, token) {
      if (line.isCut()) throw new Error('no network')
      const response = await fetch(`${door.address}/api/rooms/${roomCode}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-device-token': token, origin: door.origin },
        body: JSON.stringify(answered),
      })
      if (!response.ok) throw new Error(`answer not taken: ${response.status}`)
      return response.json()
    },
  })
}

type BreakableLine = { readonly link: Link; cut(): void; mend(): void; isCut(): boolean }

/** A network that goes and comes: while it is cut, whoever wants to connect waits. */
function breakableLine(socket: Socket): BreakableLine {
  let isCut = false
  return {
    link: {
      get connected() {
        return socket.connected
      },
      get active() {
        return socket.active
      },
      on: (event, listener) => socket.on(event, listener),
      off: (event, listener) => socket.off(event, listener),
      connect: () => isCut || socket.connect(),
      disconnect: () => socket.disconnect(),
      emitWithAck: (event, input) => socket.emitWithAck(event, input),
    },
    cut() {
      isCut = true
      socket.disconnect()
    },
    mend() {
      isCut = false
      socket.connect()
    },
    isCut: () => isCut,
  }
}

type Timers = { after(millis: Millis, run: () => void): void; stop(): void }

function newTimers(): Timers {
  const running = new Set<NodeJS.Timeout>()
  return {
    after(millis, run) {
      const timer = setTimeout(() => {
        running.delete(timer)
        run()
      }, millis)
      running.add(timer)
    },
    stop() {
      for (const timer of running) clearTimeout(timer)
      running.clear()
    },
  }
}

function memoryStorage(): DeviceStorage {
  const values = new Map<string, string>()
  return {
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void values.set(key, value),
    remove: (key) => void values.delete(key),
  }
}
