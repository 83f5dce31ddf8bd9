import { z } from 'zod'
import { Id } from '../socket/values.ts'

/**
 * By which way phones come. `internet`: any network will do; `network`: only the one that the server's machine is in;
 * `nowhere`: the machine is in no network, so that nobody can come.
 */
export const reaches = ['internet', 'network', 'nowhere'] as const
export const Reach = z.enum(reaches)
export type Reach = z.infer<typeof Reach>

/** Long enough for every browser seen so far; what is longer is cut. */
export const longestUserAgent = 400

/** A phone that opened the page of the check. `roundTripMillis` is `null` until its live connection has answered. */
export const CheckedPhone = z.object({
  phoneId: Id,
  userAgent: z.string().max(longestUserAgent),
  millisSinceArrival: z.int(),
  roundTripMillis: z.int().nullable(),
})
export type CheckedPhone = z.infer<typeof CheckedPhone>

/** GET /api/connection: the check of the asking cell, made by the first question for it. The newest phone comes first. */
export const ConnectionCheck = z.object({
  /** The page for the phone, under the address that members will use; another one when that address changes. */
  url: z.string(),
  reach: Reach,
  phones: z.array(CheckedPhone),
})
export type ConnectionCheck = z.infer<typeof ConnectionCheck>

/** Of the page of a check, in its address: whoever has it may say that a phone is there, and nothing else. */
export const CheckKey = z.string().min(16).max(100)

/** PUT /api/checks/:checkKey/phones/:phoneId says that the page is open, and that plain requests get through. */
export const PhoneArrival = z.object({ phoneId: Id })
