import type { MemberId, OptionsAhead } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { type Course, openPageLinks, type Page, type PageLink } from './page-links.ts'

const ahead = (opensAt: number): OptionsAhead => ({ openingId: 'c.1', opensAt, options: ['Một', 'Hai'] })
const asked = { memberId: 'an', openingId: 'c.1', claim: { paintedAt: 0, pressedAt: 0 } }

/** A room's links in made-up time; each page answers its pings after `roundTrip`, or never. */
function room() {
  let now = 0
  let stoodStill = 0
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  const schedule = (delay: number, run: () => void) => {
    const timer = { at: now + delay, run }
    timers.add(timer)
    return () => timers.delete(timer)
  }
  const links = openPageLinks(() => now, schedule)
  const pass = (millis: number) => {
    const until = now + millis
    for (;;) {
      const [due] = [...timers].filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)
      if (!due) break
      timers.delete(due)
      now = Math.max(now, due.at)
      due.run()
    }
    now = until
  }
  const open = (memberId: MemberId | null, roundTrip: number | null) => {
    const seen = { pings: [] as number[], options: [] as number[] }
    const page: Page = {
      memberId,
      ping(pingId) {
        seen.pings.push(now)
        if (roundTrip !== null) schedule(roundTrip, () => link.pong(pingId))
      },
      showOptions: () => void seen.options.push(now),
      kernelRoundTripMillis: () => null,
    }
    const link: PageLink = links.open(page)
    return { link, seen }
  }
  /** From here on the contest clock goes along with the process's, unless that stands still. */
  const follow = (course: Course, contestNow: number) => {
    const began = now - contestNow
    stoodStill = 0
    links.follow(course, () => now - began - stoodStill)
  }
  /** Every timer that was due meanwhile runs right after. */
  const standStill = (millis: number) => {
    now += millis
    stoodStill += millis
  }
  return { links, pass, open, follow, standStill }
}

test('[T12] a page is pinged once a second, and four times once it may answer; a far one more rarely', () => {
  const { pass, open, follow } = room()
  const { seen } = open('an', 40)
  pass(4_999)
  expect(seen.pings).toHaveLength(5)
  follow({ running: true, ahead: null }, 4_999)
  pass(1_999)
  expect(seen.pings.slice(5)).toEqual([4_999, 5_249, 5_499, 5_749, 5_999, 6_249, 6_499, 6_749])
  follow({ running: false, ahead: null }, 6_998)
  const far = open('binh', 800)
  pass(5_002)
  follow({ running: true, ahead: null }, 12_000)
  pass(1_999)
  expect(far.seen.pings.slice(-5)).toEqual([12_000, 12_400, 12_800, 13_200, 13_600])
})

test('[T12] before its options leave, no ping stands in their way more often than once a second', () => {
  const { pass, open, follow } = room()
  const { seen } = open('an', 40)
  pass(10_000)
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(3_500)
  expect(seen.pings.filter((at) => at >= 10_000)).toEqual([10_000, 11_000, 12_000, 12_860, 13_110, 13_360])
})

test('[T8] options leave just in time for each page: earlier for one whose round trips vary', () => {
  const { pass, open, follow } = room()
  const near = open('an', 20)
  const far = open('binh', 800)
  const unknown = open('chi', null)
  pass(10_000)
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(3_000)
  // 120 ms and half a round trip; 300 ms where nothing is known.
  expect(near.seen.options).toEqual([10_000 + 3_000 - 130])
  expect(far.seen.options).toEqual([10_000 + 3_000 - 520])
  expect(unknown.seen.options).toEqual([10_000 + 3_000 - 300])
})

test('[T8, A5] a lead that is cut takes the options along, and a question that is over takes them back', () => {
  const { pass, open, follow } = room()
  const { seen } = open('an', 20)
  pass(2_000)
  follow({ running: true, ahead: ahead(5_000) }, 0)
  pass(1_000)
  follow({ running: true, ahead: ahead(2_000) }, 1_000)
  pass(1_000)
  expect(seen.options).toEqual([2_000 + 2_000 - 130])
  follow({ running: true, ahead: ahead(9_000) }, 5_000)
  follow({ running: false, ahead: null }, 6_000)
  pass(9_000)
  expect(seen.options).toHaveLength(1)
})

test('[T8] a page that comes while the options are on their way to the others gets them at once', () => {
  const { pass, open, follow } = room()
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(2_900)
  expect(open('an', 20).seen.options).toEqual([])
  pass(0)
  const { seen } = open('binh', 20)
  pass(1)
  expect(seen.options).toEqual([2_900])
})

test('[T2] the pong behind the options proves when they were there, on the contest clock', () => {
  const { links, pass, open, follow } = room()
  const { link } = open('an', 40)
  pass(10_000)
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(4_000)
  const sentAt = 3_000 - 140
  expect(links.pressEvidence({ ...asked, link, contestNow: 4_000 }).deliveredAt).toBe(sentAt + 20)
  expect(links.pressEvidence({ ...asked, openingId: 'c.2', link, contestNow: 4_000 }).deliveredAt).toBeNull()
})

test('[T3] a reload keeps the first proof; a page that came after T0 proves nothing', () => {
  const { links, pass, open, follow } = room()
  const first = open('an', 40)
  pass(10_000)
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(3_500)
  first.link.close()
  const second = open('an', 400)
  const late = open('binh', 40)
  pass(2_000)
  expect(links.pressEvidence({ ...asked, link: second.link, contestNow: 5_500 }).deliveredAt).toBe(2_880)
  const other = { ...asked, memberId: 'binh', link: late.link, contestNow: 5_500 }
  expect(links.pressEvidence(other).deliveredAt).toBeNull()
})

test('[T7] an answer on the socket is held against its own pings, one by another way against the last page heard of', () => {
  const { links, pass, open, follow } = room()
  const { link } = open('an', 40)
  follow({ running: true, ahead: null }, 0)
  pass(10_000)
  const onSocket = links.pressEvidence({ ...asked, link, contestNow: 1_000 })
  expect(onSocket.link).toMatchObject({ roundTripMillis: 40, excessMillis: 44, provenAfter: 726, connectedAt: -9_000 })
  const posted = links.pressEvidence({ ...asked, link: null, contestNow: 1_000 })
  expect(posted.link).toMatchObject({ roundTripMillis: 40, excessMillis: 44, provenAfter: null, connectedAt: null })
  link.close()
  expect(links.pressEvidence({ ...asked, link: null, contestNow: 1_000 }).link).toBeNull()
})

test('[T8, T1] a standstill makes timers due, and sends no options before the contest clock is there', () => {
  const { pass, open, follow, standStill } = room()
  const { seen } = open('an', 40)
  follow({ running: true, ahead: ahead(10_000) }, 0)
  pass(5_000)
  standStill(8_000)
  pass(1)
  expect(seen.options).toEqual([])
  pass(20_000)
  expect(seen.options).toHaveLength(1)
  expect(seen.options[0]).toBeGreaterThanOrEqual(8_000 + 9_400)
})

test('[T3] who was there before T0 and lost the connection proves on the next one when the options came', () => {
  const { links, pass, open, follow } = room()
  const first = open('an', null)
  follow({ running: true, ahead: ahead(3_000) }, 0)
  pass(2_800)
  first.link.close()
  pass(1_500)
  const { link } = open('an', 40)
  pass(500)
  expect(links.pressEvidence({ ...asked, link, contestNow: 4_800 }).deliveredAt).toBe(4_300 + 20)
})
