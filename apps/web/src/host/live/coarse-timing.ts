import { FINE_TIMING_PHONES, type HostPerson, type Millis, pingIntervalMillis } from '@khac-sau/engine'

export type CoarseTiming = { readonly phones: number; readonly pingMillis: Millis }

/** T12: beyond so many phones their links are measured less often; `null` while timing is fine. */
export function coarseTiming(people: readonly Pick<HostPerson, 'connected'>[]): CoarseTiming | null {
  const phones = people.filter(({ connected }) => connected).length
  return phones > FINE_TIMING_PHONES ? { phones, pingMillis: pingIntervalMillis(phones, 0) } : null
}
