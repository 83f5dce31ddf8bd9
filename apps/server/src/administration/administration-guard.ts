import { type Administrator, administratorRepository, hashSecret, newSecret, type Store } from '@khac-sau/database'
import { type AdministrationTask, administrationTasks, type WallMillis } from '@khac-sau/engine'
import { fastifyCookie } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest, onRequestAsyncHookHandler } from 'fastify'
import { statusOf } from '../http/refusal.ts'

export type AdministrationGuardDeps = {
  readonly store: Store
  readonly now: () => WallMillis
  readonly secure: boolean
}

/**
 * Administrators have sessions of their own, in a cookie of their own: by it nobody is anybody in a cell, and by a
 * cell's cookie nobody administers.
 */
export type AdministrationGuard = {
  readonly requireAdministrator: onRequestAsyncHookHandler
  administratorOf(request: FastifyRequest): Administrator
  begin(reply: FastifyReply, administrator: Administrator): Promise<void>
  end(request: FastifyRequest, reply: FastifyReply): Promise<void>
}

/** A working day: whoever administers comes seldom, and may do much. */
const lifetimeSeconds = 12 * 60 * 60

export function administrationGuard({ store, now, secure }: AdministrationGuardDeps): AdministrationGuard {
  const administrators = administratorRepository(store)
  const byRequest = new WeakMap<FastifyRequest, Administrator>()
  const name = secure ? '__Host-khac-sau-administrator' : 'khac-sau-administrator'
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: lifetimeSeconds } as const
  const tokenOf = ({ headers }: FastifyRequest) =>
    headers.cookie === undefined ? undefined : fastifyCookie.parse(headers.cookie)[name]

  return {
    async requireAdministrator(request, reply) {
      const token = tokenOf(request)
      const administrator = token ? await administrators.ofSession(hashSecret(token), now()) : undefined
      if (!administrator) return reply.code(statusOf('signed-out')).send({ refusal: 'signed-out' })
      byRequest.set(request, administrator)
    },
    administratorOf(request) {
      const administrator = byRequest.get(request)
      if (!administrator) throw new Error(`${request.method} ${request.url} is not behind the administrators’ guard`)
      return administrator
    },
    async begin(reply, { id }) {
      const token = newSecret()
      const at = now()
      const expiresAtMs = at + lifetimeSeconds * 1000
      const session = { tokenHash: hashSecret(token), administratorId: id, createdAtMs: at, expiresAtMs }
      await administrators.beginSession(session)
      void reply.setCookie(name, token, options)
    },
    async end(request, reply) {
      const token = tokenOf(request)
      if (token) await administrators.endSession(hashSecret(token))
      void reply.clearCookie(name, options)
    },
  }
}

type Declared = { readonly config: { readonly administration: AdministrationTask } }

/** Spread into the options of a route: which of an administrator's tasks it is for. */
export function administers(administration: AdministrationTask): Declared {
  return { config: { administration } }
}

/** What a route declared; `undefined` is no task of an administrator. */
export function administrationTaskOf(config: unknown): AdministrationTask | undefined {
  const declared =
    typeof config === 'object' && config !== null && 'administration' in config ? config.administration : undefined
  return administrationTasks.find((task) => task === declared)
}
