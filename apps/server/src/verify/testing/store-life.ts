import { contestRepository, type Database, newId } from '@khac-sau/database'
import { freezeWithNewCodes } from '../../contests/room-code.ts'
import { seededRandom } from '../../demo/random.ts'
import { settledResults } from '../../rooms/settled-results.ts'
import { randomContent } from './random-content.ts'
import { type Life, randomLife } from './random-life.ts'

/** A random contest as a server would have left it: content, log, and what is derived from it. */
export async function storeLife({ store, contestLog }: Database, cellId: string, seed: number) {
  const random = seededRandom(seed)
  const content = randomContent(random)
  const contestId = newId()
  await contestRepository(store).create(cellId, { id: contestId, ...content, draft: content.questions, createdAtMs: 1 })
  const frozen = await freezeWithNewCodes(store, cellId, contestId, { content, frozenAtMs: 2, revision: 1 })
  if (!frozen.ok) throw new Error(frozen.refusal)
  const life: Life = randomLife(contestId, content, frozen.value.contentHash, random)
  const appended = await contestLog.append(contestId, 0, life.events)
  if (appended.outcome !== 'stored') throw new Error(appended.outcome)
  await settledResults(store, () => 3).bringUpToDate(cellId, life.contest, appended.lastSeq)
  return { contestId, life, head: appended.head }
}
