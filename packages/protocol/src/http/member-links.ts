import { z } from 'zod'
import { Id, RoomCode } from '../socket/values.ts'

/** POST /api/members/links (D3). Unless it is `replacing` old ones, `conflict` where one of them has a link by now. */
export const NewMemberLinks = z.object({
  memberIds: z.array(Id).min(1).max(300),
  replacing: z.boolean().default(false),
})
/** The only time that they are told; the secret is in the fragment. */
export const MemberLinks = z.object({ links: z.array(z.object({ memberId: Id, url: z.string() })) })
export type MemberLinks = z.infer<typeof MemberLinks>

const Secret = z.string().min(1).max(80)

/** POST /api/member-links/look: whose it is. `token`: the phone's own, so that a link opened again on it is no stranger's. */
export const MemberLinkLook = z.object({ secret: Secret, token: z.string().max(200).nullable() })
export type MemberLinkLook = z.input<typeof MemberLinkLook>
export const MemberLinkFound = z.object({
  /** `known`: it was exchanged for this very phone's token. */
  state: z.enum(['ready', 'known']),
  cellName: z.string(),
  name: z.string(),
  /** Of the room that is open now; `null` while there is none. */
  roomCode: RoomCode.nullable(),
})
export type MemberLinkFound = z.infer<typeof MemberLinkFound>

/** POST /api/member-links/accept: *Đúng là tôi*. */
export const MemberLinkAcceptance = z.object({ secret: Secret })
export const MemberLinkAccepted = z.object({ token: z.string(), roomCode: RoomCode.nullable() })
export type MemberLinkAccepted = z.infer<typeof MemberLinkAccepted>
