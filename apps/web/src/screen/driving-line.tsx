import type { RemoteView } from '@khac-sau/engine'
import { courseWords, oneScreen, refusals } from '@khac-sau/language'
import type { RemoteCommand, RemoteExtras } from '@khac-sau/protocol'
import { courseActionsOf, primaryActionOf, type RemoteFailure } from '@khac-sau/session'
import { type ReactNode, useState } from 'react'
import { useMessages } from '../ui/language.tsx'
import { useRemainingMillis } from '../ui/running-clock.tsx'
import { useKeys } from '../ui/use-keys.ts'
import { type DrivingDialog, DrivingDialogs } from './driving-dialogs.tsx'
import styles from './driving-line.module.css'

export type DrivingLineProps = {
  readonly view: RemoteView
  readonly extras: RemoteExtras
  readonly now: () => number
  /** While the line is down, or a press is being carried out, no key does anything. */
  readonly canPress: boolean
  readonly failure: RemoteFailure | null
  /** `true` once the server has carried it out. */
  readonly onSend: (command: RemoteCommand) => Promise<boolean>
}

/**
 * One screen: the keys of this moment, small, in the frame's lower edge. Everyone sees it, so it says what the host may
 * press and nothing that the room may not know.
 */
export function DrivingLine({ view, extras, now, canPress, failure, onSend }: DrivingLineProps) {
  const text = useMessages(courseWords)
  const [dialog, setDialog] = useState<DrivingDialog | null>(null)
  const primary = primaryActionOf(view)
  const isEmptyRoom = view.stage.name === 'lobby' && view.joinedCount === 0
  const others = courseActionsOf(view)
  const act = ({ command, asks }: { readonly command: RemoteCommand; readonly asks: boolean }) =>
    asks ? setDialog(command.type === 'settle' ? 'settle' : 'end-question') : void onSend(command)
  const pressPrimary = primary && canPress && !isEmptyRoom ? () => act(primary) : undefined
  useKeys({
    primary: pressPrimary,
    byLetter: {
      ...Object.fromEntries(others.map((action) => [action.key, canPress ? () => act(action) : undefined])),
      '?': () => setDialog('keys'),
    },
  })
  return (
    <>
      <section aria-label={text.keys} className={styles.line}>
        {isEmptyRoom && <span className={styles.note}>{text.nobodyYet}</span>}
        {primary && !isEmptyRoom && (
          <KeyButton keyName={text.keySpace} main onPress={pressPrimary}>
            {text[primary.name]}
          </KeyButton>
        )}
        {others.map((action) => (
          <KeyButton
            key={action.name}
            keyName={action.key.toUpperCase()}
            onPress={canPress ? () => act(action) : undefined}
          >
            {text[action.name]}
          </KeyButton>
        ))}
        <KeyButton keyName="?" onPress={() => setDialog('keys')}>
          {text.keys}
        </KeyButton>
        <Notes view={view} extras={extras} now={now} failure={failure} />
      </section>
      <DrivingDialogs
        open={dialog}
        view={view}
        busy={!canPress}
        onClose={() => setDialog(null)}
        onDo={(command) => void onSend(command).then(() => setDialog(null))}
      />
    </>
  )
}

type KeyButtonProps = {
  readonly keyName: string
  readonly main?: boolean
  readonly onPress: (() => void) | undefined
  readonly children: ReactNode
}

function KeyButton({ keyName, main = false, onPress, children }: KeyButtonProps) {
  return (
    <button type="button" className={main ? styles.main : styles.button} disabled={!onPress} onClick={onPress}>
      <kbd className={styles.key}>{keyName}</kbd>
      <span>{children}</span>
    </button>
  )
}

function Notes({ view, extras, now, failure }: Pick<DrivingLineProps, 'view' | 'extras' | 'now' | 'failure'>) {
  const text = useMessages(oneScreen)
  const course = useMessages(courseWords)
  const codes = useMessages(refusals)
  const words =
    failure === 'unreachable' ? text.unreachable : failure === 'no-answer' ? course.noAnswer : failure && codes[failure]
  return (
    <>
      {view.autoAdvanceAt !== null && <AutoAdvance at={view.autoAdvanceAt} now={now} />}
      {extras.placeRequests > 0 && (
        <span className={styles.note}>{text.placeRequests({ count: extras.placeRequests })}</span>
      )}
      <span className={styles.failure} role="status">
        {words ?? (extras.storageTrouble !== null && text.storageTrouble)}
      </span>
    </>
  )
}

function AutoAdvance({ at, now }: { readonly at: number; readonly now: () => number }) {
  const text = useMessages(courseWords)
  const remaining = useRemainingMillis(at, now)
  return <span className={styles.note}>{text.autoAdvance({ seconds: Math.ceil(remaining / 1000) })}</span>
}
