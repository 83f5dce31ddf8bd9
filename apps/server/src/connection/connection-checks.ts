import { newSecret } from '@khac-sau/database'
import type { Millis } from '@khac-sau/engine'
import { type CheckedPhone, longestUserAgent } from '@khac-sau/protocol'

/** The connection checks of all cells, in memory only: one each, with the phones that tried it lately. */
export type ConnectionChecks = {
  /** Of the cell's check, which is made when there is none. */
  keyOf(cellId: string): string
  /** The newest first. */
  phonesOf(cellId: string): readonly CheckedPhone[]
  has(checkKey: string): boolean
  /** The page is open there; `false` if there is no such check. */
  arrived(checkKey: string, phone: ArrivedPhone): boolean
  /** The live connection works, too. */
  measured(checkKey: string, phone: ArrivedPhone, roundTripMillis: Millis): void
  /** What was found out held for another address: every check begins anew, under another key. */
  renew(): void
}

export type ArrivedPhone = { readonly phoneId: string; readonly userAgent: string }

type Arrival = ArrivedPhone & { readonly arrivedAt: Millis; readonly roundTripMillis: number | null }
type Check = { readonly key: string; readonly arrivals: Map<string, Arrival> }

/** More than somebody tries out; whoever has the link cannot fill the memory. */
const MOST_PHONES = 20
/** By then it says nothing any more of the network as it is. */
const FORGOTTEN_AFTER_MILLIS: Millis = 30 * 60_000

export function connectionChecks(now: () => Millis): ConnectionChecks {
  const checkByCell = new Map<string, Check>()

  function checkOf(cellId: string): Check {
    const known = checkByCell.get(cellId)
    if (known) return known
    const check = { key: newSecret(), arrivals: new Map() }
    checkByCell.set(cellId, check)
    return check
  }
  const named = (checkKey: string) => [...checkByCell.values()].find(({ key }) => key === checkKey)

  function note(checkKey: string, { phoneId, userAgent }: ArrivedPhone, roundTripMillis: Millis | null): boolean {
    const arrivals = named(checkKey)?.arrivals
    if (!arrivals) return false
    const before = arrivals.get(phoneId)
    // In a map the newest comes last.
    arrivals.delete(phoneId)
    arrivals.set(phoneId, {
      phoneId,
      userAgent: userAgent.slice(0, longestUserAgent),
      arrivedAt: before?.arrivedAt ?? now(),
      roundTripMillis: roundTripMillis ?? before?.roundTripMillis ?? null,
    })
    const [oldest] = arrivals.keys()
    if (arrivals.size > MOST_PHONES && oldest !== undefined) arrivals.delete(oldest)
    return true
  }

  return {
    keyOf: (cellId) => checkOf(cellId).key,
    phonesOf(cellId) {
      const arrivals = [...checkOf(cellId).arrivals.values()].reverse()
      return arrivals
        .map(({ arrivedAt, ...phone }) => ({ ...phone, millisSinceArrival: Math.round(now() - arrivedAt) }))
        .filter(({ millisSinceArrival }) => millisSinceArrival < FORGOTTEN_AFTER_MILLIS)
    },
    has: (checkKey) => named(checkKey) !== undefined,
    arrived: (checkKey, phone) => note(checkKey, phone, null),
    measured: (checkKey, phone, roundTripMillis) => void note(checkKey, phone, Math.round(roundTripMillis)),
    renew: () => checkByCell.clear(),
  }
}
