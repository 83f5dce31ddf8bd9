import type { RemoteView } from '@khac-sau/engine'
import { courseWords, refusals, remote } from '@khac-sau/language'
import type { RemoteCommand, RemoteExtras } from '@khac-sau/protocol'
import { courseActionsOf, primaryActionOf, type RemoteFailure } from '@khac-sau/session'
import { useState } from 'react'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { useMessages } from '../ui/language.tsx'
import { useRemainingMillis } from '../ui/running-clock.tsx'
import { RemoteFrame } from './remote-frame.tsx'
import { RemoteNow } from './remote-now.tsx'
import styles from './remote-screen.module.css'

export type RemoteScreenProps = {
  readonly view: RemoteView
  readonly extras: RemoteExtras
  readonly now: () => number
  readonly isConnected: boolean
  /** The type of the command that is being carried out. */
  readonly pending: string | null
  readonly failure: RemoteFailure | null
  readonly onDismiss: () => void
  /** `true` once the server has carried it out. */
  readonly onSend: (command: RemoteCommand) => Promise<boolean>
}

/** What is on now, and one large button at the thumb for what comes next. */
export function RemoteScreen(props: RemoteScreenProps) {
  const { view, now, isConnected, pending, onSend } = props
  const text = useMessages(courseWords)
  const [asking, setAsking] = useState(false)
  return (
    <RemoteFrame isRehearsal={view.rehearsal}>
      <Notices {...props} />
      <RemoteNow view={view} now={now} />
      <div className={styles.others}>
        {courseActionsOf(view).map(({ name, command, asks }) => (
          <Button
            key={name}
            variant="secondary"
            disabled={!isConnected}
            busy={pending === command.type}
            onClick={() => (asks ? setAsking(true) : pending === null && void onSend(command))}
          >
            {text[name]}
          </Button>
        ))}
      </div>
      <Primary {...props} />
      {asking && <EndQuestion {...props} onClose={() => setAsking(false)} />}
    </RemoteFrame>
  )
}

/** Settling is the host's page's: a phone leads to the result and no further. */
function Primary({ view, now, isConnected, pending, onSend }: RemoteScreenProps) {
  const text = useMessages(courseWords)
  const primary = view.stage.name === 'podium' ? null : primaryActionOf(view)
  const isEmptyRoom = view.stage.name === 'lobby' && view.joinedCount === 0
  const waiting = { stem: text.waitReading, open: text.waitAnswers, closing: text.closing }
  const { name } = view.stage
  return (
    <div className={styles.primary}>
      {view.autoAdvanceAt !== null && <AutoAdvance at={view.autoAdvanceAt} now={now} />}
      {isEmptyRoom && <p className={styles.hint}>{text.nobodyYet}</p>}
      {primary ? (
        <div className={styles.big}>
          <Button
            variant="primary"
            size="large"
            block
            icon={primary.name === 'start' ? 'play' : 'next'}
            disabled={!isConnected || isEmptyRoom}
            busy={pending === primary.command.type}
            onClick={() => pending === null && void onSend(primary.command)}
          >
            {text[primary.name]}
          </Button>
        </div>
      ) : (
        name in waiting && <p className={styles.hint}>{waiting[name as keyof typeof waiting]}</p>
      )}
    </div>
  )
}

function AutoAdvance({ at, now }: { readonly at: number; readonly now: () => number }) {
  const text = useMessages(courseWords)
  const remaining = useRemainingMillis(at, now)
  return <p className={styles.hint}>{text.autoAdvance({ seconds: Math.ceil(remaining / 1000) })}</p>
}

function Notices({ view, extras, isConnected, failure, onDismiss }: RemoteScreenProps) {
  const text = useMessages(remote)
  const course = useMessages(courseWords)
  const codes = useMessages(refusals)
  if (!isConnected) {
    return (
      <Banner tone="offline" title={course.lostTitle} pinned>
        {course.lostText}
      </Banner>
    )
  }
  const wordsOf = (code: RemoteFailure) =>
    code === 'unreachable' ? text.unreachable : code === 'no-answer' ? course.noAnswer : codes[code]
  return (
    <>
      {failure !== null && (
        <Banner tone="error" title={text.notSent} pinned action={<Button onClick={onDismiss}>{course.dismiss}</Button>}>
          {wordsOf(failure)}
        </Banner>
      )}
      {extras.storageTrouble !== null && (
        <Banner tone="error" title={text.storageTitle}>
          {text.storageText}
        </Banner>
      )}
      {extras.placeRequests > 0 && (
        <Banner tone="warning" title={text.placeRequests({ count: extras.placeRequests })} />
      )}
      {view.stage.name === 'podium' && (
        <Banner tone="info" title={view.settled ? text.settledTitle : text.overTitle}>
          {!view.settled && text.overText}
        </Banner>
      )}
    </>
  )
}

/** A7: open no longer than the question itself. */
function EndQuestion({ view, pending, onSend, onClose }: RemoteScreenProps & { readonly onClose: () => void }) {
  const text = useMessages(courseWords)
  const { stage } = view
  if (stage.name !== 'open' && !(stage.name === 'closing' && stage.someHaveTime)) return null
  const { answered, expected } = stage.progress
  const { openingId } = stage
  return (
    <ConfirmDialog
      open
      title={text.endQuestionTitle}
      confirmLabel={text.endQuestionConfirm}
      cancelLabel={text.keep}
      danger
      busy={pending !== null}
      onConfirm={() => void onSend({ type: 'end-question', openingId }).then(onClose)}
      onCancel={onClose}
    >
      <p>
        <b>{text.endQuestionText({ missing: Math.max(0, expected - answered) })}</b>
      </p>
      <p>{text.endQuestionNext}</p>
    </ConfirmDialog>
  )
}
