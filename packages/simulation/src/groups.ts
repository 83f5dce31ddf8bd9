import { range, sumOf } from './numbers.ts'
import { type PhonePlan, playContest } from './play.ts'
import { createTally, percent, row, type Tell, type Trial } from './trial.ts'
import { ablePhone, evening } from './worlds.ts'

/** GB6: two groups of equal skill, one near and one far away, and who of them is first. */
export async function groups(seed: number, contests: number, tell: Tell): Promise<Trial> {
  const tally = createTally()
  let nearFirsts = 0
  for (const index of range(contests)) {
    const own = seed * 100_000 + index
    const played = await playContest({ ...short, seed: own, phones: crowdOf(own) })
    tally.add(own, played)
    const totals = [...played.answersByMember.values()].map((answers) =>
      sumOf(answers.map((one) => one.responseMillis)),
    )
    const [fastest] = [...range(totals.length)].sort((a, b) => (totals[a] ?? 0) - (totals[b] ?? 0))
    if ((fastest ?? 0) % 2 === 0) nearFirsts += 1
    if ((index + 1) % 500 === 0) tell(`groups: ${index + 1} of ${contests} contests`)
  }
  // What chance alone may do in fewer contests than the bar is for.
  const allowed = Math.max(0.02, 1.3 / Math.sqrt(contests))
  const isMet = Math.abs(nearFirsts / contests - 0.5) <= allowed
  const measured = `${percent(nearFirsts, contests)} (of ${contests})`
  return tally.trial([
    row('firsts of those at RTT 20, others at 800', measured, `50 ± ${(100 * allowed).toFixed(1)} %`, isMet),
  ])
}

const short = { ...evening, questions: 3, lobbyMillis: 21_000, oneTap: true }

function crowdOf(seed: number): readonly PhonePlan[] {
  return range(4).map((index) => {
    const roundTripMillis = index % 2 === 0 ? 20 : 800
    return ablePhone(seed, index, {
      roundTripMillis,
      downShare: 0.5,
      jitterMillis: 5 + 0.07 * roundTripMillis,
      loss: 0.01,
    })
  })
}
