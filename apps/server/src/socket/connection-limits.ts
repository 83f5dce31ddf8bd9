import type { Millis } from '@khac-sau/engine'
import { type Allowance, spend, type Used } from '../limits/allowance.ts'

/** As much of an Engine.IO connection as is counted; its WebSocket has no type there. */
export type Connection = {
  readonly transport: object
  on(event: 'packet', listener: () => void): unknown
}
type Frames = { on(event: 'ping' | 'pong', listener: () => void): unknown; terminate(): void }

/** L5: all that a page sends, four pongs a second among it; several times what L2 lets it ask. */
const frames: Allowance = { atOnce: 400, perSecond: 40 }

/** L5: counts what no request limit sees: acks, pings, pongs, knocks at doors. Who sends more is no browser with a page of ours. */
export function limitFrames(connection: Connection, now: () => Millis): void {
  const socket = webSocketOf(connection)
  if (!socket) return
  let used: Used | undefined
  const count = () => {
    const spent = spend(used, now(), frames)
    used = spent.used
    // Not closed politely: that would wait for an answer.
    if (!spent.ok) socket.terminate()
  }
  connection.on('packet', count)
  socket.on('ping', count)
  socket.on('pong', count)
}

function webSocketOf({ transport }: Connection): Frames | undefined {
  return 'socket' in transport ? (transport.socket as Frames) : undefined
}
