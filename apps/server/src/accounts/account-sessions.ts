import { type CookieSerializeOptions, fastifyCookie } from '@fastify/cookie'
import {
  type Account,
  type AccountSession,
  accountRepository,
  hashSecret,
  newSecret,
  sessionRepository,
  type Store,
} from '@khac-sau/database'
import type { AccountId, Role, WallMillis } from '@khac-sau/engine'

export type SignedInAccount = {
  readonly accountId: AccountId
  readonly cellId: string
  readonly login: string
  readonly displayName: string
  readonly role: Role
  /** Of which session, so that what was opened with it ends with it. */
  readonly sessionHash: string
}

/** Who is signed in on the host's side. The table knows the hash of a token only; the browser keeps the token. */
export type AccountSessions = {
  readonly cookie: SessionCookie
  /** What the browser is to keep. */
  start(account: Pick<Account, 'id' | 'cellId'>, userAgent: string | undefined): Promise<string>
  end(header: string | undefined): Promise<void>
  /** Of one account, the one used last first. */
  of(account: SignedInAccount): Promise<readonly AccountSession[]>
  /** Whether the account had it. */
  endOne(account: SignedInAccount, sessionId: string): Promise<boolean>
  endOthers(account: SignedInAccount): Promise<void>
  /** Of a session that ended together with something else, what is connected by it. */
  cutOff(sessionHash: string): void
  /** Its role is another, or it is gone: what is connected by it comes again and is judged anew. */
  accountChanged(accountId: AccountId): void
  /** `header` is a whole Cookie header: requests and socket handshakes ask alike. */
  accountOfCookie(header: string | undefined): Promise<SignedInAccount | undefined>
}

type SessionCookie = {
  readonly name: string
  readonly options: CookieSerializeOptions
}

export type SessionDeps = {
  readonly store: Store
  readonly now: () => WallMillis
  /** Reached over https only; on a plain LAN address a Secure cookie would be dropped. */
  readonly secure: boolean
  /** What is connected by that session is to be cut off. */
  readonly ended: (sessionHash: string) => void
  /** What is connected by that account, a paired phone too. */
  readonly accountChanged: (accountId: AccountId) => void
}

const lifetimeSeconds = 30 * 24 * 60 * 60
/** When a session was used is known this exactly: not every request is to be a write. */
const usedWithinMillis = 5 * 60_000
const userAgentCharacters = 300

/** What a page calls a session by: neither the token nor what the table knows of it. */
export function sessionIdOf({ tokenHash }: Pick<AccountSession, 'tokenHash'>): string {
  return hashSecret(tokenHash).slice(0, 32)
}

export function accountSessions({ store, now, secure, ended, accountChanged }: SessionDeps): AccountSessions {
  const sessions = sessionRepository(store)
  const accounts = accountRepository(store)
  const cookie = sessionCookie(secure)

  async function sessionOf(header: string | undefined) {
    const token = header === undefined ? undefined : fastifyCookie.parse(header)[cookie.name]
    return token ? sessions.byTokenHash(hashSecret(token), now()) : undefined
  }

  const sessionsOf = ({ cellId, accountId }: SignedInAccount) => sessions.ofAccount(cellId, accountId, now())

  return {
    cookie,
    async start({ id, cellId }, userAgent = '') {
      const at = now()
      await sessions.deleteExpired(at)
      const token = newSecret()
      const expiresAtMs = at + lifetimeSeconds * 1000
      await sessions.create(cellId, {
        tokenHash: hashSecret(token),
        accountId: id,
        userAgent: userAgent.slice(0, userAgentCharacters),
        createdAtMs: at,
        lastUsedAtMs: at,
        expiresAtMs,
      })
      return token
    },
    async end(header) {
      const session = await sessionOf(header)
      if (!session) return
      await sessions.delete(session.cellId, session.tokenHash)
      ended(session.tokenHash)
    },
    of: sessionsOf,
    cutOff: ended,
    accountChanged,
    async endOne(account, sessionId) {
      const session = (await sessionsOf(account)).find((one) => sessionIdOf(one) === sessionId)
      if (!session || !(await sessions.delete(session.cellId, session.tokenHash))) return false
      ended(session.tokenHash)
      return true
    },
    async endOthers({ cellId, accountId, sessionHash }) {
      for (const hash of await sessions.deleteAllOf(cellId, accountId, sessionHash)) ended(hash)
    },
    async accountOfCookie(header) {
      const session = await sessionOf(header)
      if (session && now() - session.lastUsedAtMs >= usedWithinMillis) {
        await sessions.used(session.cellId, session.tokenHash, now())
      }
      const account = session && (await accounts.byId(session.cellId, session.accountId))
      if (!account) return undefined
      const { id, cellId, login, displayName, role } = account
      return { accountId: id, cellId, login, displayName, role, sessionHash: session.tokenHash }
    },
  }
}

/** `__Host-` ties the cookie to this very host; browsers grant it to https alone. */
function sessionCookie(secure: boolean): SessionCookie {
  return {
    name: secure ? '__Host-khac-sau-session' : 'khac-sau-session',
    options: { httpOnly: true, sameSite: 'strict', path: '/', secure, maxAge: lifetimeSeconds },
  }
}
