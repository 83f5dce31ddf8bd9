import { type ContestLog, contestRepository, resultRepository, type Store } from '@khac-sau/database'
import { contestResult, type MemberId, type Month } from '@khac-sau/engine'
import { replayed } from '../contests/replayed.ts'

export type PlayedContest = {
  readonly contestId: string
  readonly month: Month
  readonly title: string
  readonly rows: readonly { readonly memberId: MemberId; readonly tookPart: boolean }[]
}

/** Every contest that is over, the oldest first: settled ones by their stored result, others as their log says. */
export async function playedContests(store: Store, contestLog: ContestLog, cellId: string): Promise<PlayedContest[]> {
  const over = (await contestRepository(store).list(cellId)).filter(
    ({ stage }) => stage === 'finished' || stage === 'settled',
  )
  const played = over.map(async ({ id, month, title, stage }) => {
    const rows =
      stage === 'settled'
        ? (await resultRepository(store).ofContest(cellId, id)).results
        : contestResult((await replayed(store, contestLog, cellId, id)).contest).rows
    return { contestId: id, month, title, rows }
  })
  return (await Promise.all(played)).reverse()
}
