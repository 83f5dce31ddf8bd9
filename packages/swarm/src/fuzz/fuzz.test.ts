import { expect, test } from 'vitest'
import { fuzz, growthOf, mostGrowth } from './fuzzing.ts'

/** `npm run fuzz` for more. The real product once more: `KHAC_SAU_SWARM=0` leaves it out, for a quick run. */
const isWanted = process.env['KHAC_SAU_SWARM'] !== '0'

test.runIf(isWanted)(
  '100,000 malformed messages and requests: no crash, nothing is kept of them, every answer that is owed is given, a contest beside them is right',
  async () => {
    const { sent, crashes, unanswered, faults, memory, contests } = await fuzz({
      messages: 100_000,
      seed: 42,
      parts: 2,
      tell: () => {},
    })

    expect(sent).toBeGreaterThanOrEqual(100_000)
    expect({ crashes, unanswered, faults }).toEqual({ crashes: 0, unanswered: [], faults: [] })
    const growth = growthOf(memory)
    expect(growth?.heldEach, JSON.stringify(memory)).toBeLessThan(mostGrowth.heldEach)
    expect(growth?.resident, JSON.stringify(memory)).toBeLessThan(mostGrowth.resident)
    expect(contests).toMatchObject({ findings: [], hanging: [] })
    expect(contests.acked).toBeGreaterThan(0)
  },
  600_000,
)
