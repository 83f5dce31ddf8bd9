import { type AuditAction, auditActions, may, type Permission, rolesByPermission } from '@khac-sau/engine'
import type { FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { statusOf } from '../http/refusal.ts'
import type { AccountSessions, SignedInAccount } from './account-sessions.ts'

/** One hook for all routes of the host's side, so that none of them can forget to ask. */
export type AccountGuard = {
  /** Runs before a body is read: who is signed out, or may not do it, is told so, whatever else is wrong. */
  readonly requireAccount: onRequestAsyncHookHandler
  accountOf(request: FastifyRequest): SignedInAccount
}

export function accountGuard(sessions: AccountSessions): AccountGuard {
  const accountByRequest = new WeakMap<FastifyRequest, SignedInAccount>()
  return {
    async requireAccount(request, reply) {
      const account = await sessions.accountOfCookie(request.headers.cookie)
      if (!account) return reply.code(statusOf('signed-out')).send({ refusal: 'signed-out' })
      const permission = permissionOf(request.routeOptions.config)
      if (permission === undefined || !may(account.role, permission)) {
        const { accountId } = account
        request.log.warn({ accountId, route: request.routeOptions.url }, 'a request was refused: not-permitted')
        return reply.code(statusOf('not-permitted')).send({ refusal: 'not-permitted' })
      }
      accountByRequest.set(request, account)
    },
    accountOf(request) {
      const account = accountByRequest.get(request)
      if (!account) throw new Error(`${request.method} ${request.url} is not behind the account guard`)
      return account
    },
  }
}

type Declared = { readonly config: { readonly permission: Permission; readonly audits?: AuditAction } }

/** Spread into the options of a route: what whoever asks must be allowed to do, and what is written down once it is done. */
export function needs(permission: Permission, audits?: AuditAction): Declared {
  return { config: audits === undefined ? { permission } : { permission, audits } }
}

/** What a route writes down; nothing where nothing is changed. */
export function auditedAction(config: unknown): AuditAction | undefined {
  const declared = typeof config === 'object' && config !== null && 'audits' in config ? config.audits : undefined
  return auditActions.find((action) => action === declared)
}

/** What a route declared; `undefined` is nobody's. */
export function permissionOf(config: unknown): Permission | undefined {
  const declared =
    typeof config === 'object' && config !== null && 'permission' in config ? config.permission : undefined
  return typeof declared === 'string' && Object.hasOwn(rolesByPermission, declared)
    ? (declared as Permission)
    : undefined
}
