export type NamedPerson = { readonly name: string; readonly groupName: string }

/** Two people who could not be told apart on a phone: same name by every mark (Hoa is not Hòa), same group. */
function identityOf({ name, groupName }: NamedPerson): string {
  return `${plain(name)}\n${plain(groupName)}`
}

/** Indexes of the people who share their name and group with an earlier, a later or an `existing` one. */
export function indistinguishable(
  people: readonly NamedPerson[],
  existing: readonly NamedPerson[] = [],
): ReadonlySet<number> {
  const counts = new Map<string, number>()
  for (const person of [...existing, ...people]) {
    const identity = identityOf(person)
    counts.set(identity, (counts.get(identity) ?? 0) + 1)
  }
  return new Set(people.flatMap((person, index) => ((counts.get(identityOf(person)) ?? 0) > 1 ? [index] : [])))
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
