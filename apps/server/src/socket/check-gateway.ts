import type { Millis } from '@khac-sau/engine'
import { CheckHandshake } from '@khac-sau/protocol'
import type { ConnectionChecks } from '../connection/connection-checks.ts'
import type { DoorLimits } from './gateway.ts'
import { door } from './handshake.ts'
import type { CheckNamespace } from './socket-server.ts'

type CheckGatewayDependencies = {
  readonly phones: CheckNamespace
  readonly checks: ConnectionChecks
  readonly now: () => Millis
  readonly limits: Pick<DoorLimits, 'requests'>
  readonly report: (error: unknown, about: string) => void
}

/** The first one still pays for the connection's own beginning; the least of them is told. */
const ECHOES = 4
const ECHO_PATIENCE_MILLIS: Millis = 5_000

/** A phone that tries out its live connection: a few echoes, and both pages know. */
export function checkGateway({ phones, checks, now, limits, report }: CheckGatewayDependencies): void {
  phones.use(
    door(
      CheckHandshake,
      async ({ checkKey, phoneId }) =>
        checks.has(checkKey)
          ? { ok: true, data: { checkKey, phoneId } }
          : { ok: false, refusal: 'unknown-token' as const },
      report,
    ),
  )
  phones.on('connection', (socket) => {
    const { checkKey, phoneId } = socket.data
    limits.requests(socket, [])
    const userAgent = socket.handshake.headers['user-agent'] ?? ''
    const measure = async () => {
      let least = Infinity
      for (let echo = 0; echo < ECHOES; echo += 1) {
        const sentAt = now()
        await socket.timeout(ECHO_PATIENCE_MILLIS).emitWithAck('check:echo')
        least = Math.min(least, now() - sentAt)
      }
      checks.measured(checkKey, { phoneId, userAgent }, least)
      socket.emit('check:done', { roundTripMillis: Math.round(least) })
    }
    // No answer, or gone before it: the page connects anew, and the host's page knows of no live connection.
    measure().catch(() => socket.disconnect(true))
  })
}
