import { z } from 'zod'
import { Id } from '../socket/values.ts'
import { Password } from './session.ts'

/** One browser that is signed in. */
export const AccountSession = z.object({
  sessionId: Id,
  /** The one that asks. */
  isThis: z.boolean(),
  /** As the browser says it of itself; empty where it did not. */
  userAgent: z.string(),
  createdAtMs: z.int(),
  /** Within a few minutes. */
  lastUsedAtMs: z.int(),
  expiresAtMs: z.int(),
})
export type AccountSession = z.infer<typeof AccountSession>

/** GET /api/account/sessions: the one used last first. */
export const AccountSessions = z.object({ sessions: z.array(AccountSession) })

/** PUT /api/account/password: ends all other sessions. */
export const PasswordChange = z.object({ current: z.string().max(200), next: Password })
export type PasswordChange = z.infer<typeof PasswordChange>

/** POST /api/recovery: a new password by the link that was made on the machine. Ends all sessions of the account. */
export const Recovery = z.object({ secret: z.string().min(1).max(80), password: Password })
export type Recovery = z.infer<typeof Recovery>
