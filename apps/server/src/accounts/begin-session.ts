import { type Account, accountRepository, cellRepository, type Store } from '@khac-sau/database'
import type { SignedIn } from '@khac-sau/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { movedAwayAtMs } from '../moving/moved-away.ts'
import type { AccountSessions } from './account-sessions.ts'
import { signedIn } from './signed-in.ts'

export type BeginSessionDeps = {
  readonly store: Store
  readonly sessions: AccountSessions
  readonly publicUrl: () => string
}

/** Signs in on the browser that asks, in place of whoever was signed in there. */
export async function beginSession(
  { store, sessions, publicUrl }: BeginSessionDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
): Promise<SignedIn | undefined> {
  const { name, options } = sessions.cookie
  await sessions.end(request.headers.cookie)
  const token = await sessions.start(account, request.headers['user-agent'])
  // A password that was changed meanwhile has ended all sessions but the one begun here a moment later.
  const now = await accountRepository(store).byId(account.cellId, account.id)
  const cell = await cellRepository(store).byId(account.cellId)
  if (!cell || cell.closedAtMs !== null || now?.passwordHash !== account.passwordHash) {
    await sessions.end(`${name}=${token}`)
    return undefined
  }
  void reply.setCookie(name, token, options)
  return signedIn({ ...account, accountId: account.id }, cell, publicUrl(), await movedAwayAtMs(store, cell.id))
}
