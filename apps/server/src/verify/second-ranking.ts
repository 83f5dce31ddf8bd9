import { z } from 'zod'
import { type Asking, type Ledger, type Person, replayRows, type StoredRow } from './second-replay.ts'

/** A score without any rounding: `points / outOf` of a point (C4). */
export type ExactScore = { readonly points: bigint; readonly outOf: bigint }

export type SecondPlace = {
  readonly tookPart: boolean
  readonly right: number
  readonly totalMillis: number
  /** By how much the total may be wrong (T11). */
  readonly doubtMillis: number
  readonly score: ExactScore
  /** `null` for who did not take part, is *không xếp hạng* (R5), or had extra time (A9). */
  readonly rank: number | null
}

/** By member. */
export type SecondRanking = ReadonlyMap<string, SecondPlace>

/** C1–C5, A2, A3, A9, R1–R6 once more, from the stored rows and the frozen content alone. */
export function secondRanking(contentBody: string, rows: readonly StoredRow[]): SecondRanking {
  return rankingOf(contentBody, replayRows(rows))
}

export function rankingOf(contentBody: string, ledger: Ledger): SecondRanking {
  const content = ofContent.parse(JSON.parse(contentBody))
  const counting = countingQuestions(content, ledger)
  const outOf = ledger.over ? counting.length : content.questions.length - ledger.voided.size
  const standings = new Map<string, Standing>()
  for (const [memberId, person] of ledger.people) {
    const { right, totalMillis, doubtMillis } = tallyOf(memberId, person.percent, counting)
    const score = exactScore(content.settings.maximumScore, right, outOf)
    standings.set(memberId, { tookPart: person.tookPart && !person.isOut, right, totalMillis, doubtMillis, score })
  }
  const ranking = new Map<string, SecondPlace>()
  for (const [memberId, standing] of standings) {
    ranking.set(memberId, { ...standing, rank: rankOf(standing, memberId, standings, ledger.people) })
  }
  if (!content.settings.strictOrder) shareFirst(ranking)
  return ranking
}

/** Score against score by cross-multiplication: exact, whatever they are out of. */
export function compareScores(one: ExactScore, other: ExactScore): -1 | 0 | 1 {
  const [left, right] = [one.points * other.outOf, other.points * one.outOf]
  if (left === right) return 0
  return left < right ? -1 : 1
}

type Standing = Omit<SecondPlace, 'rank'>
type Counting = { readonly asking: Asking; readonly key: ReadonlySet<number>; readonly allottedMillis: number }
type Content = z.infer<typeof ofContent>

const ofContent = z.object({
  settings: z.object({
    maximumScore: z.int(),
    secondsPerQuestion: z.number(),
    // Before there was a choice, recorded time decided.
    strictOrder: z.boolean().default(true),
  }),
  questions: z.array(z.object({ right: z.array(z.int()), seconds: z.number().nullable() })),
})

/** Asked, closed, not voided (R6); each with the key that counts now. */
function countingQuestions({ questions, settings }: Content, { askings, voided, corrections }: Ledger): Counting[] {
  const counting: Counting[] = []
  for (const asking of askings.values()) {
    const { question: index } = asking
    if (index === null || !asking.scored || !asking.done || voided.has(index)) continue
    const question = questions[index]
    if (!question) throw new Error(`the content has no question ${index}`)
    const key = new Set(corrections.get(index) ?? question.right)
    counting.push({ asking, key, allottedMillis: 1000 * (question.seconds ?? settings.secondsPerQuestion) })
  }
  return counting
}

function tallyOf(
  memberId: string,
  percent: number,
  counting: readonly Counting[],
): Pick<SecondPlace, 'right' | 'totalMillis' | 'doubtMillis'> {
  let right = 0
  let totalMillis = 0
  let cutMillis = 0
  for (const { asking, key, allottedMillis } of counting) {
    const answer = asking.answers.get(memberId)
    if (answer && isKey(key, answer.options)) right += 1
    // R2, A9: who did not answer is charged the full time, the whole of their own.
    if (!asking.timed) continue
    totalMillis += answer ? answer.millis : (allottedMillis / 100) * percent
    cutMillis += answer ? answer.doubtMillis : 0
  }
  // T11: 150 ms, and what presses were cut by, up to 1,200 ms.
  return { right, totalMillis, doubtMillis: 150 + (cutMillis > 1_200 ? 1_200 : cutMillis) }
}

/** C2: all or nothing. */
function isKey(key: ReadonlySet<number>, chosen: readonly number[]): boolean {
  const rest = new Set(key)
  for (const option of chosen) if (!rest.delete(option)) return false
  return rest.size === 0
}

/** C4: with every question voided nobody has earned anything. */
function exactScore(maximumScore: number, right: number, outOf: number): ExactScore {
  if (outOf === 0) return { points: 0n, outOf: 1n }
  return { points: BigInt(maximumScore) * BigInt(right), outOf: BigInt(outOf) }
}

/** R3 without any sorting: one more than there are people who stand above. */
function rankOf(
  own: Standing,
  memberId: string,
  standings: ReadonlyMap<string, Standing>,
  people: ReadonlyMap<string, Person>,
): number | null {
  const competes = (id: string, { tookPart }: Standing) => {
    const person = people.get(id)
    return tookPart && person?.ranked === true && person.percent === 100
  }
  if (!competes(memberId, own)) return null
  let above = 0
  for (const [otherId, other] of standings) {
    if (competes(otherId, other) && standsAbove(other, own)) above += 1
  }
  return above + 1
}

/**
 * R4: whoever has the top score, and a time that could be the fastest's own, is first as well; and whoever has a time
 * between such two.
 */
function shareFirst(ranking: Map<string, SecondPlace>): void {
  const placed = [...ranking.values()].filter(({ rank }) => rank !== null)
  const firsts = placed.filter(({ rank }) => rank === 1)
  const [fastest] = firsts
  if (!fastest) return
  const doubtOfFastest = Math.max(...firsts.map(({ doubtMillis }) => doubtMillis))
  const level = placed.filter(({ score }) => compareScores(score, fastest.score) === 0)
  const slowest = Math.max(
    ...level.flatMap(({ totalMillis, doubtMillis }) =>
      totalMillis - fastest.totalMillis <= doubtOfFastest + doubtMillis ? [totalMillis] : [],
    ),
  )
  for (const [memberId, place] of ranking) {
    const isLevel = place.rank !== null && compareScores(place.score, fastest.score) === 0
    if (isLevel && place.totalMillis <= slowest) ranking.set(memberId, { ...place, rank: 1 })
  }
}

/** R1, then R2. */
function standsAbove(one: Standing, other: Standing): boolean {
  const order = compareScores(one.score, other.score)
  return order > 0 || (order === 0 && one.totalMillis < other.totalMillis)
}
