import { contestRepository, type Database, newId, resultRepository } from '@khac-sau/database'
import { defaultSettings, type Month, type RosterEntry } from '@khac-sau/engine'
import { freezeWithNewCodes } from '../contests/room-code.ts'
import { settledResults } from '../rooms/settled-results.ts'
import { type Player, playContest } from '../demo/play-contest.ts'
import { seededRandom } from '../demo/random.ts'
import { sampleQuestion } from './test-server.ts'

type Cast = { readonly month: Month; readonly roster: readonly RosterEntry[]; readonly players: readonly Player[] }

/** A contest that was really played: its log is true and its result is the log's. */
export async function settleContest(
  { store, contestLog }: Database,
  cell: { readonly id: string; readonly accountId: string },
  { month, roster, players }: Cast,
) {
  const contestId = newId()
  const content = { title: `Kỳ thi ${month}`, month, settings: defaultSettings, questions: questions() }
  const contests = contestRepository(store)
  await contests.create(cell.id, { id: contestId, ...content, draft: content.questions, createdAtMs: 4 })
  const frozen = await freezeWithNewCodes(store, cell.id, contestId, { content, frozenAtMs: 5, revision: 1 })
  if (!frozen.ok) throw new Error(frozen.refusal)
  const { contest, events } = playContest({
    contestId,
    content,
    contentHash: frozen.value.contentHash,
    roster,
    players,
    hostAccountId: cell.accountId,
    bootId: 'boot',
    wallMillis: 6,
    random: seededRandom(7),
  })
  const appended = await contestLog.append(contestId, 0, events)
  if (appended.outcome !== 'stored') throw new Error(appended.outcome)
  await settledResults(store, () => 7).bringUpToDate(cell.id, contest, appended.lastSeq)
  const { results } = await resultRepository(store).ofContest(cell.id, contestId)
  return { contestId, results }
}

function questions() {
  return [1, 2, 3].map((number) => ({ ...sampleQuestion, stem: `${sampleQuestion.stem} (${number})` }))
}
