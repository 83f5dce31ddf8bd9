import type { Page } from '@khac-sau/room'

/** As much of a connection as its control frames need: the WebSocket under Socket.IO's transport, which has no type there. */
type ControlFrames = {
  ping(payload: Buffer): void
  on(event: 'pong', listener: (payload: Buffer) => void): unknown
}
type Connected = { readonly conn: { readonly transport: object } }

/** WebSocket control pings: answered by the browser itself, so that no page's script is asked about its own lag. */
export function controlPings(socket: Connected, onPong: (pingId: number) => void): Page['ping'] {
  const frames = framesOf(socket)
  frames?.on('pong', (payload) => payload.length === 4 && onPong(payload.readUInt32BE()))
  return (pingId) => {
    const payload = Buffer.alloc(4)
    payload.writeUInt32BE(pingId)
    frames?.ping(payload)
  }
}

function framesOf({ conn: { transport } }: Connected): ControlFrames | undefined {
  return 'socket' in transport ? (transport.socket as ControlFrames) : undefined
}
