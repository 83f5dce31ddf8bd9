import type { MemberId } from '@khac-sau/engine'
import type { PlaceRequest } from '@khac-sau/protocol'
import { randomInt } from 'node:crypto'

/** Who stands in the room with another device and says that a name is theirs. Lives as long as their page is open. */
export type PlaceRequests = {
  list(): readonly PlaceRequest[]
  /** Asking again from the same page replaces what it asked before; the number stays. */
  ask(requestId: string, memberId: MemberId, name: string): PlaceRequest
  /** Takes the request off the list. */
  take(requestId: string): PlaceRequest | undefined
}

export function newPlaceRequests(pick: (most: number) => number = randomInt): PlaceRequests {
  const requests = new Map<string, PlaceRequest>()
  return {
    list: () => [...requests.values()],
    ask(requestId, memberId, name) {
      const number = requests.get(requestId)?.number ?? freeNumber(requests, pick)
      const request = { requestId, memberId, name, number }
      requests.set(requestId, request)
      return request
    },
    take(requestId) {
      const request = requests.get(requestId)
      requests.delete(requestId)
      return request
    },
  }
}

/** Two digits that no other waiting phone shows; with ninety waiting, any. */
function freeNumber(requests: ReadonlyMap<string, PlaceRequest>, pick: (most: number) => number): number {
  const taken = new Set([...requests.values()].map(({ number }) => number))
  const free = Array.from({ length: 90 }, (_, index) => index + 10).filter((number) => !taken.has(number))
  return free[pick(Math.max(free.length, 1))] ?? 10 + pick(90)
}
