import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { statusOf } from '../http/refusal.ts'
import type { AccountSessions, SignedInAccount } from './account-sessions.ts'

/** One hook for all routes of the host's side, so that none of them can forget to ask. */
export type AccountGuard = {
  /** Runs before a body is read: who is signed out is told so, whatever else is wrong. */
  readonly requireAccount: onRequestAsyncHookHandler
  accountOf(request: FastifyRequest): SignedInAccount
}

export function accountGuard(sessions: AccountSessions): AccountGuard {
  const accountByRequest = new WeakMap<FastifyRequest, SignedInAccount>()
  return {
    async requireAccount(request, reply) {
      const account = await sessions.accountOfCookie(request.headers.cookie)
      if (!account) return reply.code(statusOf('signed-out')).send({ refusal: 'signed-out' })
      accountByRequest.set(request, account)
    },
    accountOf(request) {
      const account = accountByRequest.get(request)
      if (!account) throw new Error(`${request.method} ${request.url} is not behind the account guard`)
      return account
    },
  }
}
