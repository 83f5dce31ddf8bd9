import type { MemberView, OptionsAhead } from '@khac-sau/engine'
import { z } from 'zod'
import { Receipt } from './receipt.ts'
import type { Requests } from './ack.ts'
import { Id, Millis, OptionIndexes, Pin, PressClaim, RoomCode } from './values.ts'

/** What a phone says when it connects to `/member`. Without a token it may look at the roster and claim a name. */
export const MemberHandshake = z.object({
  protocolVersion: z.int(),
  roomCode: RoomCode,
  token: z.string().min(16).max(100).optional(),
})
export type MemberHandshake = z.infer<typeof MemberHandshake>

/** An answer as the phone sends it, on the socket or by POST. */
export const Answer = z.object({
  openingId: Id,
  answerId: Id,
  options: OptionIndexes,
  automatic: z.boolean(),
  claim: PressClaim.nullable(),
})
export type Answer = z.infer<typeof Answer>

/** Phone → server. */
export const memberRequests = {
  /** The names to choose from; `taken` is live on another device now. */
  'member:roster': {
    input: z.object({}),
    reply: z.object({
      cellName: z.string(),
      title: z.string(),
      /** C9: a place of a rehearsal is kept for its room alone. */
      rehearsal: z.boolean(),
      /** `groupName` says more where two of one name and group have to be told apart (P2). */
      people: z.array(z.object({ memberId: Id, name: z.string(), groupName: z.string(), taken: z.boolean() })),
    }),
  },
  /**
   * *Đúng là tôi*. Refused with `name-taken` while the name is live on another device. D1: where the cell asks for a PIN,
   * refused with `pin-needed`; then again with the PIN, which takes the name over from another device.
   */
  'member:claim': {
    input: z.object({ memberId: Id, pin: Pin.optional() }),
    reply: z.object({ memberId: Id, token: z.string() }),
  },
  /** The way on after `name-taken`: the host sees the request with this number and may hand the place over. */
  'member:ask-for-place': {
    input: z.object({ memberId: Id }),
    reply: z.object({ number: z.int() }),
  },
  /** *Không phải tôi*: the place is free again, this device's token ends, and no question waits for it. */
  'member:leave': { input: z.object({}), reply: z.object({}) },
  /** *Nộp*. The ack comes after the commit (A4); a repeat gets the first receipt (A2). */
  'member:answer': {
    input: Answer,
    reply: Receipt,
  },
  /** One sample of the contest clock: where it stood when the request arrived. */
  'member:clock': {
    input: z.object({}),
    reply: z.object({ bootId: Id, at: Millis }),
  },
} as const

export type MemberRequests = typeof memberRequests
export type MemberToServer = Requests<MemberRequests>

/** Server → phone. */
export type ServerToMember = {
  /** The whole of what this phone may know, after every change and on every connect. */
  'member:view': (view: MemberView) => void
  /** T8: to be shown when the contest clock reaches `opensAt`, and not before. */
  'member:options': (options: OptionsAhead) => void
  /** The host handed the place over: from now on this token is the member's. */
  'member:place': (place: { readonly memberId: string; readonly token: string }) => void
  'member:place-refused': () => void
  /** Another device has the place now; this page may look at the roster again. */
  'member:displaced': () => void
}
