import { accountRepository, type Store } from '@khac-sau/database'
import type { WallMillis } from '@khac-sau/engine'
import type { RefusalCode } from '@khac-sau/protocol'
import type { SignedInAccount } from './account-sessions.ts'
import { loginAttempts } from './login-attempts.ts'
import type { Passwords } from './passwords.ts'

/** Whoever sits at a screen that was left signed in must know the password as well, for what cannot be taken back. */
export type PasswordChecks = {
  refusal(account: Pick<SignedInAccount, 'cellId' | 'accountId'>, password: string): Promise<RefusalCode | undefined>
}

export type PasswordCheckDeps = {
  readonly store: Store
  readonly passwords: Passwords
  readonly now: () => WallMillis
}

/** One for all routes that ask: misses at one of them count at the others. */
export function passwordChecks({ store, passwords, now }: PasswordCheckDeps): PasswordChecks {
  const attempts = loginAttempts(now)
  return {
    async refusal({ cellId, accountId }, password) {
      if (!attempts.begin(accountId).ok) return 'too-many-attempts'
      const account = await accountRepository(store).byId(cellId, accountId)
      if (!(await passwords.matches(password, account?.passwordHash))) return 'wrong-password'
      attempts.succeeded(accountId)
      return undefined
    },
  }
}
