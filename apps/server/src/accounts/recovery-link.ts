import { accountRepository, hashSecret, newSecret, recoveryRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'

/** Long enough to walk from the server's machine to one's own. */
export const recoveryValidMillis = 60 * 60_000

export type RecoveryLink =
  | { readonly ok: true; readonly login: string; readonly urls: readonly string[]; readonly expiresAtMs: WallMillis }
  | { readonly ok: false; readonly logins: readonly string[] }

export type RecoveryLinkDeps = {
  readonly store: Store
  readonly nowMs: WallMillis
  readonly origins: readonly string[]
}

/** For whoever has the data has everything: a way back into an account whose password is lost. Good for one use. */
export async function recoveryLink(
  { store, nowMs, origins }: RecoveryLinkDeps,
  login: string | undefined,
): Promise<RecoveryLink> {
  const accounts = accountRepository(store)
  const account = login === undefined ? undefined : await accounts.byLogin(login)
  if (!account) return { ok: false, logins: await accounts.logins() }
  const secret = newSecret()
  const expiresAtMs = nowMs + recoveryValidMillis
  const recovery = { secretHash: hashSecret(secret), accountId: account.id, createdAtMs: nowMs, expiresAtMs }
  await recoveryRepository(store).create(account.cellId, recovery)
  // In the fragment: no server, no log and no Referer ever sees it.
  return {
    ok: true,
    login: account.login,
    urls: origins.map((origin) => `${origin}/host/recover#${secret}`),
    expiresAtMs,
  }
}
