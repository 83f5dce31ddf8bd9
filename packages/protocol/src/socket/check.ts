import { z } from 'zod'
import { CheckKey } from '../http/connection.ts'
import { Id } from './values.ts'

/** What a phone says when it connects to `/check`; refused with `unknown-token` when the check is gone. */
export const CheckHandshake = z.object({ protocolVersion: z.int(), checkKey: CheckKey, phoneId: Id })
export type CheckHandshake = z.infer<typeof CheckHandshake>

/** Phone → server: nothing but acks. */
export type CheckToServer = Record<string, never>

/** Server → phone. */
export type ServerToCheck = {
  /** To be acked at once: one round trip of the live connection. */
  'check:echo': (ack: () => void) => void
  /** The host's page says so, too. */
  'check:done': (result: { readonly roundTripMillis: number }) => void
}
