import type { CheckedPhone, Reach } from '@khac-sau/protocol'

/** Of one phone, and of all: `nothing` is that none came, although there was time. */
export type PhoneVerdict = 'good' | 'slow' | 'testing' | 'page-only'
export type Verdict = PhoneVerdict | 'waiting' | 'nothing'

/** By then whoever holds a phone in the hand has scanned. */
export const patienceMillis = 20_000
/** Longer than a live connection takes to begin and to be measured, also over a slow network. */
const testingMillis = 6_000
/** The options leave a fifth of a second and more ahead of their moment, and so much later nobody feels it. */
const slowMillis = 500

export function phoneVerdict({ roundTripMillis, millisSinceArrival }: CheckedPhone): PhoneVerdict {
  if (roundTripMillis !== null) return roundTripMillis > slowMillis ? 'slow' : 'good'
  return millisSinceArrival < testingMillis ? 'testing' : 'page-only'
}

/** The best that any phone found: what one can, the network can. */
export function verdictOf(phones: readonly CheckedPhone[], waitedMillis: number): Verdict {
  const found = phones.map(phoneVerdict)
  const best = (['good', 'slow', 'testing', 'page-only'] as const).find((verdict) => found.includes(verdict))
  return best ?? (waitedMillis < patienceMillis ? 'waiting' : 'nothing')
}

/** Why a phone does not get through, the likeliest first. */
export function causesOf(verdict: Verdict, reach: Reach): readonly Cause[] {
  if (verdict === 'page-only') {
    return reach === 'internet'
      ? ['blockedOnPhone', 'blockedOnTheWay']
      : ['blockedOnPhone', 'blockedOnComputer', 'blockedOnTheWay']
  }
  if (verdict !== 'nothing' || reach === 'nowhere') return []
  return reach === 'internet'
    ? ['noInternet', 'filtered', 'wrongAddress']
    : ['mobileData', 'otherNetwork', 'firewall', 'isolation']
}

export type Cause =
  | 'mobileData'
  | 'otherNetwork'
  | 'firewall'
  | 'isolation'
  | 'noInternet'
  | 'filtered'
  | 'wrongAddress'
  | 'blockedOnPhone'
  | 'blockedOnComputer'
  | 'blockedOnTheWay'
