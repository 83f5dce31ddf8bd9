import { PROTOCOL_VERSION } from '@khac-sau/protocol/version'
import { createMemberSession, type DeviceStorage, type MemberSession } from '@khac-sau/session'
import { io } from 'socket.io-client'

/** A phone's session in one room, wired to this browser. */
export function createPlaySession(roomCode: string): MemberSession {
  const link = io('/member', {
    auth: (give: (handshake: object) => void) => give(session.handshake()),
    autoConnect: false,
    transports: ['websocket'],
    ackTimeout: 4000,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
    closeOnBeforeunload: true,
  })
  const session = createMemberSession({
    link,
    roomCode,
    protocolVersion: PROTOCOL_VERSION,
    storage: pageStorage,
    schedule: (callback, afterMillis) => {
      const timer = setTimeout(callback, afterMillis)
      return () => clearTimeout(timer)
    },
    now: () => performance.now(),
    wallNow: () => Date.now(),
    randomId,
    post: (answer, token) => postAnswer(roomCode, answer, token),
  })
  return session
}

/** Reading `localStorage` itself may throw, so each call does it anew; the session tolerates that. */
const pageStorage: DeviceStorage = {
  read: (key) => window.localStorage.getItem(key),
  write: (key, value) => window.localStorage.setItem(key, value),
  remove: (key) => window.localStorage.removeItem(key),
}

/** A request that hangs holds one of the few connections that a browser grants a host. */
const POST_MILLIS = 4000

/** T7: the second way, when the socket gives no ack. */
async function postAnswer(roomCode: string, answer: object, token: string): Promise<unknown> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), POST_MILLIS)
  const response = await fetch(`/api/rooms/${roomCode}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-device-token': token },
    body: JSON.stringify(answer),
    keepalive: true,
    signal: giveUp.signal,
  }).finally(() => clearTimeout(timer))
  if (!response.ok) throw new Error(`answer not taken: ${response.status}`)
  return response.json()
}

/** `crypto.randomUUID` is missing on plain http. */
function randomId(): string {
  const bytes = window.crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
