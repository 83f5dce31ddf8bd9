import {
  administrationRepository,
  administratorRepository,
  hashSecret,
  newId,
  newSecret,
  type Store,
} from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'

/** Long enough to walk from the server's machine to one's own. */
export const administratorLinkMillis = 60 * 60_000

export type AdministratorLinkDeps = {
  readonly store: Store
  readonly nowMs: WallMillis
  readonly origins: readonly string[]
}

/** For whoever has the data has everything: who administers is decided where they are, and not by a page. */
export async function administratorLink({ store, nowMs, origins }: AdministratorLinkDeps, login: string) {
  const secret = newSecret()
  const expiresAtMs = nowMs + administratorLinkMillis
  const made = { administratorId: newId(), login, secretHash: hashSecret(secret), createdAtMs: nowMs, expiresAtMs }
  const administrator = await administratorRepository(store).makeLink(made)
  const entry = { atMs: nowMs, administratorId: null, action: 'administrator-invited' as const }
  await administrationRepository(store).note(entry)
  // In the fragment: no server, no log and no Referer ever sees it.
  const urls = origins.map((origin) => `${origin}/host/administration/link#${secret}`)
  return { login: administrator.login, urls, expiresAtMs }
}
