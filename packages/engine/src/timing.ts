import type { Millis } from './time.ts'

/*
 * Rules T2–T12: when a question began for a member and when its answer was pressed, from what the phone claims and from
 * what the link proves. Every instant is one of the contest clock (T1). Pure: pings, claims and quotas are arguments.
 */

/** One WebSocket control ping, answered by the browser itself and not by the page. `null`: no answer yet. */
export type Ping = { readonly sentAt: Millis; readonly answeredAt: Millis | null }

/** What a phone says of one answer, in its estimate of the contest clock. Believed only within what the link proves. */
export type PressClaim = {
  /** When the options were on its screen; `null` if it does not know. */
  readonly paintedAt: Millis | null
  readonly pressedAt: Millis
}

/** What the pings of the link say at the moment an answer arrives. */
export type LinkEvidence = {
  /** The least round trip of the last two minutes. */
  readonly roundTripMillis: Millis
  /** How much longer than that a round trip took just then; `null` without any sign of life just before (T7). */
  readonly excessMillis: Millis | null
  /** It was not sent earlier: a ping sent then was answered before it, on the same ordered connection. */
  readonly provenAfter: Millis | null
  /** When that connection began: what had been pressed before waited for it on the phone. `null`: another way. */
  readonly connectedAt: Millis | null
  /**
   * How much later pongs came than the kernel's own measure of the link allows: somebody may hold them back. Flags and
   * bounds nothing, because a proxy in the phone's network would look the same.
   */
  readonly heldBackMillis: Millis
}

/** All that is known of one press. */
export type PressEvidence = {
  readonly claim: PressClaim | null
  readonly link: LinkEvidence | null
  /** When the options can at the latest have been on the phone: the pong behind them, less half a round trip. */
  readonly deliveredAt: Millis | null
}

/** What is left of a member's credit for what cannot be proved, per contest. */
export type TimingQuota = { readonly lagMillis: Millis; readonly startMillis: Millis }

export type PressTiming = {
  readonly startedAt: Millis
  readonly pressedAt: Millis
  /** By how much the press may have been earlier than it was taken for, as far as the link shows it (T11). */
  readonly errorMillis: Millis
  readonly lagPaidMillis: Millis
  readonly startPaidMillis: Millis
  /** By how much the claim lies before anything that the link allows. */
  readonly overclaimedMillis: Millis
}

export const PING_KEPT_MILLIS: Millis = 120_000
export const PING_IDLE_MILLIS: Millis = 1_000
const PING_LEAST_MILLIS: Millis = 250
/** T12: beyond so many phones in a room timing is coarse. */
export const FINE_TIMING_PHONES = 500

/** T2: what is drawn ahead is shown without the page; and what a start may lie behind T0 without being paid for. */
const PAINT_SLACK_MILLIS: Millis = 10
const START_FREE_MILLIS: Millis = 100
type Quota = { readonly first: Millis; readonly each: Millis; readonly most: Millis }
/** At first, for each further question, and at most. */
const START_QUOTA: Quota = { first: 800, each: 80, most: 1_200 }
/** Wider, because a phone 800 ms away loses more to one lost packet than a start may cost. */
const LAG_QUOTA: Quota = { first: 1_400, each: 140, most: 2_000 }
const LAG_FREE_MILLIS: Millis = 300
/** T7: what a slow page takes from the touch to the sending, which no link shows. */
const LAG_LEAST_MILLIS: Millis = 44
const LAG_MOST_MILLIS: Millis = 4_000
const HALF_TRIP_MOST_MILLIS: Millis = 400
/** Pongs so long before an answer still speak of its way. */
const NEAR_MILLIS: Millis = 1_200
/** A kernel acks at once, a browser answers when it gets to it. */
const KERNEL_SLACK_MILLIS: Millis = 40
/** T11 */
const TOTAL_ERROR_MILLIS: Millis = 150
const TOTAL_CLAMPED_MOST_MILLIS: Millis = 1_200
/** T8 */
const OPTIONS_LEAD: { readonly margin: Millis; readonly most: Millis; readonly unknown: Millis } = {
  margin: 120,
  most: 600,
  unknown: 300,
}

