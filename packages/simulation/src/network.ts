import type { Millis } from '@khac-sau/engine'
import type { Random } from './random.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What lies between one phone and the server. */
export type NetworkShape = {
  /** Both ways together, without jitter. */
  readonly roundTripMillis: Millis
  /** How much of it is the way down to the phone. */
  readonly downShare: number
  /** Mean of the exponential jitter of both ways together. */
  readonly jitterMillis: Millis
  /** Of one packet, one way. */
  readonly loss: number
}

/** One direction of one connection: what is sent arrives in order (TCP). */
export type Way = {
  readonly send: (arrive: () => void) => void
  /** For control frames, whose arrival starts no promise. */
  readonly sendQuietly: (arrive: () => void) => void
}

export type Network = {
  readonly openStream: () => { readonly up: Way; readonly down: Way }
  /** Nothing passes either way; what is sent is sent again, later and later, until it does. */
  readonly cut: (from: Millis, to: Millis) => void
  /** What the phone sends stays with it until then, and leaves at once and in order. */
  readonly holdUp: (until: Millis) => void
}

export function createNetwork(time: VirtualTime, shape: NetworkShape, random: Random): Network {
  const outages: { readonly from: Millis; readonly to: Millis }[] = []
  const isCutAt = (at: Millis) => outages.some(({ from, to }) => at >= from && at < to)
  let heldUntil: Millis = 0
  const openWay = (baseMillis: Millis, heldFor: () => Millis): Way => {
    let last = 0
    const arrivalOf = (now: Millis): Millis => {
      const sentAt = Math.max(now, heldFor())
      let leavesAt = sentAt
      let timeout = Math.max(leastTimeoutMillis, shape.roundTripMillis * 1.5)
      while (isCutAt(leavesAt) || (leavesAt < sentAt + patienceMillis && random.chance(shape.loss))) {
        leavesAt += timeout
        timeout = Math.min(timeout * 2, patienceMillis)
      }
      last = Math.max(last, leavesAt + baseMillis + random.exponential(shape.jitterMillis / 2))
      return last
    }
    return {
      send: (arrive) => void time.at(arrivalOf(time.now()), arrive),
      sendQuietly: (arrive) => void time.quietlyAt(arrivalOf(time.now()), arrive),
    }
  }
  return {
    openStream: () => ({
      up: openWay(shape.roundTripMillis * (1 - shape.downShare), () => heldUntil),
      down: openWay(shape.roundTripMillis * shape.downShare, () => 0),
    }),
    cut: (from, to) => void outages.push({ from, to }),
    holdUp: (until) => void (heldUntil = until),
  }
}

/** Retransmission as TCP does it, pessimistically: nothing is noticed before its timeout. */
const leastTimeoutMillis: Millis = 200
const patienceMillis: Millis = 8_000
