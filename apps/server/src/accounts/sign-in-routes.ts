import {
  type Account,
  accountRepository,
  administratorRepository,
  type Cell,
  cellRepository,
  installationRepository,
  newId,
  newSecret,
  type Outcome,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import { Credentials, type RefusalCode, Setup, SetupState, SignedIn } from '@khac-sau/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { problemResponses, statusOf } from '../http/refusal.ts'
import { movedAwayAtMs } from '../moving/moved-away.ts'
import type { AccountSessions } from './account-sessions.ts'
import { beginSession } from './begin-session.ts'
import { loginAttempts } from './login-attempts.ts'
import type { Passwords } from './passwords.ts'
import type { SetupCode } from './setup-code.ts'
import { signedIn } from './signed-in.ts'

export type SignInDeps = {
  readonly store: Store
  readonly sessions: AccountSessions
  readonly passwords: Passwords
  readonly setupCode: SetupCode
  readonly now: () => WallMillis
  readonly publicUrl: () => string
}

/** The only routes of the host's side that are open to everyone: setting up, signing in, asking who one is. */
export const signInRoutes: FastifyPluginAsyncZod<SignInDeps> = async (app, deps) => {
  const { store, sessions, passwords, now, publicUrl } = deps
  const accounts = accountRepository(store)
  const cells = cellRepository(store)
  const attempts = loginAttempts(now)

  async function begin(request: FastifyRequest, reply: FastifyReply, account: Account | undefined) {
    const answer = account && (await beginSession(deps, request, reply, account))
    if (answer) request.log.info({ accountId: answer.accountId }, 'signed in')
    // Neither login nor address: what was mistyped may be a password.
    else request.log.warn('a sign-in was refused: wrong-credentials')
    return answer ?? reply.code(statusOf('wrong-credentials')).send({ refusal: 'wrong-credentials' as const })
  }

  app.get('/setup', { schema: { response: { 200: SetupState } } }, async () => ({
    needed: await isEmpty(store),
    administered: await administratorRepository(store).isThereAny(),
    withoutAccounts: (await accounts.count()) === 0,
  }))

  app.post(
    '/setup',
    { schema: { body: Setup, response: { 200: SignedIn, ...problemResponses } } },
    async (request, reply) => {
      const outcome = await setUp(deps, request.body)
      if (!outcome.ok) return reply.code(statusOf(outcome.refusal)).send({ refusal: outcome.refusal })
      return begin(request, reply, outcome.value.account)
    },
  )

  app.post(
    '/session',
    { schema: { body: Credentials, response: { 200: SignedIn, ...problemResponses } } },
    async (request, reply) => {
      const { login, password } = request.body
      if (passwords.isCrowded()) {
        return reply.code(statusOf('server-busy')).header('retry-after', 2).send({ refusal: 'server-busy' })
      }
      const attempt = attempts.begin(login)
      if (!attempt.ok) {
        const seconds = Math.ceil(attempt.waitMillis / 1000)
        return reply.code(429).header('retry-after', seconds).send({ refusal: 'too-many-attempts' })
      }
      const account = await accounts.byLogin(login)
      const matches = await passwords.matches(password, account?.passwordHash)
      if (matches) attempts.succeeded(login)
      // Who does not know the password is not told.
      if (account && matches && (await cells.byId(account.cellId))?.closedAtMs !== null) {
        return reply.code(statusOf('cell-closed')).send({ refusal: 'cell-closed' })
      }
      return begin(request, reply, matches ? account : undefined)
    },
  )

  app.get('/session', { schema: { response: { 200: SignedIn, ...problemResponses } } }, async (request, reply) => {
    const account = await sessions.accountOfCookie(request.headers.cookie)
    const cell = account && (await cells.byId(account.cellId))
    if (!account || !cell) return reply.code(401).send({ refusal: 'signed-out' })
    return signedIn(account, cell, publicUrl(), await movedAwayAtMs(store, cell.id))
  })

  app.delete(
    '/session',
    { schema: { response: { 200: z.object({}), ...problemResponses } } },
    async (request, reply) => {
      await sessions.end(request.headers.cookie)
      void reply.clearCookie(sessions.cookie.name, sessions.cookie.options)
      return {}
    },
  )
}

/** Where somebody administers, cells are theirs to make. */
async function isEmpty(store: Store): Promise<boolean> {
  return (await accountRepository(store).count()) === 0 && !(await administratorRepository(store).isThereAny())
}

async function setUp(
  { store, passwords, setupCode, now }: SignInDeps,
  { setupCode: typed, cellName, login, password }: Setup,
): Promise<Outcome<{ readonly account: Account; readonly cell: Cell }, RefusalCode>> {
  if (!(await isEmpty(store))) return { ok: false, refusal: 'already-set-up' }
  if (!setupCode.matches(typed)) return { ok: false, refusal: 'wrong-setup-code' }
  const createdAtMs = now()
  const passwordHash = await passwords.hash(password)
  return installationRepository(store).createFirst({
    cell: { id: newId(), name: cellName, boardKey: newSecret(), createdAtMs },
    account: { id: newId(), login, displayName: login, role: 'owner', passwordHash, createdAtMs },
  })
}
