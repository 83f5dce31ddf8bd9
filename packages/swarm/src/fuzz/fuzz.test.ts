import { expect, test } from 'vitest'
import { fuzz } from './fuzzing.ts'

/** `npm run fuzz` for more. The real product once more: `KHAC_SAU_SWARM=0` leaves it out, for a quick run. */
const isWanted = process.env['KHAC_SAU_SWARM'] !== '0'

test.runIf(isWanted)(
  '100,000 malformed messages and requests: no crash, every answer that is owed is given, a contest beside them is right',
  async () => {
    const { sent, crashes, unanswered, faults, contests } = await fuzz({
      messages: 100_000,
      seed: 42,
      tell: () => {},
    })

    expect(sent).toBeGreaterThanOrEqual(100_000)
    expect({ crashes, unanswered, faults }).toEqual({ crashes: 0, unanswered: [], faults: [] })
    expect(contests).toMatchObject({ findings: [], hanging: [] })
    expect(contests.acked).toBeGreaterThan(0)
  },
  600_000,
)
