import { expect, test } from 'vitest'
import { createPaintLead } from './paint-lead.ts'

function slowPage() {
  let now = 1_000
  const lead = createPaintLead(() => now)
  let opening = 0
  return {
    lead,
    /** The options of another question, on the screen so long after they were due to be begun. */
    show(millis: number) {
      opening += 1
      lead.begun(`c.${opening}`, now)
      now += millis
      lead.painted()
    },
    pass: (millis: number) => void (now += millis),
  }
}

test('[T2] a page begins as much earlier as it took at best of late, and not at all before it knows', () => {
  const { lead, show } = slowPage()
  expect(lead.millis()).toBe(0)
  show(60)
  expect(lead.millis()).toBe(60)
  for (const millis of [40, 70, 80, 70]) show(millis)
  expect(lead.millis()).toBe(40)
  show(75)
  expect(lead.millis()).toBe(70)
})

test('[T8] never more than 100 ms, and what a page out of sight took is forgotten', () => {
  const { lead, show } = slowPage()
  show(4_000)
  expect(lead.millis()).toBe(0)
  show(300)
  expect(lead.millis()).toBe(100)
})

test('one opening is measured once, from its first beginning', () => {
  const { lead, show, pass } = slowPage()
  show(50)
  lead.begun('c.1', 0)
  pass(10)
  lead.painted()
  expect(lead.millis()).toBe(50)
})
