import {
  type AccessRefusal,
  type Account,
  accountRepository,
  hashSecret,
  type Invitation,
  invitationRepository,
  newId,
  newSecret,
  sessionRepository,
  type Store,
} from '@khac-sau/database'
import type { AccountId, WallMillis } from '@khac-sau/engine'
import { Access, InvitationMade, NewInvitation, type RefusalCode, RoleChange } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { type AccountGuard, needs } from './account-guard.ts'
import type { AccountSessions } from './account-sessions.ts'

export type AccessDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly sessions: Pick<AccountSessions, 'accountChanged'>
  readonly audit: Pick<AuditTrail, 'note'>
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

const dayMillis = 24 * 60 * 60_000

/** Who may sign in to the cell, as what, and who is invited: the owner's to decide. */
export const accessRoutes: FastifyPluginAsyncZod<AccessDeps> = async (app, deps) => {
  const { store, sessions, audit, now, publicUrl, accountOf } = deps
  const accounts = accountRepository(store)
  const invitations = invitationRepository(store)

  app.get(
    '/access',
    { ...needs('manage-access'), schema: { response: { 200: Access, ...problemResponses } } },
    async (request) => {
      const { cellId, accountId } = accountOf(request)
      return accessOf(store, { cellId, accountId, nowMs: now() })
    },
  )

  app.patch(
    '/access/accounts/:accountId',
    {
      ...needs('manage-access', 'role-changed'),
      schema: { params: AccountParams, body: RoleChange, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { accountId } = request.params
      audit.note(request, { detail: request.body.role })
      const change = { role: request.body.role, nowMs: now() }
      const outcome = await accounts.changeRole(accountOf(request).cellId, accountId, change)
      if (!outcome.ok)
        return reply.code(statusOf(refusalOf[outcome.refusal])).send({ refusal: refusalOf[outcome.refusal] })
      sessions.accountChanged(accountId)
      return {}
    },
  )

  app.delete(
    '/access/accounts/:accountId',
    {
      ...needs('manage-access', 'account-removed'),
      schema: { params: AccountParams, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const { accountId } = request.params
      const outcome = await accounts.remove(accountOf(request).cellId, accountId, now())
      if (!outcome.ok)
        return reply.code(statusOf(refusalOf[outcome.refusal])).send({ refusal: refusalOf[outcome.refusal] })
      sessions.accountChanged(accountId)
      return {}
    },
  )

  app.post(
    '/access/invitations',
    {
      ...needs('manage-access', 'invitation-made'),
      schema: { body: NewInvitation, response: { 201: InvitationMade, ...problemResponses } },
    },
    async (request, reply) => {
      const { cellId, accountId, displayName } = accountOf(request)
      const { role, validDays } = request.body
      audit.note(request, { detail: role })
      const secret = newSecret()
      const at = now()
      const times = { createdAtMs: at, expiresAtMs: at + validDays * dayMillis }
      const invited = { id: newId(), role, secretHash: hashSecret(secret), invitedBy: accountId, ...times }
      const outcome = await invitations.create(cellId, invited)
      if (!outcome.ok) return reply.code(statusOf('too-many-invitations')).send({ refusal: 'too-many-invitations' })
      const invitation = shown(outcome.value, new Map([[accountId, displayName]]), at)
      // In the fragment: no server, no log and no Referer ever sees it.
      return reply.code(201).send({ invitation, url: `${publicUrl()}/host/invitation#${secret}` })
    },
  )

  app.delete(
    '/access/invitations/:invitationId',
    {
      ...needs('manage-access', 'invitation-revoked'),
      schema: { params: InvitationParams, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const revoked = await invitations.revoke(accountOf(request).cellId, request.params.invitationId, now())
      if (revoked) return {}
      return reply.code(statusOf('invitation-over')).send({ refusal: 'invitation-over' })
    },
  )
}

const AccountParams = z.object({ accountId: z.string().max(80) })
const InvitationParams = z.object({ invitationId: z.string().max(80) })

const refusalOf = {
  'not-found': 'no-such-account',
  'last-owner': 'last-owner',
} as const satisfies Record<AccessRefusal, RefusalCode>

type Asking = { readonly cellId: string; readonly accountId: AccountId; readonly nowMs: WallMillis }

async function accessOf(store: Store, { cellId, accountId, nowMs }: Asking): Promise<Access> {
  const everyone = await accountRepository(store).list(cellId)
  const nameById = new Map(everyone.map(({ id, displayName }) => [id, displayName]))
  const present = everyone.filter(({ removedAtMs }) => removedAtMs === null)
  return {
    accounts: await Promise.all(
      present.map(async ({ id, login, displayName, role, createdAtMs }) => ({
        accountId: id,
        login,
        displayName,
        role,
        createdAtMs,
        lastUsedAtMs: await lastUse(store, { cellId, accountId: id, nowMs }),
        isYou: id === accountId,
      })),
    ),
    invitations: (await invitationRepository(store).list(cellId)).map((one) => shown(one, nameById, nowMs)),
  }
}

async function lastUse(store: Store, { cellId, accountId, nowMs }: Asking): Promise<WallMillis | null> {
  const [newest] = await sessionRepository(store).ofAccount(cellId, accountId, nowMs)
  return newest ? Math.max(newest.lastUsedAtMs, newest.createdAtMs) : null
}

type NameById = ReadonlyMap<Account['id'], string>

function shown(invitation: Invitation, nameById: NameById, nowMs: WallMillis): Access['invitations'][number] {
  const { id, role, createdAtMs, expiresAtMs, invitedBy, acceptedBy } = invitation
  return {
    invitationId: id,
    role,
    state: stateOf(invitation, nowMs),
    createdAtMs,
    expiresAtMs,
    invitedByName: invitedBy === null ? null : (nameById.get(invitedBy) ?? ''),
    acceptedByName: acceptedBy === null ? null : (nameById.get(acceptedBy) ?? ''),
  }
}

function stateOf({ acceptedAtMs, revokedAtMs, expiresAtMs }: Invitation, nowMs: WallMillis) {
  if (acceptedAtMs !== null) return 'accepted'
  if (revokedAtMs !== null) return 'revoked'
  return expiresAtMs <= nowMs ? 'expired' : 'open'
}
