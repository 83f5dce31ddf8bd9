import { deviceProofs } from '@khac-sau/engine'
import { z } from 'zod'
import { Id, Pin } from '../socket/values.ts'

/** GET /api/members/proofs (D1) */
export const MemberProofs = z.object({
  members: z.array(
    z.object({
      memberId: Id,
      hasPin: z.boolean(),
      /** D3: `used` once a phone has exchanged it. */
      link: z.enum(['none', 'open', 'used']),
      /** The phone by which the member is known, and how it got in; `null` for none. */
      device: z.object({ sinceMs: z.number(), provedBy: z.enum(deviceProofs) }).nullable(),
    }),
  ),
})
export type MemberProofs = z.infer<typeof MemberProofs>

/** POST /api/members/pins: PINs for these. Unless it is `replacing` old ones, `conflict` where one of them has a PIN by now. */
export const NewPins = z.object({ memberIds: z.array(Id).min(1).max(300), replacing: z.boolean().default(false) })
/** The only time that they are told. */
export const Pins = z.object({ pins: z.array(z.object({ memberId: Id, pin: Pin })) })
export type Pins = z.infer<typeof Pins>
