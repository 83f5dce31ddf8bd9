import {
  type Administrator,
  administrationRepository,
  administratorRepository,
  hashSecret,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { Administering, AdministratorLink, Credentials } from '@khac-sau/protocol'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { loginAttempts } from '../accounts/login-attempts.ts'
import type { Passwords } from '../accounts/passwords.ts'
import { problemResponses, statusOf } from '../http/refusal.ts'
import type { AdministrationGuard } from './administration-guard.ts'

export type DoorDeps = Pick<AdministrationGuard, 'begin'> & {
  readonly store: Store
  readonly passwords: Passwords
  readonly now: () => WallMillis
  readonly version: string
}

/** The only routes of the administration that are open to everyone: signing in, and the link that was made on the machine. */
export const doorRoutes: FastifyPluginAsyncZod<DoorDeps> = async (app, { store, passwords, now, version, begin }) => {
  const administrators = administratorRepository(store)
  const attempts = loginAttempts(now)
  const shown = ({ login }: Administrator) => ({ login, version })

  app.post(
    '/session',
    { schema: { body: Credentials, response: { 200: Administering, ...problemResponses } } },
    async (request, reply) => {
      const { login, password } = request.body
      if (passwords.isCrowded()) return reply.code(statusOf('server-busy')).send({ refusal: 'server-busy' })
      const attempt = attempts.begin(login)
      if (!attempt.ok) {
        const seconds = Math.ceil(attempt.waitMillis / 1000)
        return reply.code(429).header('retry-after', seconds).send({ refusal: 'too-many-attempts' })
      }
      const found = await administrators.byLogin(login)
      const matches = await passwords.matches(password, found?.passwordHash ?? undefined)
      if (!found || !matches) return reply.code(statusOf('wrong-credentials')).send({ refusal: 'wrong-credentials' })
      attempts.succeeded(login)
      await begin(reply, found)
      return shown(found)
    },
  )

  app.post(
    '/link',
    { schema: { body: AdministratorLink, response: { 200: Administering, ...problemResponses } } },
    async (request, reply) => {
      const { secret, password } = request.body
      const over = () => reply.code(statusOf('recovery-over')).send({ refusal: 'recovery-over' })
      const secretHash = hashSecret(secret)
      if (!(await administrators.isLinkOpen(secretHash, now()))) return over()
      const passwordHash = await passwords.hash(password)
      const outcome = await administrators.useLink(secretHash, passwordHash, now())
      if (!outcome.ok) return over()
      const entry = { atMs: now(), administratorId: outcome.value.id, action: 'password-set' as const }
      await administrationRepository(store).note(entry)
      await begin(reply, outcome.value)
      return shown(outcome.value)
    },
  )
}
