import type { MemberId } from '@khac-sau/engine'

/** Which members of one contest have a page open now, and with how many connections. Never in the log (A6, A7). */
export type Audience = {
  enter(memberId: MemberId): void
  leave(memberId: MemberId): void
  has(memberId: MemberId): boolean
  members(): Iterable<MemberId>
}

export function newAudience(): Audience {
  const connections = new Map<MemberId, number>()
  return {
    enter: (memberId) => void connections.set(memberId, (connections.get(memberId) ?? 0) + 1),
    leave(memberId) {
      const left = (connections.get(memberId) ?? 0) - 1
      if (left > 0) connections.set(memberId, left)
      else connections.delete(memberId)
    },
    has: (memberId) => connections.has(memberId),
    members: () => connections.keys(),
  }
}
