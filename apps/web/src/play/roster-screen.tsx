import { play } from '@khac-sau/language'
import type { PlaceState, Roster } from '@khac-sau/session'
import { useEffect, useRef, useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { useMessages } from '../ui/language.tsx'
import type { PlayActions } from './play-actions.ts'
import { NameQuestion } from './name-question.tsx'
import { PlaceCard } from './place-card.tsx'
import { RefusalReason } from './refusal-reason.tsx'
import { type PickedRow, RosterList } from './roster-list.tsx'
import styles from './roster-screen.module.css'

type RosterScreenProps = {
  readonly roster: Roster
  readonly place: PlaceState
  readonly displaced: boolean
  readonly actions: Pick<PlayActions, 'claim' | 'askForPlace' | 'startOver'>
}

/** Finding one's own name, and saying so. The list stays, hidden: a slow phone takes long to make and to undo it. */
export function RosterScreen({ roster, place, displaced, actions }: RosterScreenProps) {
  const text = useMessages(play)
  const { picked, pick, unpick } = usePickedRow(place)
  const nameOf = (memberId: string) => roster.people.find((person) => person.memberId === memberId)?.name ?? ''
  const isChoosing = place.name === 'choosing' || place.name === 'refused'
  const isAsked = picked !== null && (isChoosing || place.memberId === picked.memberId)
  return (
    <>
      <div className={styles.list} hidden={isAsked || !isChoosing}>
        {displaced && (
          <Banner tone="warning" title={text.displacedTitle}>
            {text.displacedText}
          </Banner>
        )}
        {place.name === 'refused' && (
          <Banner tone="error" title={text.cannotEnter}>
            <RefusalReason code={place.refusal} />
          </Banner>
        )}
        <header className={styles.header}>
          <p className={styles.contest}>{roster.title}</p>
          <h1 className={styles.title}>{text.rosterTitle}</h1>
          <p>{text.rosterText}</p>
        </header>
        <RosterList people={roster.people} onPick={pick} />
      </div>
      {isAsked && (
        <NameQuestion
          name={picked.name}
          roster={roster}
          entering={place.name === 'claiming'}
          onYes={() => actions.claim(picked.memberId)}
          onNo={unpick}
        />
      )}
      {!isAsked && !isChoosing && <PlaceCard place={place} name={nameOf(place.memberId)} actions={actions} />}
    </>
  )
}

/** The name that is asked about: from the press on its row until the room has said something about it. */
function usePickedRow(place: PlaceState) {
  const [picked, setPicked] = useState<PickedRow | null>(null)
  const [before, setBefore] = useState(place)
  const left = useRef<HTMLElement | null>(null)
  if (place !== before) {
    setBefore(place)
    if (place.name !== 'claiming') setPicked(null)
  }
  // Why not stands above the list, which may have been rolled down.
  useEffect(() => {
    if (place.name === 'refused') window.scrollTo(0, 0)
  }, [place])
  // Who only looked is back at the row where they were: also who cannot see it.
  useEffect(() => {
    if (picked === null) left.current?.focus()
    left.current = null
  }, [picked])
  const unpick = () => {
    left.current = picked?.row ?? null
    setPicked(null)
  }
  return { picked, pick: setPicked, unpick }
}
