import { amendmentReasons, type HostCommand, type HostView, type Progress } from '@khac-sau/engine'
import { z } from 'zod'
import type { Requests } from './ack.ts'
import type { JoinInfo } from './screen.ts'
import { Id, Millis, OptionIndexes, QuestionIndex, TimePercent } from './values.ts'

/** What a host's page says when it connects to `/host`; who it is comes from the session cookie. */
export const HostHandshake = z.object({ protocolVersion: z.int(), contestId: Id })
export type HostHandshake = z.infer<typeof HostHandshake>

/** A host command as the page sends it: who pressed and when is the server's to say. */
type SentCommand<Command> = Command extends HostCommand ? Omit<Command, 'by' | 'wallMillis'> : never

export const Step = z.union([
  z.literal('lobby'),
  /** C10 */
  z.literal('reveal-warm-up'),
  z.templateLiteral(['reveal-', z.int().min(0)]),
  z.templateLiteral(['standings-', z.int().min(0)]),
])
const reason = z.enum(amendmentReasons)

export const SentHostCommand = z.discriminatedUnion('type', [
  z.object({ type: z.literal('next'), after: Step }),
  z.object({ type: z.enum(['cut-lead', 'extend', 'end-question']), openingId: Id }),
  z.object({ type: z.enum(['show-standings', 'pause', 'resume', 'finish', 'settle', 'unsettle']) }),
  z.object({ type: z.enum(['mark-left', 'remove', 'readmit']), memberId: Id }),
  z.object({ type: z.literal('give-time'), memberId: Id, timePercent: TimePercent }),
  z.object({ type: z.literal('void'), question: QuestionIndex, reason }),
  z.object({ type: z.literal('reinstate'), question: QuestionIndex }),
  z.object({ type: z.literal('correct'), question: QuestionIndex, right: OptionIndexes, reason }),
])
export type SentHostCommand = SentCommand<HostCommand>

/** Host → server. */
export const hostRequests = {
  'host:command': { input: SentHostCommand, reply: z.object({}) },
  /** Hands a place over to the phone that asked for it, or says no. */
  'host:answer-place-request': { input: z.object({ requestId: Id, grant: z.boolean() }), reply: z.object({}) },
  /** The host's notes and the stem that comes next, asked for while a button is held down: on no page before that. */
  'host:peek': {
    input: z.object({}),
    reply: z.object({
      /** `question` is `null` for the warm-up (C10). */
      next: z.object({ question: QuestionIndex.nullable(), stem: z.string() }).nullable(),
      notes: z.string(),
    }),
  },
  /** A code for the phone that is to be the remote; the one shown before is void. */
  'host:pair-remote': { input: z.object({}), reply: z.object({ url: z.string(), validMillis: Millis }) },
  /** The phone that is the remote is one no more. */
  'host:end-remote': { input: z.object({}), reply: z.object({}) },
  'host:clock': { input: z.object({}), reply: z.object({ bootId: Id, at: Millis }) },
} as const

export type HostRequests = typeof hostRequests
export type HostToServer = Requests<HostRequests>

/** Somebody stands in the room with another device and says that a name is theirs. */
export type PlaceRequest = {
  readonly requestId: string
  readonly memberId: string
  readonly name: string
  /** Two digits, shown on the phone that asks and here. */
  readonly number: number
}

/** Why nothing can be stored at the moment: phones keep their answers and send them again by themselves. */
export type StorageTrouble = 'disk-full' | 'other'

/** Whether a phone is paired as the remote, and connected. */
export type RemoteState = 'none' | 'away' | 'connected'

export type HostExtras = {
  readonly join: JoinInfo | null
  readonly screenUrl: string
  readonly placeRequests: readonly PlaceRequest[]
  /** `null` again with the first thing that is stored. */
  readonly storageTrouble: StorageTrouble | null
  readonly remote: RemoteState
}

/** Server → host. */
export type ServerToHost = {
  'host:view': (view: HostView, extras: HostExtras) => void
  'host:progress': (progress: Progress) => void
}
