import { z } from 'zod'
import { Id } from '../socket/values.ts'
import { AccountRole, Login, Password } from './session.ts'

export const DisplayName = z.string().trim().min(1).max(80)

/** Somebody who can sign in to the cell. */
export const AccountInfo = z.object({
  accountId: Id,
  login: z.string(),
  displayName: z.string(),
  role: AccountRole,
  createdAtMs: z.int(),
  /** `null`: signed in nowhere. */
  lastUsedAtMs: z.int().nullable(),
  isYou: z.boolean(),
})
export type AccountInfo = z.infer<typeof AccountInfo>

export const invitationStates = ['open', 'accepted', 'revoked', 'expired'] as const

export const InvitationInfo = z.object({
  invitationId: Id,
  role: AccountRole,
  state: z.enum(invitationStates),
  createdAtMs: z.int(),
  expiresAtMs: z.int(),
  /** `null`: whoever administers the installation. */
  invitedByName: z.string().nullable(),
  acceptedByName: z.string().nullable(),
})
export type InvitationInfo = z.infer<typeof InvitationInfo>

/** GET /api/access: who can sign in, and who was invited, the newest invitation first. */
export const Access = z.object({ accounts: z.array(AccountInfo), invitations: z.array(InvitationInfo) })
export type Access = z.infer<typeof Access>

/** PATCH /api/access/accounts/:accountId */
export const RoleChange = z.object({ role: AccountRole })

export const invitationDays = [1, 7, 30] as const

/** POST /api/access/invitations */
export const NewInvitation = z.object({ role: AccountRole, validDays: z.literal(invitationDays) })
/** The link holds the secret in its fragment, and is told this once. */
export const InvitationMade = z.object({ invitation: InvitationInfo, url: z.string() })
export type InvitationMade = z.infer<typeof InvitationMade>

const Secret = z.string().min(1).max(80)

/** POST /api/invitations/look: whose invitation this is, before anything is chosen. */
export const InvitationLook = z.object({ secret: Secret })
export const InvitationFound = z.object({
  cellName: z.string(),
  role: AccountRole,
  /** For whom it was made, where that was said. */
  inviteeName: z.string().nullable(),
  expiresAtMs: z.int(),
})
export type InvitationFound = z.infer<typeof InvitationFound>

/** POST /api/invitations/accept → SignedIn */
export const InvitationAnswer = z.object({ secret: Secret, displayName: DisplayName, login: Login, password: Password })
export type InvitationAnswer = z.infer<typeof InvitationAnswer>
