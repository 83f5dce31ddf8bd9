import type { HostPerson } from '@khac-sau/engine'
import { compareNames, formatTimes, hostLivePeople, type Locale } from '@khac-sau/language'
import { useState } from 'react'
import { classNames } from '../../ui/class-names.ts'
import { Icon } from '../../ui/icon.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Fold } from '../parts/fold.tsx'
import { PersonDialog } from './person-dialog.tsx'
import { type PersonState, stateOf } from './person-state.ts'
import type { Commands } from './use-commands.ts'
import styles from './people-panel.module.css'

type PeoplePanelProps = {
  readonly people: readonly HostPerson[]
  /** A9: only there extra time may be given. */
  readonly inLobby: boolean
  readonly commands: Commands
}

/** In the order in which they may need the host. */
const states: readonly PersonState[] = ['disconnected', 'joined', 'absent', 'left', 'removed']

export function PeoplePanel({ people, inLobby, commands }: PeoplePanelProps) {
  const text = useMessages(hostLivePeople)
  const [shown, setShown] = useState<PersonState | 'all'>('all')
  const [chosen, setChosen] = useState<string | null>(null)
  const listed = [...people]
    .filter((person) => shown === 'all' || stateOf(person) === shown)
    .sort((a, b) => states.indexOf(stateOf(a)) - states.indexOf(stateOf(b)) || compareNames(a.name, b.name))
  const count = (state: PersonState) => people.filter((person) => stateOf(person) === state).length
  const present = count('joined') + count('disconnected')
  return (
    <Fold title={text.title} note={`${present}/${people.length}`} open>
      <div className={styles.filters}>
        <Filter label={text.all} count={people.length} pressed={shown === 'all'} onPress={() => setShown('all')} />
        {states
          .filter((state) => count(state) > 0)
          .map((state) => (
            <Filter
              key={state}
              label={text[state]}
              count={count(state)}
              pressed={shown === state}
              onPress={() => setShown(shown === state ? 'all' : state)}
            />
          ))}
      </div>
      {listed.length === 0 && <p>{text.nobody}</p>}
      <ul className={styles.people}>
        {listed.map((person) => (
          <Person key={person.memberId} person={person} onChoose={() => setChosen(person.memberId)} />
        ))}
      </ul>
      <PersonDialog
        person={people.find(({ memberId }) => memberId === chosen)}
        inLobby={inLobby}
        commands={commands}
        onClose={() => setChosen(null)}
      />
    </Fold>
  )
}

type FilterProps = {
  readonly label: string
  readonly count: number
  readonly pressed: boolean
  readonly onPress: () => void
}

function Filter({ label, count, pressed, onPress }: FilterProps) {
  return (
    <button type="button" className={styles.filter} aria-pressed={pressed} onClick={onPress}>
      {label} <b>{count}</b>
    </button>
  )
}

/** A9: that somebody has longer matters to the host before the start and while it is waited for. */
function stateWord(person: HostPerson, text: (typeof hostLivePeople)['vi'], locale: Locale): string {
  const state = stateOf(person)
  const word = state === 'joined' && !person.ranked ? text.unranked : text[state]
  if (person.hasTime) return text.hasTime
  if (person.timePercent === 100) return word
  return `${word} · ${text.extraTime({ times: formatTimes(person.timePercent, locale) })}`
}

function Person({ person, onChoose }: { readonly person: HostPerson; readonly onChoose: () => void }) {
  const text = useMessages(hostLivePeople)
  const { locale } = useLanguage()
  const state = stateOf(person)
  return (
    <li>
      <button
        type="button"
        className={classNames(styles.person, styles[state])}
        title={text.actions({ name: person.name })}
        onClick={onChoose}
      >
        <span className={styles.answered}>
          {person.answered === true && (
            <>
              <Icon name="tick" />
              <span className={styles.spoken}>{text.answered}</span>
            </>
          )}
        </span>
        <span className={styles.name}>{person.name}</span>
        <span className={styles.state}>
          {state === 'disconnected' && <Icon name="offline" size="1.1em" />}
          <span>{stateWord(person, text, locale)}</span>
        </span>
      </button>
    </li>
  )
}
