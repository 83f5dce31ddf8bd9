import { compareNames, nameMatches, play } from '@khac-sau/language'
import type { Roster } from '@khac-sau/session'
import { useMemo, useState } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import styles from './roster-list.module.css'

type Person = Roster['people'][number]

type RosterListProps = {
  readonly people: readonly Person[]
  readonly onPick: (memberId: string) => void
}

/** Fewer names than this are found sooner by eye. */
const searchFrom = 9

export function RosterList({ people, onPick }: RosterListProps) {
  const text = useMessages(play)
  const [typed, setTyped] = useState('')
  const sorted = useMemo(() => [...people].sort((a, b) => compareNames(a.name, b.name)), [people])
  if (people.length === 0) return <EmptyState title={text.rosterEmpty}>{text.rosterEmptyText}</EmptyState>
  const found = typed.trim() === '' ? sorted : sorted.filter(({ name }) => nameMatches(name, typed))
  return (
    <>
      {people.length >= searchFrom && (
        <TextField
          label={text.searchName}
          hint={text.searchNameHint}
          type="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
      <ul className={styles.list}>
        {found.map((person) => (
          <li key={person.memberId}>
            <PersonRow person={person} onPick={onPick} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <EmptyState title={text.nobodyFound({ typed: typed.trim() })}>{text.nobodyFoundText}</EmptyState>
      )}
    </>
  )
}

function PersonRow({ person, onPick }: { readonly person: Person; readonly onPick: (memberId: string) => void }) {
  const text = useMessages(play)
  return (
    <button type="button" className={styles.row} onClick={() => onPick(person.memberId)}>
      <span className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        {person.groupName && <span className={styles.group}>{person.groupName}</span>}
        {person.taken && <span className={styles.taken}>{text.nameTaken}</span>}
      </span>
      <Icon name="next" />
    </button>
  )
}
