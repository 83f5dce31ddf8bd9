import { accountRepository, type Store } from '@khac-sau/database'
import { AccountSessions as SessionList, PasswordChange } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { type AccountGuard, needs } from './account-guard.ts'
import { type AccountSessions, sessionIdOf, type SignedInAccount } from './account-sessions.ts'
import type { PasswordChecks } from './password-checks.ts'
import type { Passwords } from './passwords.ts'

export type OwnAccountDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly sessions: AccountSessions
  readonly remotes: Pick<Remotes, 'endAllOf'>
  readonly passwords: Passwords
  readonly passwordChecks: PasswordChecks
}

/** What all who are signed in may do with their own account, and with no other. */
export const ownAccountRoutes: FastifyPluginAsyncZod<OwnAccountDeps> = async (app, deps) => {
  const { store, sessions, remotes, passwords, passwordChecks, accountOf } = deps
  // With a session also the phones that were paired: these are no sessions, and whoever began it may have paired one.
  const endElsewhere = async (account: SignedInAccount) => {
    await sessions.endOthers(account)
    await remotes.endAllOf(account.cellId, account.accountId)
  }

  app.get(
    '/account/sessions',
    { ...needs('own-account'), schema: { response: { 200: SessionList, ...problemResponses } } },
    async (request) => {
      const account = accountOf(request)
      return {
        sessions: (await sessions.of(account)).map((session) => {
          const { tokenHash, userAgent, createdAtMs, lastUsedAtMs, expiresAtMs } = session
          const isThis = tokenHash === account.sessionHash
          // Those that began before their use was kept were used when they began.
          const usedAtMs = Math.max(lastUsedAtMs, createdAtMs)
          return {
            sessionId: sessionIdOf(session),
            isThis,
            userAgent,
            createdAtMs,
            lastUsedAtMs: usedAtMs,
            expiresAtMs,
          }
        }),
      }
    },
  )

  app.delete(
    '/account/sessions/:sessionId',
    {
      ...needs('own-account', 'sessions-ended'),
      schema: { params: SessionParams, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      if (await sessions.endOne(account, request.params.sessionId)) {
        await remotes.endAllOf(account.cellId, account.accountId)
        return {}
      }
      return reply.code(statusOf('no-such-session')).send({ refusal: 'no-such-session' })
    },
  )

  app.delete(
    '/account/sessions',
    { ...needs('own-account', 'sessions-ended'), schema: { response: { 200: z.object({}), ...problemResponses } } },
    async (request) => {
      await endElsewhere(accountOf(request))
      return {}
    },
  )

  app.put(
    '/account/password',
    {
      ...needs('own-account', 'password-changed'),
      schema: { body: PasswordChange, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const refusal = await passwordChecks.refusal(account, request.body.current)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      const passwordHash = await passwords.hash(request.body.next)
      await accountRepository(store).setPassword(account.cellId, account.accountId, passwordHash)
      // After the password: whoever knew the old one cannot have begun another session since.
      await endElsewhere(account)
      return {}
    },
  )
}

const SessionParams = z.object({ sessionId: z.string().max(80) })
