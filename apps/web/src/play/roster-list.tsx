import { nameMatches, play, sortByName } from '@khac-sau/language'
import type { Roster } from '@khac-sau/session'
import { memo, useDeferredValue, useMemo, useState } from 'react'
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

/** As many as the highest phone shows; a slow one draws the names below once these are on the screen. */
const firstRows = 12

/** Kept as it is while a name is being confirmed: two hundred rows are long work for a slow phone. */
export const RosterList = memo(function RosterList({ people, onPick }: RosterListProps) {
  const text = useMessages(play)
  const [typed, setTyped] = useState('')
  const sorted = useMemo(() => sortByName(people, ({ name }) => name), [people])
  const found = typed.trim() === '' ? sorted : sorted.filter(({ name }) => nameMatches(name, typed))
  const drawn = useDeferredValue(found, found.slice(0, firstRows))
  if (people.length === 0) return <EmptyState title={text.rosterEmpty}>{text.rosterEmptyText}</EmptyState>
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
        {drawn.map((person) => (
          <li key={person.memberId} className={styles.item}>
            <PersonRow person={person} onPick={onPick} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <EmptyState title={text.nobodyFound({ typed: typed.trim() })}>{text.nobodyFoundText}</EmptyState>
      )}
    </>
  )
})

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