export const fullQuota: TimingQuota = { lagMillis: LAG_QUOTA.first, startMillis: START_QUOTA.first }

/** T2: each further question adds to both quotas. */
export function refill({ lagMillis, startMillis }: TimingQuota): TimingQuota {
  const more = (left: Millis, { each, most }: Quota) => Math.min(left + each, most)
  return { lagMillis: more(lagMillis, LAG_QUOTA), startMillis: more(startMillis, START_QUOTA) }
}

export function spend(quota: TimingQuota, lagPaidMillis: Millis, startPaidMillis: Millis): TimingQuota {
  return {
    lagMillis: Math.max(0, quota.lagMillis - lagPaidMillis),
    startMillis: Math.max(0, quota.startMillis - startPaidMillis),
  }
}

/**
 * T12: how often a page is pinged while it may answer. On a long way more rarely: a ping or pong that is lost there holds
 * up what is sent behind it for longer than it says anything of.
 */
export function pingIntervalMillis(phones: number, leastRoundTripMillis: Millis): Millis {
  const ofTheWay = Number.isFinite(leastRoundTripMillis) ? leastRoundTripMillis / 2 : 0
  return Math.max(PING_LEAST_MILLIS, phones / 2, ofTheWay)
}

/** T8: how long before T0 the options leave for a phone; `fanOutMillis` is how long sending to the whole room takes. */
export function optionsLeadMillis(pings: readonly Ping[], at: Millis, fanOutMillis: Millis): Millis {
  const trips = roundTrips(pings, at).sort((a, b) => a - b)
  const least = trips[0]
  const slow = trips[Math.floor(trips.length * 0.95)]
  if (least === undefined || slow === undefined) return OPTIONS_LEAD.unknown
  const lead = slow - least / 2 + OPTIONS_LEAD.margin + fanOutMillis
  return Math.round(clamp(lead, OPTIONS_LEAD.margin, OPTIONS_LEAD.most))
}

/** T2: when the options can at the latest have been there, by the answer to the ping right behind them. */
export function deliveredAt(pings: readonly Ping[], pongAt: Millis): Millis {
  const least = Math.min(...roundTrips(pings, pongAt))
  return Number.isFinite(least) ? pongAt - least / 2 : pongAt
}

/**
 * What the pings say when something arrives `at`, on their own connection (`ordered`) or by another way (T7). Judged at
 * once: a ping that is still unanswered and older than a round trip shows the stall that the answer came out of, and the
 * answer may have left right after the last one that was answered, one `intervalMillis` before.
 */
export function linkEvidence(
  pings: readonly Ping[],
  at: Millis,
  about: {
    readonly ordered: boolean
    readonly connectedAt: Millis
    readonly intervalMillis: Millis
    readonly kernelRoundTripMillis: Millis | null
  },
): LinkEvidence | null {
  const least = Math.min(...roundTrips(pings, at))
  if (!Number.isFinite(least)) return null
  const { kernelRoundTripMillis } = about
  const near = pings.flatMap(({ sentAt, answeredAt }) => {
    if (answeredAt !== null && answeredAt <= at) return answeredAt > at - NEAR_MILLIS ? [answeredAt - sentAt] : []
    if (!about.ordered || sentAt > at) return []
    const age = at - sentAt
    return [age > least + LAG_LEAST_MILLIS ? age + about.intervalMillis : 0]
  })
  const excess = clamp(Math.max(...near) - least, LAG_LEAST_MILLIS, LAG_MOST_MILLIS)
  const answeredBefore = pings.filter(({ answeredAt }) => answeredAt !== null && answeredAt <= at)
  const lastSentAt = Math.max(...answeredBefore.map(({ sentAt }) => sentAt))
  return {
    roundTripMillis: least,
    excessMillis: near.length === 0 ? null : excess,
    provenAfter: about.ordered ? lastSentAt + least / 2 - LAG_LEAST_MILLIS : null,
    connectedAt: about.ordered ? about.connectedAt : null,
    heldBackMillis:
      kernelRoundTripMillis === null ? 0 : Math.max(0, least - kernelRoundTripMillis - KERNEL_SLACK_MILLIS),
  }
}

