import { hostConnection } from '@khac-sau/language'
import { type FormEvent, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { ButtonRow } from '../../ui/button-row.tsx'
import { Card } from '../../ui/card.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useMessages } from '../../ui/language.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { StatusLine } from '../../ui/status-line.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { keepWifi, useWifi } from '../../ui/use-wifi.ts'
import { wifiCode, type WifiNetwork, wifiProblem } from '../../ui/wifi-network.ts'
import styles from './wifi-card.module.css'

const nothingTyped: WifiNetwork = { name: '', password: '', hidden: false, onScreen: false }

/** A code that joins the room's Wi-Fi. What is typed here never leaves this browser. */
export function WifiCard() {
  const text = useMessages(hostConnection)
  const kept = useWifi()
  const [typed, setTyped] = useState(kept ?? nothingTyped)
  const [asked, setAsked] = useState(false)
  const [outcome, setOutcome] = useState<'kept' | 'not-kept' | null>(null)
  const problem = wifiProblem(typed)
  const change = (changes: Partial<WifiNetwork>) => {
    setTyped({ ...typed, ...changes })
    setOutcome(null)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (problem === null) setOutcome(keepWifi(typed) ? 'kept' : 'not-kept')
  }
  const forget = () => {
    keepWifi(null)
    setTyped(nothingTyped)
    setAsked(false)
    setOutcome(null)
  }
  return (
    <Card title={text.wifiTitle} look="plain">
      <p>{text.wifiText}</p>
      <div className={styles.columns}>
        <form className={styles.form} onSubmit={save} autoComplete="off">
          <TextField
            label={text.wifiName}
            error={asked && problem === 'name' ? text.wifiNameProblem : undefined}
            value={typed.name}
            onChange={(event) => change({ name: event.target.value })}
            autoCapitalize="none"
            spellCheck={false}
          />
          <TextField
            label={text.wifiPassword}
            hint={text.wifiPasswordHint}
            error={asked && problem === 'password' ? text.wifiPasswordProblem : undefined}
            value={typed.password}
            onChange={(event) => change({ password: event.target.value })}
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
          />
          <Checkbox
            label={text.wifiHidden}
            checked={typed.hidden}
            onChange={(event) => change({ hidden: event.target.checked })}
          />
          <Checkbox
            label={text.wifiOnScreen}
            hint={text.wifiOnScreenHint}
            checked={typed.onScreen}
            onChange={(event) => change({ onScreen: event.target.checked })}
          />
          <ButtonRow>
            <Button type="submit" variant="primary">
              {text.wifiSave}
            </Button>
            {kept && (
              <Button icon="trash" onClick={forget}>
                {text.wifiForget}
              </Button>
            )}
          </ButtonRow>
          <StatusLine>
            {outcome === 'kept' && text.wifiSaved}
            {outcome === 'not-kept' && text.wifiNotStored}
          </StatusLine>
        </form>
        {problem === null && (
          <figure className={styles.code}>
            <QrCode text={wifiCode(typed)} label={text.wifiQrLabel({ name: typed.name })} size="min(240px, 70vw)" />
            <figcaption className={styles.caption}>
              <b>{typed.name}</b>
              <span>{text.wifiScan}</span>
            </figcaption>
          </figure>
        )}
      </div>
    </Card>
  )
}
