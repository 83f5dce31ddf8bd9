import type { HostView } from '@khac-sau/engine'
import { type HostExtras, PROTOCOL_VERSION, type SentHostCommand } from '@khac-sau/protocol'
import { io } from 'socket.io-client'
import { until } from './time.ts'

/** Who runs the contest: connected past the phones' network, and coming back by itself when the server does. */
export type Host = {
  readonly view: () => HostView | null
  readonly placeRequests: () => HostExtras['placeRequests']
  /** Hands the place over. */
  readonly letIn: (requestId: string) => void
  /** Sends what is to be done until the host sees that it was. */
  readonly bring: (command: (view: HostView) => SentHostCommand | null, isThere: IsThere) => Promise<HostView>
  readonly until: (isThere: IsThere) => Promise<HostView>
  readonly stop: () => void
}

type IsThere = (view: HostView) => boolean

export function connectHost(origin: string, cookie: string, contestId: string): Host {
  let view: HostView | null = null
  let placeRequests: HostExtras['placeRequests'] = []
  const socket = io(`${origin}/host`, {
    auth: { protocolVersion: PROTOCOL_VERSION, contestId },
    forceNew: true,
    transports: ['websocket'],
    extraHeaders: { origin, cookie },
    ackTimeout: 2000,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
  })
  socket.on('host:view', (newest: HostView, extras: HostExtras) => {
    view = newest
    placeRequests = extras.placeRequests
  })
  // Turned away by a server that is only half there, a link stays down unless it is told to try again, as the page does.
  let stopped = false
  const tryAgain = () => {
    if (socket.active || stopped) return
    setTimeout(() => !stopped && socket.connect(), refusedRetryMillis)
  }
  socket.on('connect_error', tryAgain)
  socket.on('disconnect', tryAgain)

  const sees = async (isThere: IsThere, patienceMillis: number): Promise<HostView> => {
    await until(
      () => view !== null && isThere(view),
      patienceMillis,
      () => `the host sees ${JSON.stringify(view?.stage)}`,
    )
    if (view === null) throw new Error('the host has no view')
    return view
  }
  return {
    view: () => view,
    placeRequests: () => placeRequests,
    letIn: (requestId) => void socket.emit('host:answer-place-request', { requestId, grant: true }),
    until: (isThere) => sees(isThere, patienceMillis),
    async bring(commandIn, isThere) {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const command = view === null ? null : commandIn(view)
        // Unanswered or refused, it is tried again: what is seen decides.
        if (command && socket.connected) await socket.emitWithAck('host:command', command).catch(() => {})
        const seen = await sees(isThere, retryMillis).catch(() => null)
        if (seen) return seen
      }
      return sees(isThere, 0)
    },
    stop() {
      stopped = true
      socket.disconnect()
    },
  }
}

/** A continued question may take 13 s, and a machine under load comes back slowly. */
const patienceMillis = 90_000
const mostTries = 60
const retryMillis = 1500
const refusedRetryMillis = 500