/** T2, T3: a start later than T0 needs a claim and the proof that the options came late, and is paid from the quota. */
function startOf({ claim, deliveredAt: delivered }: PressEvidence, opensAt: Millis, startMillis: Millis): Millis {
  if (claim?.paintedAt == null || delivered === null) return opensAt
  const latest = Math.min(Math.max(opensAt, delivered) + PAINT_SLACK_MILLIS, opensAt + START_FREE_MILLIS + startMillis)
  return Math.round(clamp(claim.paintedAt, opensAt, latest))
}

/** The press of an answer that arrived `at`: what is claimed, within what the link allows (T2, T3, T7). */
export function timePress(evidence: PressEvidence, at: Millis, opensAt: Millis, quota: TimingQuota): PressTiming {
  const { claim, link } = evidence
  const half = Math.min(HALF_TRIP_MOST_MILLIS, (link?.roundTripMillis ?? 0) / 2)
  // Without a sign of life just before, all that a member may have is believed, and no more.
  const excess = link?.excessMillis ?? LAG_MOST_MILLIS
  const free = Math.min(excess, LAG_FREE_MILLIS)
  const paid = Math.min(excess - free, quota.lagMillis)
  const earliest = Math.min(at, Math.max(link?.provenAfter ?? -Infinity, at - half - free - paid))
  const claimed = claim?.pressedAt ?? at
  const pressedAt = Math.round(clamp(claimed, earliest, at))
  const startedAt = startOf(evidence, opensAt, quota.startMillis)
  const overclaimedMillis = Math.round(Math.max(0, pressedAt - claimed))
  return {
    startedAt,
    pressedAt,
    errorMillis: Math.round(Math.min(overclaimedMillis, doubtOf(link, pressedAt, free + paid))),
    lagPaidMillis: Math.round(clamp(at - pressedAt - half - free, 0, quota.lagMillis)),
    startPaidMillis: Math.round(Math.max(0, startedAt - opensAt - START_FREE_MILLIS)),
    overclaimedMillis,
  }
}

/** Only as far as the link shows a delay that was not credited, and no proof stands against it: claims widen no error. */
function doubtOf(link: LinkEvidence | null, pressedAt: Millis, creditedMillis: Millis): Millis {
  if (link === null || link.excessMillis === null) return 0
  const sinceProof = link.provenAfter === null ? Infinity : Math.max(0, pressedAt - link.provenAfter)
  return Math.min(link.excessMillis - creditedMillis, sinceProof)
}

/** T10: all that a time was decided from, in milliseconds and whole numbers, for the log and for appeals. */
export function evidenceOf(
  { claim, link, deliveredAt: delivered }: PressEvidence,
  timing: PressTiming,
  quota: TimingQuota,
): Readonly<Record<string, number>> {
  const known = {
    startedAt: timing.startedAt,
    pressedAt: timing.pressedAt,
    claimedPaintAt: claim?.paintedAt,
    claimedPressAt: claim?.pressedAt,
    deliveredAt: delivered,
    roundTripMillis: link?.roundTripMillis,
    excessMillis: link?.excessMillis,
    provenAfter: link?.provenAfter,
    heldBackMillis: link?.heldBackMillis,
    lagQuotaMillis: quota.lagMillis,
    lagPaidMillis: timing.lagPaidMillis,
    startQuotaMillis: quota.startMillis,
    startPaidMillis: timing.startPaidMillis,
    overclaimedMillis: timing.overclaimedMillis,
  }
  return Object.fromEntries(
    Object.entries(known).flatMap(([name, value]) => (value == null ? [] : [[name, Math.round(value)]])),
  )
}

/** T11: the error of a total, from what its presses were clamped by. */
export function totalErrorMillis(clampedMillis: Millis): Millis {
  return TOTAL_ERROR_MILLIS + Math.min(clampedMillis, TOTAL_CLAMPED_MOST_MILLIS)
}

function roundTrips(pings: readonly Ping[], at: Millis): Millis[] {
  return pings.flatMap(({ sentAt, answeredAt }) =>
    answeredAt !== null && answeredAt <= at && sentAt >= at - PING_KEPT_MILLIS ? [answeredAt - sentAt] : [],
  )
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
