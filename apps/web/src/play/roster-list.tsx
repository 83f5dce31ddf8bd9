import { nameMatches, play, sortByName } from '@khac-sau/language'
import type { Roster } from '@khac-sau/session'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useTouchPress } from '../ui/use-touch-press.ts'
import styles from './roster-list.module.css'

type Person = Roster['people'][number]

type RosterListProps = {
  readonly people: readonly Person[]
  readonly onPick: (picked: PickedRow) => void
}

export type PickedRow = Pick<Person, 'memberId' | 'name'> & { readonly row: HTMLElement }

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
  const pick = ({ target }: { readonly target: EventTarget }) => {
    const row = (target as Element).closest<HTMLButtonElement>(rows)
    const person = people.find(({ memberId }) => memberId === row?.value)
    if (row && person) onPick({ memberId: person.memberId, name: person.name, row })
  }
  const touch = useTouchPress(pick, rows)
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
      <ul className={styles.list} onClick={pick} {...touch}>
        {drawn.map((person) => (
          <li key={person.memberId} className={styles.item}>
            <PersonRow person={person} />
          </li>
        ))}
      </ul>
      {found.length === 0 && (
        <EmptyState title={text.nobodyFound({ typed: typed.trim() })}>{text.nobodyFoundText}</EmptyState>
      )}
    </>
  )
})

/** Presses are taken for all rows in one place: a slow phone makes a row sooner that listens to nothing. */
const rows = 'button'

function PersonRow({ person }: { readonly person: Person }) {
  const text = useMessages(play)
  return (
    <button type="button" className={styles.row} value={person.memberId}>
      <span className={styles.words}>
        <span className={styles.name}>{person.name}</span>
        {person.groupName && <span className={styles.group}>{person.groupName}</span>}
        {person.taken && <span className={styles.taken}>{text.nameTaken}</span>}
      </span>
      <Icon name="next" />
    </button>
  )
}
