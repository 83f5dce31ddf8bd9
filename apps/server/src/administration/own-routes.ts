import { administratorRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { Administering, PasswordChange } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { loginAttempts } from '../accounts/login-attempts.ts'
import type { Passwords } from '../accounts/passwords.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { administers, type AdministrationGuard } from './administration-guard.ts'
import type { AdministrationTrail } from './journal.ts'

export type OwnDeps = Pick<AdministrationGuard, 'administratorOf' | 'begin' | 'end'> & {
  readonly store: Store
  readonly passwords: Passwords
  readonly trail: AdministrationTrail
  readonly now: () => WallMillis
  readonly version: string
}

/** One's own way in. */
export const ownRoutes: FastifyPluginAsyncZod<OwnDeps> = async (app, deps) => {
  const { store, passwords, trail, now, version, administratorOf, begin, end } = deps
  const attempts = loginAttempts(now)

  app.get(
    '/session',
    { ...administers('own-access'), schema: { response: { 200: Administering, ...problemResponses } } },
    async (request) => ({ login: administratorOf(request).login, version }),
  )

  app.delete(
    '/session',
    { ...administers('own-access'), schema: { response: { 200: z.object({}), ...problemResponses } } },
    async (request, reply) => {
      await end(request, reply)
      return {}
    },
  )

  app.put(
    '/password',
    {
      ...administers('own-access'),
      schema: { body: PasswordChange, response: { 200: z.object({}), ...problemResponses } },
    },
    async (request, reply) => {
      const administrator = administratorOf(request)
      const { current, next } = request.body
      if (!attempts.begin(administrator.id).ok) return reply.code(429).send({ refusal: 'too-many-attempts' })
      if (!(await passwords.matches(current, administrator.passwordHash ?? undefined))) {
        return reply.code(statusOf('wrong-password')).send({ refusal: 'wrong-password' })
      }
      attempts.succeeded(administrator.id)
      await administratorRepository(store).setPassword(administrator.id, await passwords.hash(next))
      await trail.note(request, { action: 'password-changed' })
      // All sessions have ended; this browser goes on.
      await begin(reply, administrator)
      return {}
    },
  )
}
