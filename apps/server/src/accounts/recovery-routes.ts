import { cellRepository, hashSecret, recoveryRepository } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { Recovery, SignedIn } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { beginSession, type BeginSessionDeps } from './begin-session.ts'
import type { Passwords } from './passwords.ts'

export type RecoveryDeps = BeginSessionDeps & {
  readonly audit: Pick<AuditTrail, 'append'>
  readonly passwords: Passwords
  readonly remotes: Pick<Remotes, 'endAllOf'>
  readonly now: () => WallMillis
}

/** POST /api/recovery: by the link that `npm run recover-account` printed where the data are. Needs it, and no session. */
export const recoveryRoutes: FastifyPluginAsyncZod<RecoveryDeps> = async (app, deps) => {
  const { store, sessions, remotes, audit, passwords, now } = deps
  const recoveries = recoveryRepository(store)

  app.post(
    '/recovery',
    { schema: { body: Recovery, response: { 200: SignedIn, ...problemResponses } } },
    async (request, reply) => {
      const over = () => reply.code(statusOf('recovery-over')).send({ refusal: 'recovery-over' })
      const secretHash = hashSecret(request.body.secret)
      if (!(await recoveries.isValid(secretHash, now()))) return over()
      const passwordHash = await passwords.hash(request.body.password)
      const outcome = await recoveries.recover(secretHash, passwordHash, now())
      if (!outcome.ok) return over()
      const { account, endedSessions } = outcome.value
      endedSessions.forEach(sessions.cutOff)
      await remotes.endAllOf(account.cellId, account.id)
      await audit.append(account.cellId, account.id, 'password-recovered', { accountId: account.id })
      const answer = await beginSession(deps, request, reply, account)
      if (answer) return answer
      const cell = await cellRepository(store).byId(account.cellId)
      if (cell?.closedAtMs !== null) return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      return over()
    },
  )
}
