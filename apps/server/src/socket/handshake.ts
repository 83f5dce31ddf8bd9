import { type HandshakeRefusal, PROTOCOL_VERSION, readInput } from '@khac-sau/protocol'
import type { z } from 'zod'

/** Reaches the page as `connect_error` with `data.refusal`. */
class HandshakeRefused extends Error {
  readonly data: { readonly refusal: HandshakeRefusal }
  constructor(refusal: HandshakeRefusal) {
    super(refusal)
    this.data = { refusal }
  }
}

type Connecting = {
  readonly handshake: { readonly auth: unknown }
  readonly conn: { close(): unknown }
}
export type Admitted<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly refusal: HandshakeRefusal }

/** A namespace's door: parses what the page says, refuses pages of another version, lets `admit` decide on the rest. */
export function door<
  Schema extends z.ZodType<{ protocolVersion: number }>,
  Data extends object,
  Socket extends Connecting & { data: Data },
>(
  schema: Schema,
  admit: (handshake: z.output<Schema>, socket: Socket) => Promise<Admitted<Data>>,
  report: (error: unknown, about: string) => void,
) {
  return (socket: Socket, next: (error?: Error) => void): void => {
    const handshake = readInput(schema, socket.handshake.auth)
    if (!handshake.success || handshake.data.protocolVersion !== PROTOCOL_VERSION) {
      return refuse(socket, next, isFromAnotherVersion(socket.handshake.auth) ? 'outdated-page' : 'no-such-room')
    }
    admit(handshake.data, socket).then(
      (admitted) => {
        if (!admitted.ok) return refuse(socket, next, admitted.refusal)
        Object.assign(socket.data, admitted.data)
        next()
      },
      (error: unknown) => {
        report(error, 'handshake')
        next(new Error('server-error'))
      },
    )
  }
}

/** L6: a connection may be refused at several doors, but not go from door to door for ever. */
const mostRefused = 10
const refusedByConnection = new WeakMap<object, number>()

function refuse({ conn }: Connecting, next: (error: Error) => void, refusal: HandshakeRefusal): void {
  next(new HandshakeRefused(refusal))
  const refused = (refusedByConnection.get(conn) ?? 0) + 1
  refusedByConnection.set(conn, refused)
  if (refused >= mostRefused) conn.close()
}

function isFromAnotherVersion(auth: unknown): boolean {
  const version =
    typeof auth === 'object' && auth !== null && 'protocolVersion' in auth ? auth.protocolVersion : undefined
  return version !== PROTOCOL_VERSION
}
