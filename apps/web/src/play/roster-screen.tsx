import { play } from '@khac-sau/language'
import type { PlaceState, Roster } from '@khac-sau/session'
import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useMessages } from '../ui/language.tsx'
import { isNoticeSeen, rememberNotice } from '../ui/privacy-notice.ts'
import type { PlayActions } from './play-actions.ts'
import { PlaceCard } from './place-card.tsx'
import { RefusalReason } from './refusal-reason.tsx'
import { RosterList } from './roster-list.tsx'
import styles from './roster-screen.module.css'

type RosterScreenProps = {
  readonly roster: Roster
  readonly place: PlaceState
  readonly displaced: boolean
  readonly actions: Pick<PlayActions, 'claim' | 'askForPlace' | 'startOver'>
}

/** Finding one's own name, and saying so. */
export function RosterScreen({ roster, place, displaced, actions }: RosterScreenProps) {
  const text = useMessages(play)
  const [pickedId, setPickedId] = useState<string | null>(null)
  // Nothing of a rehearsal is kept (C9).
  const isNoticeShown = !roster.rehearsal && !isNoticeSeen()
  const nameOf = (memberId: string) => roster.people.find((person) => person.memberId === memberId)?.name ?? ''
  if (place.name !== 'choosing' && place.name !== 'refused') {
    return <PlaceCard place={place} name={nameOf(place.memberId)} actions={actions} />
  }
  return (
    <>
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
      <RosterList people={roster.people} onPick={setPickedId} />
      <ConfirmDialog
        open={pickedId !== null}
        title={text.confirmTitle({ name: nameOf(pickedId ?? '') })}
        confirmLabel={text.thatIsMe}
        cancelLabel={text.notMeShort}
        onCancel={() => setPickedId(null)}
        onConfirm={() => {
          setPickedId(null)
          if (isNoticeShown) rememberNotice()
          if (pickedId !== null) actions.claim(pickedId)
        }}
      >
        <p>{text.confirmText({ cell: roster.cellName })}</p>
        {isNoticeShown && (
          <p className={styles.notice}>
            {text.privacy} <a href={text.privacyAddress}>{text.privacyMore}</a>
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}
