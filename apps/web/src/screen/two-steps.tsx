import { screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import type { ReactNode } from 'react'
import { useMessages } from '../ui/language.tsx'
import { QrCode } from '../ui/qr-code.tsx'
import { wifiCode, type WifiNetwork } from '../ui/wifi-network.ts'
import { groupedCode, joinAddress } from './join-address.ts'
import styles from './two-steps.module.css'

type TwoStepsProps = { readonly join: JoinInfo; readonly wifi: WifiNetwork }

/** Where phones must be in the room's Wi-Fi first: its code, then the room's. */
export function TwoSteps({ join, wifi }: TwoStepsProps) {
  const text = useMessages(screen)
  const address = joinAddress(join)
  return (
    <div className={styles.steps}>
      <Step number={1} title={text.joinWifi} code={wifiCode(wifi)} label={text.wifiQrLabel({ name: wifi.name })}>
        <b className={styles.name}>{wifi.name}</b>
        {wifi.password !== '' && (
          <>
            <span className={styles.small}>{text.wifiPassword}</span>
            <b className={styles.secret}>{wifi.password}</b>
          </>
        )}
      </Step>
      <Step number={2} title={text.joinRoom} code={join.url} label={text.joinQrLabel({ address })}>
        <b className={styles.name}>{groupedCode(join.roomCode)}</b>
        <span className={styles.small}>{address}</span>
      </Step>
    </div>
  )
}

type StepProps = {
  readonly number: number
  readonly title: string
  readonly code: string
  readonly label: string
  /** For who cannot scan. */
  readonly children: ReactNode
}

function Step({ number, title, code, label, children }: StepProps) {
  return (
    <figure className={styles.step}>
      <p className={styles.title}>
        <span className={styles.number}>{number}</span>
        <span>{title}</span>
      </p>
      <QrCode text={code} label={label} size="var(--code-size)" />
      <figcaption className={styles.words}>{children}</figcaption>
    </figure>
  )
}
