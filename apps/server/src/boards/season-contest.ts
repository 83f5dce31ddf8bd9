import type { SeasonContest as StoredContest } from '@khac-sau/database'
import type { SeasonContest } from '@khac-sau/engine'

/** A settled contest as the season's arithmetic takes it. */
export function seasonContest(
  stored: Pick<StoredContest, 'contestId' | 'month' | 'settings' | 'results'>,
): SeasonContest {
  const { contestId, month, settings, results } = stored
  return { contestId, month, fullMillis: results[0]?.fullMillis ?? 0, strictOrder: settings.strictOrder, rows: results }
}
