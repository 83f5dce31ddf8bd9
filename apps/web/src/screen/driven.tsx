import { oneScreen } from '@khac-sau/language'
import type { RemoteFailure } from '@khac-sau/session'
import { useMessages } from '../ui/language.tsx'
import { usePress } from '../ui/use-press.ts'
import { DrivingLine } from './driving-line.tsx'
import { useDriving } from './use-driving.ts'
import styles from './driving-line.module.css'

type DrivenProps = {
  readonly screenKey: string
  /** Of the projector itself: what cannot be seen must not be moved along. */
  readonly connected: boolean
}

/** One screen: the laptop's screen is what the room sees, so the host's page cannot be on it. */
export function Driven({ screenKey, connected }: DrivenProps) {
  const text = useMessages(oneScreen)
  const { status, payload, refusal, send, now } = useDriving(screenKey)
  const { pending, failure, press } = usePress<RemoteFailure>()
  if (refusal) return <p className={styles.watching}>{text.watchOnly}</p>
  if (!payload) return null
  const [view, extras] = payload
  return (
    <DrivingLine
      view={view}
      extras={extras}
      now={now}
      canPress={connected && status === 'live' && pending === null}
      failure={failure}
      onSend={(command) => press(command.type, () => send(command))}
    />
  )
}
