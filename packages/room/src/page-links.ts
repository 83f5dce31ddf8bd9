import {
  deliveredAt,
  type LinkEvidence,
  linkEvidence,
  type MemberId,
  type Millis,
  type OpeningId,
  optionsLeadMillis,
  type OptionsAhead,
  type Ping,
  PING_IDLE_MILLIS,
  PING_KEPT_MILLIS,
  pingIntervalMillis,
  type PressClaim,
  type PressEvidence,
} from '@khac-sau/engine'
import type { Schedule } from './schedule.ts'

/** One page's connection, as far as timing needs it. */
export type Page = {
  /** `null` for a projector. */
  readonly memberId: MemberId | null
  /** Sends a WebSocket control ping that comes back with this number. */
  readonly ping: (pingId: number) => void
  readonly showOptions: (options: OptionsAhead) => void
  /** What the kernel measured of this connection; `null` where it cannot be asked. */
  readonly kernelRoundTripMillis: () => Millis | null
}

export type PageLink = {
  readonly pong: (pingId: number) => void
  readonly close: () => void
}

/** What timing must know of a contest: whether a question runs, and options that are not open yet. */
export type Course = { readonly running: boolean; readonly ahead: OptionsAhead | null }

export type PageLinks = {
  readonly open: (page: Page) => PageLink
  /** `contestNow` looks at the contest clock, which a standstill of this process puts back (T1). */
  readonly follow: (course: Course, contestNow: () => Millis) => void
  /** For an answer that arrives now, on `link` or, without one, by another way (T7). */
  readonly pressEvidence: (asked: AskedEvidence) => PressEvidence
  readonly stop: () => void
}

export type AskedEvidence = {
  readonly memberId: MemberId
  readonly openingId: OpeningId
  readonly claim: PressClaim | null
  readonly link: PageLink | null
  readonly contestNow: Millis
}

type SentPing = { readonly pingId: number; readonly sentAt: Millis; answeredAt: Millis | null }
type Connection = {
  readonly page: Page
  readonly pings: SentPing[]
  readonly openedAt: Millis
  /** The opening whose options were sent before they opened, and the ping right behind them. */
  behind: { readonly openingId: OpeningId; readonly pingId: number } | null
  /** The opening whose options it has been sent. */
  shown: OpeningId | null
  leastRoundTripMillis: Millis
  cancelOptions: () => void
  cancelPing: () => void
}
type Delivery = { readonly openingId: OpeningId; readonly at: Millis }

/** A sending that is late by more than this says nothing of the room's size any more. */
const FAN_OUT_MOST_MILLIS: Millis = 200

/**
 * The connections of one contest's pages: pings them (T12), sends each its options just in time (T8) with a ping right
 * behind, and says what all of it proves of a press. Counts in the time of this process, which outlives any room.
 */
