import { memberMergeRepository, memberRepository, type SeasonContest, type Store } from '@khac-sau/database'
import { type MemberId, mergedRows, personOf, type PersonOf } from '@khac-sau/engine'
import { displayNames } from './display-names.ts'

/** S4: whose the ids of the cell's logs and results are. */
export async function personsOf(store: Store, cellId: string): Promise<PersonOf> {
  return personOf(await memberMergeRepository(store).list(cellId))
}

/** All entries that are this person's, their own first. */
export async function entriesOf(store: Store, cellId: string, memberId: MemberId): Promise<readonly MemberId[]> {
  const merges = await memberMergeRepository(store).list(cellId)
  const person = personOf(merges)
  return [memberId, ...merges.map((merge) => merge.memberId).filter((id) => person(id) === memberId)]
}

/** How everybody is called whom logs and results may name: a merged entry as whose it is. */
export async function namesOf(store: Store, cellId: string): Promise<ReadonlyMap<MemberId, string>> {
  const person = await personsOf(store, cellId)
  const names = displayNames(await memberRepository(store).list(cellId))
  const everybody = await memberRepository(store).listWithMerged(cellId)
  return new Map(everybody.map(({ id }) => [id, names.get(person(id)) ?? '']))
}

/** What boards and awards count of a settled contest. */
export function ofPersons(contests: readonly SeasonContest[], person: PersonOf): SeasonContest[] {
  return contests.map((contest) => ({ ...contest, results: mergedRows(contest.results, person) }))
}
