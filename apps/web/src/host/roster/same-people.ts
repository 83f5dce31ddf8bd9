export type NamedPerson = {
  readonly name: string
  readonly groupName: string
  readonly position?: string | undefined
  /** P2: its year is what a phone may show. */
  readonly birthday?: string | null | undefined
}

/** Two people who could not be told apart on a phone: same name by every mark (Hoa is not Hòa), same group, position, year. */
function identityOf({ name, groupName, position = '', birthday }: NamedPerson): string {
  return [plain(name), plain(groupName), plain(position), birthday?.slice(0, 4) ?? ''].join('\n')
}

/** Indexes of the people who are as an earlier, a later or an `existing` one. */
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

/** By every mark, but not by case and spaces. */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other)
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}
