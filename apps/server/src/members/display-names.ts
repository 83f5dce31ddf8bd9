import type { Member } from '@khac-sau/database'
import type { MemberId } from '@khac-sau/engine'

/** How members are called in public: people of one name are told apart by their group (*tổ đảng*). */
export function displayNames(
  members: readonly Pick<Member, 'id' | 'name' | 'groupName'>[],
): ReadonlyMap<MemberId, string> {
  const counts = new Map<string, number>()
  for (const { name } of members) counts.set(name, (counts.get(name) ?? 0) + 1)
  return new Map(
    members.map(({ id, name, groupName }) => {
      const isShared = (counts.get(name) ?? 0) > 1
      return [id, isShared && groupName !== '' ? `${name} (${groupName})` : name]
    }),
  )
}
