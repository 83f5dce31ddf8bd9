import type { WallMillis } from '@khac-sau/engine'

/** Slows guessing down, for each login on its own: a whole room may share one address. Never locks anyone out. */
export type LoginAttempts = {
  /** Counts as a miss until it succeeded, so that guesses made at once cannot slip through together. */
  begin(login: string): { readonly ok: true } | { readonly ok: false; readonly waitMillis: number }
  succeeded(login: string): void
}

type Misses = { readonly count: number; readonly lastAt: WallMillis }

const freeMisses = 5
const longestWaitMillis = 60_000
const forgottenAfterMillis = 60 * 60_000
const mostRemembered = 10_000

export function loginAttempts(now: () => WallMillis): LoginAttempts {
  const missesByLogin = new Map<string, Misses>()
  return {
    begin(login) {
      const key = fold(login)
      const at = now()
      const misses = remembered(missesByLogin.get(key), at)
      const waitMillis = misses.lastAt + Math.min(waitAfter(misses.count), longestWaitMillis) - at
      if (waitMillis > 0) return { ok: false, waitMillis }
      // Written anew, so that the map stays in the order of the last miss.
      missesByLogin.delete(key)
      missesByLogin.set(key, { count: misses.count + 1, lastAt: at })
      forgetOldest(missesByLogin)
      return { ok: true }
    },
    succeeded: (login) => void missesByLogin.delete(fold(login)),
  }
}

function remembered(misses: Misses | undefined, at: WallMillis): Misses {
  return misses && at - misses.lastAt < forgottenAfterMillis ? misses : { count: 0, lastAt: at }
}

/** 2, 4, 8 … seconds. */
function waitAfter(misses: number): number {
  return misses < freeMisses ? 0 : 2 ** (misses - freeMisses + 1) * 1000
}

/** Names that are made up by the thousand push out one another, not the memory of this process. */
function forgetOldest(missesByLogin: Map<string, Misses>): void {
  const [oldest] = missesByLogin.keys()
  if (missesByLogin.size > mostRemembered && oldest !== undefined) missesByLogin.delete(oldest)
}

/** As the account table folds it: a login is the same in any case. */
function fold(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase()
}