export function openPageLinks(now: () => Millis, schedule: Schedule): PageLinks {
  const connections = new Map<PageLink, Connection>()
  /** By member, because a reload keeps the first start (T3). */
  const deliveries = new Map<MemberId, Delivery>()
  /** Whose page was there before T0: what is on its way to it may be lost with its connection. */
  const expecting = new Map<MemberId, OpeningId>()
  let course: Course = { running: false, ahead: null }
  let contestNow: () => Millis = () => 0
  let fanOutMillis: Millis = 0
  let nextPingId = 0

  const answersNow = ({ shown }: Connection) =>
    course.running && (course.ahead === null || course.ahead.openingId === shown)
  const intervalMillis = ({ leastRoundTripMillis }: Connection) =>
    pingIntervalMillis(connections.size, leastRoundTripMillis)
  function ping(connection: Connection): number {
    const sentAt = now()
    const pingId = (nextPingId += 1)
    connection.pings.push({ pingId, sentAt, answeredAt: null })
    while ((connection.pings[0]?.sentAt ?? sentAt) < sentAt - PING_KEPT_MILLIS) connection.pings.shift()
    connection.page.ping(pingId)
    return pingId
  }

  /** From now on, as often as T12 has it. */
  function keepPinging(connection: Connection): number {
    connection.cancelPing()
    const pingId = ping(connection)
    const afterMillis = answersNow(connection) ? intervalMillis(connection) : PING_IDLE_MILLIS
    connection.cancelPing = schedule(afterMillis, () => keepPinging(connection))
    return pingId
  }

  function armOptions(connection: Connection): void {
    connection.cancelOptions()
    const { ahead } = course
    if (!ahead) return
    const { memberId } = connection.page
    if (memberId !== null && contestNow() <= ahead.opensAt) expecting.set(memberId, ahead.openingId)
    const leavesAt = ahead.opensAt - optionsLeadMillis(connection.pings, now(), fanOutMillis)
    connection.cancelOptions = schedule(Math.max(0, leavesAt - contestNow()), () => {
      // After a standstill every timer is due, and T0 is not: nobody has told this room yet.
      const lateMillis = contestNow() - leavesAt
      if (lateMillis < 0) return armOptions(connection)
      fanOutMillis = Math.max(fanOutMillis, Math.min(lateMillis, FAN_OUT_MOST_MILLIS))
      connection.page.showOptions(ahead)
      connection.shown = ahead.openingId
      const pingId = keepPinging(connection)
      // T3: only who was there before T0 can prove when they came, on that connection or on the one after it.
      const isExpecting = memberId !== null && expecting.get(memberId) === ahead.openingId
      if (isExpecting) connection.behind = { openingId: ahead.openingId, pingId }
    })
  }

  function pong(connection: Connection, pingId: number): void {
    const ping = connection.pings.find((sent) => sent.pingId === pingId)
    if (!ping || ping.answeredAt !== null) return
    ping.answeredAt = now()
    connection.leastRoundTripMillis = Math.min(connection.leastRoundTripMillis, ping.answeredAt - ping.sentAt)
    const { behind, page } = connection
    if (behind?.pingId !== pingId || page.memberId === null) return
    if (deliveries.get(page.memberId)?.openingId === behind.openingId) return
    deliveries.set(page.memberId, { openingId: behind.openingId, at: deliveredAt(connection.pings, now()) })
  }

  function evidenceOf(connection: Connection, ordered: boolean): LinkEvidence | null {
    const { pings, page, openedAt: connectedAt } = connection
    const kernelRoundTripMillis = page.kernelRoundTripMillis()
    const about = { ordered, connectedAt, intervalMillis: intervalMillis(connection), kernelRoundTripMillis }
    return linkEvidence(pings, now(), about)
  }

  /** T7: of several pages the one that was heard of last. */
  function elsewhere(memberId: MemberId): LinkEvidence | null {
    const own = [...connections.values()].filter(({ page }) => page.memberId === memberId)
    const [heardLast] = own.sort((one, other) => lastPongAt(other.pings) - lastPongAt(one.pings))
    return heardLast ? evidenceOf(heardLast, false) : null
  }

  return {
    open(page) {
      const connection: Connection = {
        page,
        pings: [],
        openedAt: now(),
        behind: null,
        shown: null,
        leastRoundTripMillis: Infinity,
        cancelOptions: () => {},
        cancelPing: () => {},
      }
      const link: PageLink = {
        pong: (pingId) => pong(connection, pingId),
        close() {
          connection.cancelOptions()
          connection.cancelPing()
          connections.delete(link)
        },
      }
      connections.set(link, connection)
      keepPinging(connection)
      armOptions(connection)
      return link
    },
    follow(next, nextNow) {
      const began = next.running && !course.running
      course = next
      contestNow = nextNow
      // What the last question took is forgotten slowly: a room that has calmed down need not send early.
      if (began) fanOutMillis /= 2
      for (const connection of connections.values()) {
        armOptions(connection)
        if (began && answersNow(connection)) keepPinging(connection)
      }
    },
    pressEvidence({ memberId, openingId, claim, link, contestNow: at }) {
      const toContest = at - now()
      const connection = link ? connections.get(link) : undefined
      const evidence = connection ? evidenceOf(connection, true) : elsewhere(memberId)
      const delivery = deliveries.get(memberId)
      return {
        claim,
        link: evidence && {
          ...evidence,
          provenAfter: shifted(evidence.provenAfter, toContest),
          connectedAt: shifted(evidence.connectedAt, toContest),
        },
        deliveredAt: delivery?.openingId === openingId ? delivery.at + toContest : null,
      }
    },
    stop() {
      for (const { cancelOptions, cancelPing } of connections.values()) {
        cancelOptions()
        cancelPing()
      }
    },
  }
}

function lastPongAt(pings: readonly Ping[]): Millis {
  return Math.max(...pings.map(({ answeredAt }) => answeredAt ?? -Infinity))
}

function shifted(instant: Millis | null, by: Millis): Millis | null {
  return instant === null ? null : instant + by
}
