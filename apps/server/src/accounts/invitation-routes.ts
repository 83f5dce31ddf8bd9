import { cellRepository, hashSecret, invitationRepository, newId } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { InvitationAnswer, InvitationFound, InvitationLook, SignedIn } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { beginSession, type BeginSessionDeps } from './begin-session.ts'
import type { Passwords } from './passwords.ts'

export type InvitationDeps = BeginSessionDeps & {
  readonly audit: Pick<AuditTrail, 'append'>
  readonly passwords: Passwords
  readonly now: () => WallMillis
}

/** By the link that an owner made. Needs its secret, and no session. */
export const invitationRoutes: FastifyPluginAsyncZod<InvitationDeps> = async (app, deps) => {
  const { store, audit, passwords, now } = deps
  const invitations = invitationRepository(store)

  async function openInvitation(secretHash: string) {
    const invitation = await invitations.open(secretHash, now())
    const cell = invitation && (await cellRepository(store).byId(invitation.cellId))
    if (!invitation || !cell) return { ok: false, refusal: 'invitation-over' } as const
    if (cell.closedAtMs !== null) return { ok: false, refusal: 'cell-closed' } as const
    return { ok: true, value: { cell, invitation } } as const
  }

  app.post(
    '/invitations/look',
    { schema: { body: InvitationLook, response: { 200: InvitationFound, ...problemResponses } } },
    async (request, reply) => {
      const found = await openInvitation(hashSecret(request.body.secret))
      if (!found.ok) return reply.code(statusOf(found.refusal)).send({ refusal: found.refusal })
      const { cell, invitation } = found.value
      const { role, inviteeName, expiresAtMs } = invitation
      return { cellName: cell.name, role, inviteeName, expiresAtMs }
    },
  )

  app.post(
    '/invitations/accept',
    { schema: { body: InvitationAnswer, response: { 200: SignedIn, ...problemResponses } } },
    async (request, reply) => {
      const { secret, login, displayName, password } = request.body
      const secretHash = hashSecret(secret)
      const over = () => reply.code(statusOf('invitation-over')).send({ refusal: 'invitation-over' })
      // Before the password is hashed: hashing costs, and a guess must not.
      const found = await openInvitation(secretHash)
      if (!found.ok) return reply.code(statusOf(found.refusal)).send({ refusal: found.refusal })
      const passwordHash = await passwords.hash(password)
      const account = { id: newId(), login, displayName, passwordHash, createdAtMs: now() }
      const outcome = await invitations.accept(secretHash, account)
      if (outcome.ok) {
        const { cellId, id, role } = outcome.value
        await audit.append(cellId, id, 'invitation-accepted', { accountId: id, detail: role })
        return (await beginSession(deps, request, reply, outcome.value)) ?? over()
      }
      if (outcome.refusal === 'over') return over()
      return reply.code(statusOf('login-taken')).send({ refusal: 'login-taken' })
    },
  )
}
