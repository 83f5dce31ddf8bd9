import { canonicalJson } from '@khac-sau/database'
import { contestResult, evolveAll, newContest } from '@khac-sau/engine'
import { seededRandom } from '../../demo/random.ts'
import { differencesOfRankings, type ValueDifference } from '../compare-results.ts'
import { secondRanking } from '../second-ranking.ts'
import { randomContent } from './random-content.ts'
import { randomLife } from './random-life.ts'
import { rowsOf } from './rows-of.ts'

export type ComparedLife = {
  readonly differences: readonly ValueDifference[]
  /** What the life was about: kinds of events, and of results. */
  readonly reached: ReadonlySet<string>
  readonly eventCount: number
}

/** One random contest, ranked twice. The same seed gives the same contest. */
export function compareLife(seed: number): ComparedLife {
  const random = seededRandom(seed)
  const content = randomContent(random)
  const contestId = `contest-${seed}`
  const { events } = randomLife(contestId, content, 'hash', random)
  const contest = evolveAll(newContest(contestId, content), events)
  const result = contestResult(contest)
  const reached = new Set<string>(events.map(({ type }) => type))
  const ranks = result.rows.flatMap(({ rank }) => (rank === null ? [] : [rank]))
  if (new Set(ranks).size < ranks.length) reached.add('a shared rank')
  if (
    result.rows
      .filter(({ rank }) => rank === 1)
      .some(({ totalMillis }, _, [first]) => totalMillis !== first?.totalMillis)
  ) {
    reached.add('joint first within the error')
  }
  if (result.rows.some((row) => row.tookPart && row.timePercent > 100)) reached.add('somebody with extra time')
  const answeredWarmUp = [...contest.sheets.values()].some(
    ({ purpose, answersByMember }) => purpose === 'warm-up' && answersByMember.size > 0,
  )
  if (answeredWarmUp && ranks.length > 0) reached.add('an answered warm-up')
  if (contest.voided.size === content.questions.length) reached.add('every question voided')
  if (result.questionsCounted > 10) reached.add('more than ten questions')
  return {
    differences: differencesOfRankings(result, secondRanking(canonicalJson(content), rowsOf(events))),
    reached,
    eventCount: events.length,
  }
}
