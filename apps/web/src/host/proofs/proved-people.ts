import { sortByName } from '@khac-sau/language'
import type { Member, MemberProofs } from '@khac-sau/protocol'

export type ProvedPerson = Pick<Member, 'memberId' | 'name' | 'groupName'> &
  Pick<MemberProofs['members'][number], 'hasPin' | 'link' | 'device'>

/** Who is in the cell now, in the order of a register; whoever has left needs no PIN and no link. */
export function provedPeople(
  members: readonly Member[],
  proofs: readonly MemberProofs['members'][number][],
): readonly ProvedPerson[] {
  const proofById = new Map(proofs.map((proof) => [proof.memberId, proof]))
  const people = members
    .filter(({ active }) => active)
    .map(({ memberId, name, groupName }) => {
      const { hasPin = false, link = 'none', device = null } = proofById.get(memberId) ?? {}
      return { memberId, name, groupName, hasPin, link, device }
    })
  return sortByName(people, ({ name }) => name)
}
