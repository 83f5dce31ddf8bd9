import { sameness } from '../read-lines.ts'
import type { RosterEntry } from './roster-fields.ts'
import { rosterName, rosterText } from './roster-name.ts'

export type RosterPerson = RosterEntry & { readonly memberId: string; readonly active: boolean }

export type RosterMatch = {
  /** Who of the roster the row is; `null` for somebody new. */
  readonly memberId: string | null
  /** Somebody of that name is on the roster, and nothing says whether it is the same person: a person decides. */
  readonly unsure: boolean
}

/** Whom of the roster each row of a list means. Nobody is meant twice; what agrees in everything comes first. */
export function matchRoster(entries: readonly RosterEntry[], people: readonly RosterPerson[]): readonly RosterMatch[] {
  const free = new Map(people.map((person) => [person.memberId, person]))
  const byName = new Map<string, RosterPerson[]>()
  for (const person of [...people].sort((one, other) => Number(other.active) - Number(one.active))) {
    const key = sameness(rosterName(person.name))
    byName.set(key, [...(byName.get(key) ?? []), person])
  }
  const namesakesOf = ({ name }: RosterEntry) =>
    (byName.get(sameness(name)) ?? []).filter(({ memberId }) => free.has(memberId))
  const matches = new Map<number, RosterMatch>()
  for (const likeness of likenesses) {
    for (const [index, entry] of entries.entries()) {
      if (matches.has(index)) continue
      const found = likeness(entry, namesakesOf(entry))
      if (found === undefined) continue
      free.delete(found.memberId)
      matches.set(index, { memberId: found.memberId, unsure: false })
    }
  }
  return entries.map((entry, index) => {
    const known = matches.get(index)
    return known ?? { memberId: null, unsure: namesakesOf(entry).some((person) => !contradicts(entry, person)) }
  })
}

/** Does the list say anything of this person that the roster does not? An empty cell says nothing. */
export function saysTheSame(entry: RosterEntry, person: RosterEntry): boolean {
  return (
    sameness(entry.name) === sameness(rosterName(person.name)) &&
    isSaid(entry.group, rosterText(person.group)) &&
    isSaid(entry.position, rosterText(person.position)) &&
    isSaid(entry.birthday ?? '', person.birthday ?? '') &&
    isSaid(entry.fromMonth ?? '', person.fromMonth ?? '') &&
    isSaid(entry.toMonth ?? '', person.toMonth ?? '')
  )
}

function isSaid(said: string, known: string): boolean {
  return said === '' || said === known
}

type Likeness = (entry: RosterEntry, namesakes: readonly RosterPerson[]) => RosterPerson | undefined

/** From the surest to the least sure. */
const likenesses: readonly Likeness[] = [
  (entry, namesakes) => namesakes.find((person) => saysTheSame(entry, person) && saysTheSame(person, entry)),
  (entry, namesakes) => namesakes.find((person) => saysTheSame(entry, person)),
  (entry, namesakes) => only(namesakes.filter(({ birthday }) => birthday !== null && birthday === entry.birthday)),
  (entry, namesakes) => only(namesakes.filter((person) => isCompatible(entry, person))),
]

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined
}

/** The same group, or none named, and no other birthday: another position or month is a change of the same person. */
function isCompatible(entry: RosterEntry, person: RosterPerson): boolean {
  const [said, known] = [sameness(entry.group), sameness(person.group)]
  return (said === '' || known === '' || said === known) && !contradicts(entry, person)
}

function contradicts({ birthday }: RosterEntry, person: RosterPerson): boolean {
  if (birthday === null || person.birthday === null) return false
  const digits = Math.min(birthday.length, person.birthday.length)
  return birthday.slice(0, digits) !== person.birthday.slice(0, digits)
}
