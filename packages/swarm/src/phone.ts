import type { MemberId, Millis } from '@khac-sau/engine'
import { PROTOCOL_VERSION } from '@khac-sau/protocol'
import {
  type AnswerAck,
  createMemberSession,
  type DeviceStorage,
  type Link,
  type MemberSession,
  type MemberState,
} from '@khac-sau/session'
import { io } from 'socket.io-client'
import { type HistoryRecorder, type PhoneHistory, recordHistory } from './history.ts'

/** The code that runs on a phone, on a device that forgets nothing, over a real network. */
export type Phone = {
  readonly memberId: MemberId
  /** Opens the page of a room; what is recorded begins anew. */
  readonly enter: (roomCode: string) => void
  /** The page is loaded again on the same device. */
  readonly reload: () => void
  readonly state: () => MemberState
  readonly choose: (options: readonly number[]) => void
  readonly submit: () => void
  readonly history: () => PhoneHistory
  readonly stop: () => void
}

export type PhoneOptions = {
  readonly memberId: MemberId
  /** D1: on the slip of paper, where the cell asks for one. */
  readonly pin?: string
  /** Where it connects to, and the origin that its page would have. */
  readonly address: string
  readonly origin: string
  readonly onChange: (phone: Phone) => void
  /** What its history is dated by. */
  readonly historyNow: () => Millis
}

export function createPhone(options: PhoneOptions): Phone {
  const { memberId, pin, onChange, historyNow } = options
  let recorder = recordHistory(memberId, historyNow)
  let room: string | null = null
  const storage = deviceStorage((key, value) => {
    if (key === `khac-sau.outbox.${room}`) recorder.onOutbox(value)
  })
  let page: MemberSession | null = null

  const load = () => {
    if (room === null) throw new Error('the phone is in no room')
    const session = openPage(options, room, storage, recorder)
    page = session
    session.subscribe(() => {
      if (page !== session) return
      recorder.onState(session.snapshot())
      claimIfAsked(session, memberId, pin)
      onChange(phone)
    })
    session.start()
  }
  const open = () => {
    if (page === null) throw new Error('the phone is in no room')
    return page
  }
  const phone: Phone = {
    memberId,
    enter(roomCode) {
      page?.stop()
      recorder = recordHistory(memberId, historyNow)
      room = roomCode
      load()
    },
    reload() {
      page?.stop()
      load()
    },
    state: () => open().snapshot(),
    choose: (chosen) => open().choose(chosen),
    submit: () => open().submit(),
    history: () => recorder.history,
    stop: () => page?.stop(),
  }
  return phone
}

function openPage(
  { address, origin }: PhoneOptions,
  roomCode: string,
  storage: DeviceStorage,
  { onAck }: HistoryRecorder,
): MemberSession {
  const socket = io(`${address}/member`, {
    auth: (give: (handshake: object) => void) => give(session.handshake()),
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
  const session = createMemberSession({
    link: listened(socket, onAck),
    roomCode,
    protocolVersion: PROTOCOL_VERSION,
    storage,
    schedule: (callback, afterMillis) => {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
    wallNow: () => Date.now(),
    randomId: () => crypto.randomUUID(),
    async post(answer, token) {
      const response = await fetch(`${address}/api/rooms/${roomCode}/answers`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-device-token': token, origin },
        body: JSON.stringify(answer),
      })
      if (!response.ok) throw new Error(`answer not taken: ${response.status}`)
      const ack = (await response.json()) as AnswerAck
      onAck(ack)
      return ack
    },
  })
  return session
}

function listened(socket: Link, onAck: (ack: AnswerAck) => void): Link {
  return {
    get connected() {
      return socket.connected
    },
    get active() {
      return socket.active
    },
    on: (event, listener) => socket.on(event, listener),
    off: (event, listener) => socket.off(event, listener),
    connect: () => socket.connect(),
    disconnect: () => socket.disconnect(),
    async emitWithAck(event, input) {
      const ack = await socket.emitWithAck(event, input)
      if (event === 'member:answer') onAck(ack as AnswerAck)
      return ack
    },
  }
}

/** As its member would: the name, the PIN once it is asked for, and the host where the PIN gets nowhere. */
function claimIfAsked(session: MemberSession, memberId: MemberId, pin: string | undefined): void {
  const { status, view, roster, place } = session.snapshot()
  if (status !== 'live' || view || !roster) return
  if (place.name === 'choosing') session.claim(memberId)
  else if (place.name === 'pin' && place.refusal === null && pin !== undefined) session.claim(memberId, pin)
  else if (place.name === 'pin' && place.refusal !== null) session.askForPlace(memberId)
}

function deviceStorage(onWrite: (key: string, value: string) => void): DeviceStorage {
  const values = new Map<string, string>()
  return {
    read: (key) => values.get(key) ?? null,
    write(key, value) {
      values.set(key, value)
      onWrite(key, value)
    },
    remove: (key) => void values.delete(key),
  }
}
