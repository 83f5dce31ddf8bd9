import type { Database } from '@khac-sau/database'
import { readStoredContests } from './stored-contests.ts'
import { type Verdict, verifyContest } from './verify-contest.ts'

export type Verifying = {
  readonly database: Database
  /** Resolves after a moment in which a server that runs beside can write what it is about to. */
  readonly moment: () => Promise<void>
}

/**
 * `wanted` as for `readStoredContests`; empty when nothing is called so. A contest that is being settled just now is
 * seen between two writes, so what differs is looked at a second time.
 */
export async function verifyContests({ database, moment }: Verifying, wanted?: string): Promise<readonly Verdict[]> {
  const verdicts = await verdictsOn(database, wanted)
  if (verdicts.every(({ ok }) => ok)) return verdicts
  await moment()
  return verdictsOn(database, wanted)
}

async function verdictsOn(database: Database, wanted: string | undefined): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = []
  for (const stored of await readStoredContests(database.store, wanted)) {
    verdicts.push(await verifyContest(database, stored))
  }
  return verdicts
}
