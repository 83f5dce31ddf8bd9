import { expect, test } from 'vitest'
import { accuracy } from './accuracy.ts'
import { cheating } from './cheating.ts'
import { clocks } from './clocks.ts'
import { faults } from './faults.ts'
import { groups } from './groups.ts'
import { reportOf, secrecyRows } from './report.ts'
import { createVirtualTime } from './virtual-time.ts'

const silent = () => {}

test('virtual time goes from event to event, in order, and waits for promises', async () => {
  const time = createVirtualTime()
  const seen: string[] = []
  time.at(20, () => void Promise.resolve().then(() => seen.push(`promise ${time.now()}`)))
  time.at(20, () => seen.push('second'))
  time.at(10, () => seen.push('first'))
  time.at(15, () => seen.push('never'))()
  expect(await time.runUntil(() => seen.length === 3, 1_000)).toBe(true)
  expect(seen).toEqual(['first', 'promise 20', 'second'])
  expect(await time.runUntil(() => false, 1_000)).toBe(false)
})

test('[GA6, GB5] contests with everything that may go wrong break nothing, and play again byte for byte', async () => {
  const trial = await faults(42, 40, silent)
  expect(reportOf([trial, { ...trial, rows: secrecyRows([trial]) }])).not.toContain('MISSED')
}, 60_000)

test('[GB4] an edited script gains little, and whoever holds pongs back is flagged', async () => {
  expect(reportOf([await cheating(42, 1, silent)])).not.toContain('MISSED')
}, 60_000)

test('[GB7] stepped clocks and sleeping phones move no response time', async () => {
  expect(reportOf([await clocks(42, 1, silent)])).not.toContain('MISSED')
}, 60_000)

/** Too few answers for the bars of the long run: an order of magnitude, so that a mistake shows. */
test('[GB1, GB6] recorded times are near the true ones, whatever the network', async () => {
  const trial = await accuracy([42], 1, silent)
  expect(trial.findings).toEqual([])
  const error = trial.rows.find(({ what }) => what.startsWith('error of a response time'))?.measured ?? ''
  const [p95 = Infinity, p99 = Infinity] = [...error.matchAll(/(\d+) ms/g)].map(([, millis]) => Number(millis))
  // The bar of p99 is for thousands of answers; of these four hundred it is the fourth worst.
  expect(p95).toBeLessThanOrEqual(25)
  expect(p99).toBeLessThanOrEqual(1_000)
  expect(reportOf([await groups(42, 10, silent)])).not.toContain('MISSED')
}, 60_000)
