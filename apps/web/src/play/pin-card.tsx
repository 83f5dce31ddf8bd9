import { play, playPin } from '@khac-sau/language'
import type { PlaceState } from '@khac-sau/session'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { PlayActions } from './play-actions.ts'
import { RefusalReason } from './refusal-reason.tsx'
import styles from './pin-card.module.css'

type PinCardProps = {
  readonly place: Extract<PlaceState, { readonly name: 'pin' }>
  readonly name: string
  readonly actions: Pick<PlayActions, 'claim' | 'askForPlace' | 'startOver'>
}

/** D1: what is on the slip; and the way in for whoever has none. */
export function PinCard({ place, name, actions }: PinCardProps) {
  const text = useMessages(playPin)
  const words = useMessages(play)
  const [pin, setPin] = useState('')
  const [isShort, setIsShort] = useState(false)
  const enter = () => {
    if (/^\d{6}$/.test(pin)) actions.claim(place.memberId, pin)
    else setIsShort(true)
  }
  return (
    <Card title={text.title({ name })} alone>
      {place.refusal && (
        <p className={styles.refusal} role="alert">
          <RefusalReason code={place.refusal} />
        </p>
      )}
      {place.refusal !== 'no-pin-yet' && (
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            enter()
          }}
        >
          <div className={styles.pin}>
            <TextField
              label={text.label}
              hint={text.hint}
              error={isShort ? text.notSixDigits : undefined}
              inputMode="numeric"
              autoComplete="off"
              maxLength={7}
              value={pin}
              onChange={({ target }) => {
                setPin(target.value.replace(/\D/g, '').slice(0, 6))
                setIsShort(false)
              }}
            />
          </div>
          <Button type="submit" variant="primary" size="large" block>
            {text.enter}
          </Button>
        </form>
      )}
      <Button block onClick={() => actions.askForPlace(place.memberId)}>
        {text.forgotten}
      </Button>
      <Button block variant="quiet" onClick={actions.startOver}>
        {words.chooseAnotherName}
      </Button>
    </Card>
  )
}
