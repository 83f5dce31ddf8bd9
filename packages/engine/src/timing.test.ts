import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  deliveredAt,
  fullQuota,
  type LinkEvidence,
  linkEvidence,
  optionsLeadMillis,
  type Ping,
  pingIntervalMillis,
  type PressEvidence,
  refill,
  spend,
  timePress,
  totalErrorMillis,
} from './timing.ts'

const about = { ordered: true, connectedAt: 0, intervalMillis: 250, kernelRoundTripMillis: null }

/** Pings every 250 ms up to `until`, each answered after `trip`. */
function pingsOf(trip: number, until: number): Ping[] {
  return Array.from({ length: Math.floor(until / 250) }, (_, index) => ({
    sentAt: index * 250,
    answeredAt: index * 250 + trip,
  }))
}

const quiet: LinkEvidence = {
  roundTripMillis: 40,
  excessMillis: 44,
  provenAfter: null,
  connectedAt: null,
  heldBackMillis: 0,
}
const press = (over: Partial<PressEvidence> = {}): PressEvidence => ({
  claim: { paintedAt: 1_000, pressedAt: 5_000 },
  link: quiet,
  deliveredAt: null,
  ...over,
})

describe('the press', () => {
  test('[T7] a claim within half a round trip and the free lag is believed to the millisecond', () => {
    expect(timePress(press(), 5_040, 1_000, fullQuota)).toEqual({
      startedAt: 1_000,
      pressedAt: 5_000,
      errorMillis: 0,
      lagPaidMillis: 0,
      startPaidMillis: 0,
      overclaimedMillis: 0,
    })
  })

  test('a claim of long ago on a quiet link is cut to what the link allows, and widens no error', () => {
    const claim = { paintedAt: 1_000, pressedAt: 0 }
    expect(timePress(press({ claim }), 5_000, 1_000, fullQuota)).toMatchObject({
      pressedAt: 4_936,
      errorMillis: 0,
      overclaimedMillis: 4_936,
    })
  })

  test('a stall is believed, beyond 300 ms from the quota, and beyond that it is the error', () => {
    const link = { ...quiet, excessMillis: 2_000 }
    const claim = { paintedAt: 1_000, pressedAt: 4_000 }
    expect(timePress(press({ link, claim }), 6_020, 1_000, fullQuota)).toMatchObject({
      pressedAt: 6_020 - 20 - 300 - 1_400,
      lagPaidMillis: 1_400,
      errorMillis: 300,
    })
  })

  test('no press is before a ping that was answered before it', () => {
    const link = { ...quiet, excessMillis: 3_000, provenAfter: 5_900 }
    const claim = { paintedAt: 1_000, pressedAt: 4_000 }
    const timing = timePress(press({ link, claim }), 6_000, 1_000, fullQuota)
    expect(timing).toMatchObject({ pressedAt: 5_900, errorMillis: 0, overclaimedMillis: 1_900 })
  })

  test('[T7] without a sign of life just before, 300 ms and the quota are believed', () => {
    const link = { ...quiet, excessMillis: null }
    const claim = { paintedAt: 1_000, pressedAt: 0 }
    const silent = timePress(press({ link, claim }), 6_000, 1_000, fullQuota)
    expect(silent).toMatchObject({ pressedAt: 6_000 - 20 - 300 - 1_400, errorMillis: 0 })
    const unknown = timePress(press({ link: null, claim }), 6_000, 1_000, fullQuota)
    expect(unknown).toMatchObject({ pressedAt: 6_000 - 300 - 1_400, errorMillis: 0 })
  })

  test('without a claim the receipt is the press', () => {
    expect(timePress(press({ claim: null }), 5_040, 1_000, fullQuota).pressedAt).toBe(5_040)
  })

  test('whatever is claimed, a press lies between what the link allows and its arrival, and costs no more than the quota', () => {
    const instant = fc.integer({ min: -100_000, max: 100_000 })
    const length = fc.integer({ min: 0, max: 5_000 })
    fc.assert(
      fc.property(instant, instant, length, length, instant, length, (pressedAt, at, trip, excess, proven, lag) => {
        const link = {
          roundTripMillis: trip,
          excessMillis: excess,
          provenAfter: proven,
          connectedAt: 0,
          heldBackMillis: 0,
        }
        const quota = { lagMillis: lag, startMillis: lag }
        const timing = timePress({ claim: { paintedAt: at, pressedAt }, link, deliveredAt: at }, at, at - 9_000, quota)
        expect(timing.pressedAt).toBeLessThanOrEqual(at)
        expect(at - timing.pressedAt).toBeLessThanOrEqual(Math.min(400, trip / 2) + 300 + lag + 1)
        expect(timing.lagPaidMillis).toBeLessThanOrEqual(lag)
        expect(timing.startPaidMillis).toBeLessThanOrEqual(lag)
        expect(timing.startedAt).toBeGreaterThanOrEqual(at - 9_000)
        expect(timing.errorMillis).toBeLessThanOrEqual(timing.overclaimedMillis)
      }),
    )
  })
})

