import type { MemberId } from './event.ts'
import type { Excusal, Membership, SeasonContestRow } from './season.ts'

/** S4: an entry of the roster that belongs to somebody who has another one. Logs and results go on naming its own id. */
export type Merge = { readonly memberId: MemberId; readonly intoMemberId: MemberId }

/** Whose an id of a log or a result is. */
export type PersonOf = (memberId: MemberId) => MemberId

/** An entry is merged into one that stands for itself, which may be merged later: a chain, and never a circle. */
export function personOf(merges: readonly Merge[]): PersonOf {
  const into = new Map(merges.map(({ memberId, intoMemberId }) => [memberId, intoMemberId]))
  return (memberId) => {
    let person = memberId
    for (let next = into.get(person); next !== undefined; next = into.get(person)) person = next
    return person
  }
}

type Row = Pick<SeasonContestRow, 'memberId' | 'tookPart'>

/** One contest's rows, one for each person: that of the entry which took part, otherwise that of the entry which is kept. */
export function mergedRows<T extends Row>(rows: readonly T[], person: PersonOf): readonly T[] {
  const rowByPerson = new Map<MemberId, T>()
  for (const row of rows) {
    const memberId = person(row.memberId)
    const known = rowByPerson.get(memberId)
    const isBetter =
      known === undefined || (row.tookPart ? !known.tookPart : !known.tookPart && row.memberId === memberId)
    if (isBetter) rowByPerson.set(memberId, row)
  }
  return rows
    .filter((row) => rowByPerson.get(person(row.memberId)) === row)
    .map((row) => ({ ...row, memberId: person(row.memberId) }))
}

/** Who stands for themselves, each a member in the months of all their entries. */
export function mergedMemberships(memberships: readonly Membership[], person: PersonOf): readonly Membership[] {
  return memberships
    .filter(({ memberId }) => person(memberId) === memberId)
    .map((own) => {
      const others = memberships.filter(
        ({ memberId }) => memberId !== own.memberId && person(memberId) === own.memberId,
      )
      return { ...own, alsoIn: others.map(({ fromMonth, toMonth }) => ({ fromMonth, toMonth })) }
    })
}

/** Whoever is excused under one entry is excused. */
export function mergedExcusals(excusals: readonly Excusal[], person: PersonOf): readonly Excusal[] {
  return excusals.map(({ contestId, memberId }) => ({ contestId, memberId: person(memberId) }))
}

type Contest = { readonly contestId: string; readonly rows: readonly Row[] }

/** Contests in which both took part, under whichever entry: they are two people, and are not merged. */
export function contestsOfBoth(
  contests: readonly Contest[],
  [one, other]: readonly [MemberId, MemberId],
  person: PersonOf,
): readonly string[] {
  const took = ({ rows }: Contest, member: MemberId) =>
    rows.some(({ memberId, tookPart }) => tookPart && person(memberId) === person(member))
  return contests.filter((contest) => took(contest, one) && took(contest, other)).map(({ contestId }) => contestId)
}
