import type { Progress, RemoteView } from '@khac-sau/engine'
import { z } from 'zod'
import type { Requests } from './ack.ts'
import { type StorageTrouble, Step } from './host.ts'
import { Id, Millis } from './values.ts'

/**
 * What a page says that moves a contest along. With a screen key: the projector of a host who is signed in on the same
 * browser (one screen). Without: a phone, whose cookie says which contest it is paired with.
 */
export const RemoteHandshake = z.object({
  protocolVersion: z.int(),
  screenKey: z.string().min(16).max(100).optional(),
})
export type RemoteHandshake = z.infer<typeof RemoteHandshake>

/** The course of the contest, and of all other host commands none. */
export const RemoteCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('next'), after: Step }),
  z.object({ type: z.enum(['cut-lead', 'extend', 'end-question']), openingId: Id }),
  z.object({ type: z.enum(['show-standings', 'pause', 'resume']) }),
  /** From one screen only; refused with `not-by-remote` to a phone. */
  z.object({ type: z.literal('settle') }),
])
export type RemoteCommand = z.infer<typeof RemoteCommand>

/** Remote → server. */
export const remoteRequests = {
  'remote:command': { input: RemoteCommand, reply: z.object({}) },
  'remote:clock': { input: z.object({}), reply: z.object({ bootId: Id, at: Millis }) },
} as const

export type RemoteRequests = typeof remoteRequests
export type RemoteToServer = Requests<RemoteRequests>

/** What waits for the host's own page: how much, never who. */
export type RemoteExtras = { readonly placeRequests: number; readonly storageTrouble: StorageTrouble | null }

/** Server → remote. */
export type ServerToRemote = {
  'remote:view': (view: RemoteView, extras: RemoteExtras) => void
  'remote:progress': (progress: Progress) => void
}
