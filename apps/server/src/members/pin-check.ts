import type { Member } from '@khac-sau/database'
import { pinDigits, type WallMillis } from '@khac-sau/engine'
import { randomInt } from 'node:crypto'
import type { Passwords } from '../accounts/passwords.ts'
import type { Allowance } from '../limits/allowance.ts'
import { keyedAllowance } from '../limits/keyed-allowance.ts'

export type PinRefusal = 'pin-needed' | 'no-pin-yet' | 'wrong-pin' | 'too-many-attempts'

export type PinCheck = {
  /** `null` for the right PIN. */
  refusalOf(member: Pick<Member, 'id' | 'pinHash'>, pin: string | undefined): Promise<PinRefusal | null>
}

/**
 * D2: of all PINs that are tried on one member, right or wrong, no more than sixty in any hour are looked at: some at once,
 * and no more than the server can look at beside a room that comes in (decisions/019). Nobody is locked out: tries come back, a device that is known needs no PIN, and the host can let in.
 */
export const triesOfAnHour: Allowance = { atOnce: 6, perSecond: 54 / 3_600 }

export function pinCheck(passwords: Passwords, now: () => WallMillis): PinCheck {
  const mayTry = keyedAllowance(now, triesOfAnHour)
  return {
    async refusalOf({ id, pinHash }, pin) {
      if (pinHash === null) return 'no-pin-yet'
      if (pin === undefined) return 'pin-needed'
      // Counted before it is looked at: guesses made at once do not slip through together.
      if (!mayTry(id)) return 'too-many-attempts'
      return (await passwords.matches(pin, pinHash)) ? null : 'wrong-pin'
    },
  }
}

/** D2: every one of a million is as likely. */
export function newPin(): string {
  return String(randomInt(10 ** pinDigits)).padStart(pinDigits, '0')
}
