import type { OptionsAhead, Progress, ScreenView } from '@khac-sau/engine'
import { z } from 'zod'
import type { Requests } from './ack.ts'
import { Id, Millis } from './values.ts'

/** What a projector says when it connects to `/screen`. */
export const ScreenHandshake = z.object({ protocolVersion: z.int(), screenKey: z.string().min(16).max(100) })
export type ScreenHandshake = z.infer<typeof ScreenHandshake>

/** Projector → server: nothing but its clock. */
export const screenRequests = {
  'screen:clock': {
    input: z.object({}),
    reply: z.object({ bootId: Id, at: Millis }),
  },
} as const

export type ScreenRequests = typeof screenRequests
export type ScreenToServer = Requests<ScreenRequests>

/** How to get in, as the room must be told it. `null` once nobody can join any more. */
export type JoinInfo = { readonly roomCode: string; readonly url: string }

/** Server → projector. */
export type ServerToScreen = {
  'screen:view': (view: ScreenView, join: JoinInfo | null) => void
  /** T8: as for the phones. */
  'screen:options': (options: OptionsAhead) => void
  /** At most a few times a second, however many phones answer. */
  'screen:progress': (progress: Progress) => void
}
