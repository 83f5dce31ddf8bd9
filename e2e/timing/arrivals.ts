import type { Ways } from '../fixtures/network.ts'

/** An answer is longer than any other message of a phone. */
const leastAnswerBytes = 150

/** Ways named by their round trip, such as `phone-200`, and when answers came to the end of them. */
export function watchArrivals() {
  const arrivals: { readonly way: string; readonly at: number }[] = []
  const ways: Ways = {
    wayOf: (request) => /\bway=([a-z]+-\d+)/.exec(request)?.[1] ?? 'direct-0',
    roundTripMillisOf,
    arrived(way, bytes) {
      if (bytes >= leastAnswerBytes) arrivals.push({ way, at: performance.timeOrigin + performance.now() })
    },
  }
  const after = (way: string, since: number) =>
    arrivals.find((arrival) => arrival.way === way && arrival.at >= since)?.at ?? Number.NaN
  return { ways, after }
}

export function roundTripMillisOf(way: string): number {
  return Number(/\d+$/.exec(way)?.[0] ?? 0)
}
