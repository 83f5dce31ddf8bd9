import { classNames } from './class-names.ts'
import { Rosette } from './rosette.tsx'
import styles from './podium.module.css'

export type PodiumPerson = {
  readonly key: string
  readonly name: string
  /** Written out: "10 điểm". */
  readonly score: string
  /** Written out: "41,2 giây"; left out where time does not rank. */
  readonly time?: string | undefined
}

export type PodiumPlace = {
  /** 1, 2 or 3; joint ranks leave gaps (R3: 1, 1, 3). */
  readonly rank: number
  /** "Hạng Nhất", "Đồng hạng Nhất". */
  readonly label: string
  readonly people: readonly PodiumPerson[]
  /** Why this place stands where it does. */
  readonly why?: string | undefined
  /** Keeps its room on the podium but not yet its names. */
  readonly covered?: boolean | undefined
}

type PodiumProps = {
  readonly places: readonly PodiumPlace[]
  readonly size?: 'phone' | 'projector' | undefined
}

/** In reading order best first; on a projector the first stands in the middle and highest. */
export function Podium({ places, size = 'phone' }: PodiumProps) {
  const crowded = places.some((place) => place.people.length > 3)
  const steles = size === 'projector' && !crowded
  return (
    <ol className={classNames(styles.podium, styles[size], steles ? styles.steles : styles.rows)}>
      {places.map((place) => (
        <li key={place.rank} className={classNames(styles.place, styles[`rank-${Math.min(place.rank, 3)}`])}>
          <Place place={place} motif={steles && place.rank === 1} />
        </li>
      ))}
    </ol>
  )
}

function Place({ place, motif }: { readonly place: PodiumPlace; readonly motif: boolean }) {
  return (
    <>
      {motif && (
        <span className={styles.motif}>
          <Rosette size="100%" />
        </span>
      )}
      <div className={styles.head}>
        <span className={styles.numeral} aria-hidden>
          {place.rank}
        </span>
        <span className={styles.label}>{place.label}</span>
      </div>
      <ul className={classNames(styles.people, place.covered && styles.covered)}>
        {!place.covered && place.people.map((person) => <Person key={person.key} person={person} />)}
      </ul>
      {place.why && !place.covered && <p className={styles.why}>{place.why}</p>}
    </>
  )
}

function Person({ person }: { readonly person: PodiumPerson }) {
  return (
    <li className={styles.person}>
      <span className={styles.name}>{person.name}</span>
      <span className={styles.result}>
        <b>{person.score}</b>
        {person.time && <span> · {person.time}</span>}
      </span>
    </li>
  )
}
