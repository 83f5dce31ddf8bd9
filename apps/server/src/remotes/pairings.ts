import { hashSecret, newSecret } from '@khac-sau/database'
import type { AccountId, Millis } from '@khac-sau/engine'
import type { House } from '../rooms/houses.ts'

/** Which contest a phone may be paired with, and in whose name it will press. */
export type PairingPlace = {
  readonly house: House
  readonly cellId: string
  readonly contestId: string
  readonly accountId: AccountId
}

/** Codes on show, in this process's memory only: one for each contest, for one phone, for two minutes. */
export type Pairings = {
  /** Voids the one before. */
  offer(place: PairingPlace): { readonly secret: string; readonly validMillis: Millis }
  /** Once. */
  take(secret: string): PairingPlace | undefined
  forget(contestId: string): void
  forgetOf(accountId: AccountId): void
}

export const pairingMillis: Millis = 120_000

export function newPairings(now: () => Millis): Pairings {
  const offers = new Map<
    string,
    { readonly place: PairingPlace; readonly secretHash: string; readonly until: Millis }
  >()
  return {
    offer(place) {
      const secret = newSecret()
      offers.set(place.contestId, { place, secretHash: hashSecret(secret), until: now() + pairingMillis })
      return { secret, validMillis: pairingMillis }
    },
    take(secret) {
      const secretHash = hashSecret(secret)
      const offer = [...offers.values()].find((candidate) => candidate.secretHash === secretHash)
      if (!offer) return undefined
      offers.delete(offer.place.contestId)
      return now() < offer.until ? offer.place : undefined
    },
    forget: (contestId) => void offers.delete(contestId),
    forgetOf(accountId) {
      for (const { place } of offers.values()) if (place.accountId === accountId) offers.delete(place.contestId)
    },
  }
}
