import { play } from '@khac-sau/language'
import type { PlaceState } from '@khac-sau/session'
import type { ComponentProps, ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'
import { loadedPart, usePart } from '../ui/loaded-part.ts'
import { Spinner } from '../ui/spinner.tsx'
import type { PlayActions } from './play-actions.ts'
import styles from './place-card.module.css'

const pinCard = loadedPart(() => import('./pin-card.tsx'))
const linkCard = loadedPart(() => import('./link-card.tsx'))

type PlaceCardProps = {
  readonly place: Exclude<PlaceState, { readonly name: 'choosing' | 'refused' }>
  readonly name: string
  readonly actions: Pick<PlayActions, 'claim' | 'askForPlace' | 'startOver'>
}

/** The way into a name that was chosen. */
export function PlaceCard({ place, name, actions }: PlaceCardProps) {
  const text = useMessages(play)
  const ask = (label: string) => (
    <Button variant="primary" size="large" block onClick={() => actions.askForPlace(place.memberId)}>
      {label}
    </Button>
  )
  switch (place.name) {
    case 'claiming':
      return <Spinner label={text.entering} alone />
    case 'pin':
      return <LoadedPinCard place={place} name={name} actions={actions} />
    case 'link':
      return <LoadedLinkCard memberId={place.memberId} name={name} actions={actions} />
    case 'taken':
      return (
        <Step title={text.takenTitle({ name })} onStartOver={actions.startOver}>
          <p>{text.takenText}</p>
          {ask(text.askHost)}
        </Step>
      )
    case 'asked':
      return (
        <Step title={text.askedTitle} onStartOver={actions.startOver}>
          <p>{text.askedText}</p>
          <p className={styles.number}>
            <span className={styles.label}>{text.askedNumber}</span>
            <b className={styles.figures}>{String(place.number).padStart(2, '0')}</b>
          </p>
          <p className={styles.label}>{name}</p>
        </Step>
      )
    case 'denied':
      return (
        <Step title={text.deniedTitle} onStartOver={actions.startOver}>
          <p>{text.deniedText}</p>
          {ask(text.askAgain)}
        </Step>
      )
  }
}

/** A part of its own: only where a cell asks for PINs. */
function LoadedPinCard(props: ComponentProps<NonNullable<ReturnType<typeof pinCard.snapshot>>['PinCard']>) {
  const loaded = usePart(pinCard)
  const text = useMessages(play)
  return loaded ? <loaded.PinCard key={props.place.memberId} {...props} /> : <Spinner label={text.entering} alone />
}

function LoadedLinkCard(props: ComponentProps<NonNullable<ReturnType<typeof linkCard.snapshot>>['LinkCard']>) {
  const loaded = usePart(linkCard)
  const text = useMessages(play)
  return loaded ? <loaded.LinkCard {...props} /> : <Spinner label={text.entering} alone />
}

type StepProps = { readonly title: string; readonly children: ReactNode; readonly onStartOver: () => void }

function Step({ title, children, onStartOver }: StepProps) {
  const text = useMessages(play)
  return (
    <Card title={title} alone>
      <div role="status" className={styles.step}>
        {children}
      </div>
      <Button block onClick={onStartOver}>
        {text.chooseAnotherName}
      </Button>
    </Card>
  )
}
