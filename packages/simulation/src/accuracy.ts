import { type MemberId, rankContest, type Millis, timingFlags } from '@khac-sau/engine'
import { quantile, range, sumOf } from './numbers.ts'
import { playContest, type Played } from './play.ts'
import { createTally, figure, millis, percent, type Row, row, type Tell, type Trial } from './trial.ts'
import { evening, mixedCrowd } from './worlds.ts'

type Total = { readonly memberId: MemberId; readonly recorded: Millis; readonly real: Millis; readonly clamped: Millis }

/** GB1, R4: how near recorded times come to what was really so, and what that means for the order. */
export async function accuracy(seeds: readonly number[], contestsEach: number, tell: Tell): Promise<Trial> {
  const tally = createTally()
  const rows: Row[] = []
  const contests: (readonly Total[])[] = []
  const peeks: Millis[] = []
  let flagged = 0
  let members = 0
  for (const seed of seeds) {
    const errors: Millis[] = []
    const ordered = { pairs: 0, wrong: 0 }
    for (const index of range(contestsEach)) {
      const own = seed * 100_000 + index
      const played = await playContest({ ...evening, seed: own, phones: mixedCrowd(own, crowd), isKernelAsked: true })
      tally.add(own, played)
      const answers = [...played.answersByMember.values()]
      errors.push(...answers.flat().map(({ responseMillis, trueMillis }) => Math.abs(responseMillis - trueMillis)))
      peeks.push(...answers.flat().map(({ peekMillis }) => peekMillis))
      flagged += answers.filter((own) => timingFlags(own).length > 0).length
      members += answers.length
      const totals = totalsOf(played)
      contests.push(totals)
      countPairs(totals, ordered)
      tell(`accuracy, seed ${seed}: ${index + 1} of ${contestsEach} contests`)
    }
    rows.push(...rowsOf(seed, errors, ordered))
  }
  rows.push(row('honest phones flagged', percent(flagged, members), '≤ 0.5 %', flagged <= 0.005 * members))
  rows.push(
    figure(
      'options on a phone before T0, p50 and p95',
      [0.5, 0.95].map((part) => millis(quantile(peeks, part))).join(', '),
    ),
  )
  return tally.trial([...rows, ...jointFirsts(contests)])
}

const crowd = 40

function rowsOf(
  seed: number,
  errors: readonly Millis[],
  { pairs, wrong }: { pairs: number; wrong: number },
): readonly Row[] {
  const [p95, p99] = [quantile(errors, 0.95), quantile(errors, 0.99)]
  const measured = `${millis(p95)}, ${millis(p99)} (of ${errors.length})`
  return [
    row(`error of a response time, p95 and p99, seed ${seed}`, measured, '≤ 25, ≤ 200 ms', p95 <= 25 && p99 <= 200),
    row(
      `pairs 300–500 ms apart in wrong order, seed ${seed}`,
      `${percent(wrong, pairs)} (of ${pairs})`,
      '≤ 2 %',
      wrong <= 0.02 * pairs,
    ),
  ]
}

/** Of those who answered everything in time: only of them is the true total known. */
function totalsOf({ answersByMember }: Played): readonly Total[] {
  return [...answersByMember].flatMap(([memberId, answers]) => {
    if (answers.length !== evening.questions) return []
    const recorded = sumOf(answers.map(({ responseMillis }) => responseMillis))
    const real = sumOf(answers.map(({ trueMillis }) => trueMillis))
    return [{ memberId, recorded, real, clamped: sumOf(answers.map(({ errorMillis }) => errorMillis)) }]
  })
}

function countPairs(totals: readonly Total[], counted: { pairs: number; wrong: number }): void {
  for (const [index, one] of totals.entries()) {
    for (const other of totals.slice(index + 1)) {
      const gap = one.real - other.real
      if (Math.abs(gap) < 300 || Math.abs(gap) > 500) continue
      counted.pairs += 1
      if ((one.recorded - other.recorded) * gap <= 0) counted.wrong += 1
    }
  }
}

/** T11: what is added for what presses were clamped by, at most; the rule's own first. */
const caps: readonly (readonly [string, (clamped: Millis) => Millis])[] = [
  ['150 ms + at most 1,200 (T11)', (clamped) => 150 + Math.min(clamped, 1_200)],
  ['150 ms + at most 600', (clamped) => 150 + Math.min(clamped, 600)],
  ['150 ms + at most 2,400', (clamped) => 150 + Math.min(clamped, 2_400)],
  ['150 ms + all', (clamped) => 150 + clamped],
  ['150 ms', () => 150],
  ['300 ms', () => 300],
]

function jointFirsts(contests: readonly (readonly Total[])[]): readonly Row[] {
  return caps.map(([name, errorOf]) => {
    let fired = 0
    let wrong = 0
    let missed = 0
    for (const totals of contests) {
      const standings = totals.map((total) => ({
        ...total,
        scoreUnits: 0,
        totalMillis: total.recorded,
        errorMillis: errorOf(total.clamped),
      }))
      const firsts = rankContest(standings, false).filter(({ rank }) => rank === 1)
      const fastest = Math.min(...totals.map(({ recorded }) => recorded))
      const [really] = [...totals].sort((a, b) => a.real - b.real)
      if (firsts.length > 1) fired += 1
      if (!really || really.recorded === fastest) continue
      wrong += 1
      if (!firsts.some(({ memberId }) => memberId === really.memberId)) missed += 1
    }
    const measured = `joint in ${percent(fired, contests.length, 1)}; ${missed} of ${wrong} wrong firsts missed`
    return figure(`joint firsts (R4), error ${name}`, `${measured} (${contests.length} contests)`)
  })
}
