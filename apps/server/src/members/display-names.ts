import type { Member } from '@khac-sau/database'
import type { MemberId } from '@khac-sau/engine'

type Described = Pick<Member, 'id' | 'name' | 'groupName' | 'position' | 'birthday'>

/** How members are called in public: people of one name are told apart, others are called by their name. */
export function displayNames(members: readonly Described[]): ReadonlyMap<MemberId, string> {
  const marks = distinctions(members)
  const counts = countsOf(members.map(({ name }) => name))
  return new Map(
    members.map(({ id, name }) => {
      const mark = (counts.get(name) ?? 0) > 1 ? marks.get(id) : ''
      return [id, mark ? `${name} (${mark})` : name]
    }),
  )
}

/**
 * What stands beside a name: the group (*tổ đảng*), and, only where two of one name share it, what tells them apart. P2: of a
 * birthday no more than the year, and only where nothing else does.
 */
export function distinctions(members: readonly Described[]): ReadonlyMap<MemberId, string> {
  const marks = new Map<MemberId, string>()
  let left = members
  for (const describe of descriptions) {
    const counts = countsOf(members.map((member) => `${member.name}\n${describe(member)}`))
    const isApart = (member: Described) => counts.get(`${member.name}\n${describe(member)}`) === 1
    for (const member of left) marks.set(member.id, describe(member))
    left = left.filter((member) => !isApart(member))
  }
  return marks
}

const descriptions: readonly ((member: Described) => string)[] = [
  ({ groupName }) => groupName,
  ({ groupName, position }) => joined(groupName, position),
  ({ groupName, birthday }) => joined(groupName, yearOf(birthday)),
  ({ groupName, position, birthday }) => joined(groupName, position, yearOf(birthday)),
]

function yearOf(birthday: string | null): string {
  return birthday?.slice(0, 4) ?? ''
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(', ')
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
