import { accountRepository, sessionRepository, type Store } from '@khac-sau/database'
import type { AccountId, WallMillis } from '@khac-sau/engine'
import { Handover, HandoverFinish } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { type AccountGuard, needs } from '../accounts/account-guard.ts'
import type { AccountSessions, SignedInAccount } from '../accounts/account-sessions.ts'
import type { PasswordChecks } from '../accounts/password-checks.ts'
import type { AuditTrail } from '../audit/audit-trail.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { Remotes } from '../remotes/remotes.ts'
import { handoverOf, isReady } from './handover-state.ts'

export type HandoverDeps = Pick<AccountGuard, 'accountOf'> & {
  readonly store: Store
  readonly sessions: Pick<AccountSessions, 'accountChanged' | 'cutOff'>
  readonly remotes: Pick<Remotes, 'endAllOf'>
  readonly audit: Pick<AuditTrail, 'note'>
  readonly passwordChecks: PasswordChecks
  readonly now: () => WallMillis
}

type Role = z.infer<typeof HandoverFinish>['role']

/** *Bàn giao*: from the owner who goes to the one who comes, step by step, and never without an owner in between. */
export const handoverRoutes: FastifyPluginAsyncZod<HandoverDeps> = async (app, deps) => {
  const { store, audit, passwordChecks, now, accountOf } = deps
  const nothing = { schema: { response: { 200: z.object({}), ...problemResponses } } }

  app.get(
    '/handover',
    { ...needs('manage-access'), schema: { response: { 200: Handover, ...problemResponses } } },
    (request) => handoverOf(store, accountOf(request), now()),
  )
  // What they do is what is written down of them.
  app.post('/handover', { ...needs('manage-access', 'handover-begun'), ...nothing }, async () => ({}))
  app.delete('/handover', { ...needs('manage-access', 'handover-dropped'), ...nothing }, async () => ({}))
  app.post('/handover/looked', { ...needs('manage-access', 'handover-looked'), ...nothing }, async () => ({}))

  app.post(
    '/handover/finish',
    {
      ...needs('manage-access', 'handover-finished'),
      schema: { body: HandoverFinish, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const account = accountOf(request)
      const { role, password } = request.body
      const refusal = await passwordChecks.refusal(account, password)
      if (refusal) return reply.code(statusOf(refusal)).send({ refusal })
      if (!isReady(await handoverOf(store, account, now()))) {
        return reply.code(statusOf('handover-not-ready')).send({ refusal: 'handover-not-ready' })
      }
      audit.note(request, { detail: role })
      if (await stepDown(deps, account, role)) return {}
      return reply.code(statusOf('last-owner')).send({ refusal: 'last-owner' })
    },
  )
}

/** Whether it was done: that another owner is there is looked at once more, in the transaction that takes this one's role. */
async function stepDown(deps: HandoverDeps, account: SignedInAccount, role: Role): Promise<boolean> {
  const { store, now } = deps
  const { cellId, accountId } = account
  const sessions = await sessionRepository(store).ofAccount(cellId, accountId, now())
  const accounts = accountRepository(store)
  const outcome =
    role === null
      ? await accounts.remove(cellId, accountId, now())
      : await accounts.changeRole(cellId, accountId, { role, nowMs: now() })
  if (!outcome.ok) return false
  await sessionRepository(store).deleteAllOf(cellId, accountId)
  for (const { tokenHash } of sessions) deps.sessions.cutOff(tokenHash)
  await endConnections(deps, cellId, accountId)
  return true
}

/** Pages that are open somewhere, and every phone that was paired by this account: whatever role is left, it begins anew. */
async function endConnections({ sessions, remotes }: HandoverDeps, cellId: string, accountId: AccountId) {
  await remotes.endAllOf(cellId, accountId)
  sessions.accountChanged(accountId)
}
