import type { Member } from '@khac-sau/database'
import { pinDigits, type WallMillis } from '@khac-sau/engine'
import { randomInt } from 'node:crypto'
import { loginAttempts } from '../accounts/login-attempts.ts'
import type { Passwords } from '../accounts/passwords.ts'

export type PinRefusal = 'pin-needed' | 'no-pin-yet' | 'wrong-pin' | 'too-many-attempts'

export type PinCheck = {
  /** `null` for the right PIN. */
  refusalOf(member: Pick<Member, 'id' | 'pinHash'>, pin: string | undefined): Promise<PinRefusal | null>
}

/**
 * D2: after five misses each further PIN has to wait, for the one member that it is tried on, so that no more than sixty are
 * tried in an hour. Nobody is locked out: the wait ends, a device that is known needs no PIN, and the host can let in.
 */
export function pinCheck(passwords: Passwords, now: () => WallMillis): PinCheck {
  const attempts = loginAttempts(now, longestPinWaitMillis)
  return {
    async refusalOf({ id, pinHash }, pin) {
      if (pinHash === null) return 'no-pin-yet'
      if (pin === undefined) return 'pin-needed'
      if (!attempts.begin(id).ok) return 'too-many-attempts'
      if (!(await passwords.matches(pin, pinHash))) return 'wrong-pin'
      attempts.succeeded(id)
      return null
    },
  }
}

/** No more than sixty in an hour. */
export const longestPinWaitMillis = 75_000

/** D2: every one of a million is as likely. */
export function newPin(): string {
  return String(randomInt(10 ** pinDigits)).padStart(pinDigits, '0')
}