describe('the start', () => {
  test('[T3] is T0 without proof of when the options came', () => {
    const claim = { paintedAt: 1_900, pressedAt: 5_000 }
    expect(timePress(press({ claim }), 5_020, 1_000, fullQuota).startedAt).toBe(1_000)
  })

  test('[T2] is the paint that was claimed, within 10 ms of the proven delivery', () => {
    const claim = { paintedAt: 1_090, pressedAt: 5_000 }
    const started = (delivered: number) =>
      timePress(press({ claim, deliveredAt: delivered }), 5_020, 1_000, fullQuota).startedAt
    expect(started(1_085)).toBe(1_090)
    expect(started(1_030)).toBe(1_040)
    expect(started(900)).toBe(1_010)
  })

  test('[T2] what lies more than 100 ms behind T0 is paid from the quota, and no more than that is given', () => {
    const claim = { paintedAt: 4_000, pressedAt: 9_000 }
    const paid = timePress(press({ claim, deliveredAt: 4_000 }), 9_020, 1_000, fullQuota)
    expect([paid.startedAt, paid.startPaidMillis]).toEqual([1_900, 800])
    const spent = spend(fullQuota, 0, 800)
    expect(timePress(press({ claim, deliveredAt: 4_000 }), 9_020, 1_000, spent).startedAt).toBe(1_100)
  })

  test('[T2] a quota begins at 1,400 ms for lag and 800 for starts, grows by 140 and 80, never beyond 2,000 and 1,200', () => {
    let quota = spend(fullQuota, 500, 900)
    expect(quota).toEqual({ lagMillis: 900, startMillis: 0 })
    for (let question = 0; question < 30; question += 1) quota = refill(quota)
    expect(quota).toEqual({ lagMillis: 2_000, startMillis: 1_200 })
  })
})

describe('the link', () => {
  test('says its least round trip and, undisturbed, the least excess', () => {
    expect(linkEvidence(pingsOf(40, 10_000), 10_000, about)).toEqual({
      roundTripMillis: 40,
      excessMillis: 44,
      provenAfter: 9_750 + 20 - 44,
      connectedAt: 0,
      heldBackMillis: 0,
    })
  })

  test('shows a stall by the pings that are still unanswered', () => {
    const pings = [...pingsOf(40, 8_000), { sentAt: 8_000, answeredAt: null }, { sentAt: 8_250, answeredAt: null }]
    expect(linkEvidence(pings, 9_000, about)?.excessMillis).toBe(1_000 + 250 - 40)
  })

  test('[T7] proves no order for what came another way, and says when there is no sign of life', () => {
    const pings = pingsOf(40, 8_000)
    expect(linkEvidence(pings, 8_500, { ...about, ordered: false })).toMatchObject({
      provenAfter: null,
      connectedAt: null,
      excessMillis: 44,
    })
    expect(linkEvidence(pings, 10_000, { ...about, ordered: false })?.excessMillis).toBeNull()
    expect(linkEvidence([], 10_000, about)).toBeNull()
  })

  test('forgets what was two minutes ago', () => {
    const pings = [
      { sentAt: 0, answeredAt: 10 },
      ...pingsOf(90, 1_000).map(({ sentAt }) => ({ sentAt: sentAt + 130_000, answeredAt: sentAt + 130_090 })),
    ]
    expect(linkEvidence(pings, 131_000, about)?.roundTripMillis).toBe(90)
  })

  test('says by how much its pongs are later than the kernel allows', () => {
    const evidence = linkEvidence(pingsOf(800, 10_000), 10_000, { ...about, kernelRoundTripMillis: 25 })
    expect(evidence).toMatchObject({ roundTripMillis: 800, heldBackMillis: 735 })
  })

  test('[T2] proves delivery by the pong behind the options', () => {
    expect(deliveredAt(pingsOf(40, 10_000), 10_080)).toBe(10_060)
  })
})

test('[T8] the options leave between 120 and 600 ms ahead, earlier where round trips vary', () => {
  expect(optionsLeadMillis(pingsOf(40, 10_000), 10_000, 0)).toBe(140)
  expect(optionsLeadMillis(pingsOf(40, 10_000), 10_000, 30)).toBe(170)
  expect(optionsLeadMillis(pingsOf(2_000, 10_000), 10_000, 0)).toBe(600)
  expect(optionsLeadMillis([], 10_000, 0)).toBe(300)
})

test('[T12] up to 500 phones are pinged four times a second, more of them more rarely, and far ones, too', () => {
  expect([10, 500, 2_000].map((phones) => pingIntervalMillis(phones, 40))).toEqual([250, 250, 1_000])
  expect([400, 800, Infinity].map((roundTrip) => pingIntervalMillis(10, roundTrip))).toEqual([250, 400, 250])
})

test('[T11] a total is wrong by 150 ms and by what its presses were clamped by, within bounds', () => {
  expect([0, 400, 9_000].map(totalErrorMillis)).toEqual([150, 550, 1_350])
})
