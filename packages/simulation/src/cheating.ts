import { timingFlags } from '@khac-sau/engine'
import type { Cheat } from './cheat.ts'
import { quantile, range, sumOf } from './numbers.ts'
import { type PhonePlan, playContest, type Played } from './play.ts'
import { createTally, figure, percent, type Row, row, type Tell, type Trial } from './trial.ts'
import { ablePhone, evening, lanShape } from './worlds.ts'

type Scheme = {
  readonly name: string
  readonly cheat: Cheat
  /** In all ten questions together. */
  readonly mostGainMillis: number | null
  readonly leastFlagged: number | null
}

const edited: Cheat = { pressEarlierMillis: 5_000, paintLaterMillis: 5_000 }

const schemes: readonly Scheme[] = [
  { name: 'honest', cheat: {}, mostGainMillis: null, leastFlagged: null },
  { name: 'edited script', cheat: edited, mostGainMillis: 600, leastFlagged: null },
  {
    name: 'blackout at the reveal',
    cheat: { blackoutMillis: 3_000, paintLaterMillis: 5_000 },
    mostGainMillis: 2_500,
    leastFlagged: null,
  },
  {
    name: 'blackout at the reveal and edited script',
    cheat: { ...edited, blackoutMillis: 3_000 },
    mostGainMillis: null,
    leastFlagged: null,
  },
  {
    name: 'pongs 775 ms late',
    cheat: { ...edited, pongDelayMillis: 775 },
    mostGainMillis: null,
    leastFlagged: 0.99,
  },
  {
    name: 'stalls of 3 s that end at each press',
    cheat: { ...edited, stallMillis: 3_000 },
    mostGainMillis: null,
    leastFlagged: null,
  },
]

/** GB4: everyone in these rooms sits on a LAN and cheats in the same way, each for themselves. */
export async function cheating(seed: number, contests: number, tell: Tell): Promise<Trial> {
  const tally = createTally()
  const rows: Row[] = []
  for (const scheme of schemes) {
    const gains: number[] = []
    let flagged = 0
    const codes = new Map<string, number>()
    for (const index of range(contests)) {
      const own = seed * 100_000 + index
      const phones = range(crowd).map((phone) => cheatingPhone(own, phone, scheme.cheat))
      const played = await playContest({ ...evening, seed: own, phones, isKernelAsked: true })
      tally.add(own, played)
      for (const answers of played.answersByMember.values()) {
        const flags = timingFlags(answers)
        if (flags.length > 0) flagged += 1
        for (const flag of flags) codes.set(flag, (codes.get(flag) ?? 0) + 1)
      }
      gains.push(...gainsOf(played))
    }
    rows.push(...rowsOf(scheme, gains, flagged, contests * crowd, codes))
    tell(`cheating: ${scheme.name}`)
  }
  return tally.trial(rows)
}

const crowd = 10

/** Who cuts the own link waits until it is back: an answer that is under way meanwhile only loses time. */
function cheatingPhone(seed: number, index: number, cheat: Cheat): PhonePlan {
  const phone = ablePhone(seed, index, lanShape, cheat)
  const leastMillis = cheat.blackoutMillis === undefined ? 0 : cheat.blackoutMillis + 500
  return {
    ...phone,
    human(question) {
      const intention = phone.human(question)
      return { ...intention, reactionMillis: Math.max(intention.reactionMillis, leastMillis) }
    },
  }
}

function gainsOf({ answersByMember }: Played): readonly number[] {
  return [...answersByMember.values()].flatMap((answers) =>
    answers.length === evening.questions
      ? [sumOf(answers.map(({ trueMillis, responseMillis }) => trueMillis - responseMillis))]
      : [],
  )
}

function rowsOf(
  { name, mostGainMillis, leastFlagged }: Scheme,
  gains: readonly number[],
  flagged: number,
  members: number,
  codes: ReadonlyMap<string, number>,
): readonly Row[] {
  const [median, p95] = [quantile(gains, 0.5), quantile(gains, 0.95)]
  const measured = `median ${seconds(median)}, p95 ${seconds(p95)} (of ${gains.length})`
  const gain = `gain in 10 questions on a LAN, ${name}`
  const why = [...codes].map(([code, count]) => `${code} ${percent(count, members, 0)}`).join(', ')
  const flags = `${percent(flagged, members, 1)}${why ? `: ${why}` : ''}`
  return [
    mostGainMillis === null
      ? figure(gain, measured)
      : row(gain, measured, `median ≤ ${seconds(mostGainMillis)}`, median <= mostGainMillis),
    leastFlagged === null
      ? figure(`flagged, ${name}`, flags)
      : row(`flagged, ${name}`, flags, `≥ ${100 * leastFlagged} %`, flagged >= leastFlagged * members),
  ]
}

function seconds(value: number): string {
  return `${(value / 1_000).toFixed(2)} s`
}
