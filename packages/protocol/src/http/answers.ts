import type { Receipt as EngineReceipt } from '@khac-sau/engine'
import { z } from 'zod'
import { RefusalCode } from '../refusals.ts'
import { memberRequests } from '../socket/member.ts'
import { Receipt } from '../socket/receipt.ts'

/**
 * POST /api/rooms/:roomCode/answers, with the device token in `x-device-token`: the second way for an answer whose
 * socket gives no ack. It proves durability only (T7); a repeat gets the first receipt (A2). Always answered with 200.
 */
export const PostedAnswer = memberRequests['member:answer'].input
export const PostedAnswerAck = z.union([
  z.object({ ok: z.literal(true), value: Receipt }),
  z.object({ ok: z.literal(false), refusal: RefusalCode, receipt: Receipt.optional() }),
])
export type PostedAnswerAck =
  | { readonly ok: true; readonly value: EngineReceipt }
  | { readonly ok: false; readonly refusal: RefusalCode; readonly receipt?: EngineReceipt }
