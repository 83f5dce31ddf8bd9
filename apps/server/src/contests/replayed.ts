import { type ContestLog, contestRepository, type Store } from '@khac-sau/database'
import { type Contest, evolveAll, newContest } from '@khac-sau/engine'

/** A contest that was opened, as its log says it went; `seal` is the chain of what its result rests on. */
export async function replayed(
  store: Store,
  contestLog: ContestLog,
  cellId: string,
  contestId: string,
): Promise<{ readonly contest: Contest; readonly seal: string }> {
  const frozen = await contestRepository(store).content(cellId, contestId)
  if (!frozen) throw new Error(`contest ${contestId} was opened and has no content`)
  const { events, seal } = await contestLog.read(contestId)
  return { contest: evolveAll(newContest(contestId, frozen.content), events), seal }
}
