import { expect, test } from 'vitest'
import { runSwarm } from './swarm.ts'

/** The real product several times over: `KHAC_SAU_SWARM=0` leaves it out, for a quick run. */
const isWanted = process.env['KHAC_SAU_SWARM'] !== '0'

test.runIf(isWanted)(
  '[A4, A2, GA1, GA3] three kills and an outage in a contest of twenty phones: nothing lost, nothing doubled',
  async () => {
    const told: string[] = []
    const [figures] = await runSwarm({
      kills: 3,
      blackouts: 1,
      phones: 20,
      seed: 42,
      questionsPerContest: 3,
      secondsPerQuestion: 5,
      longestOutageMillis: 6_000,
      delayMillis: 20,
      tell: (line) => told.push(line),
      onContest: () => {},
    })

    expect(figures).toMatchObject({ kills: 3, outages: 1, findings: [], hanging: [] })
    expect(figures?.acked).toBe(figures?.submitted)
    expect(figures?.inOutage.stored).toBe(figures?.inOutage.submitted)
  },
  180_000,
)
