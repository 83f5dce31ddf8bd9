import { play } from '@khac-sau/language'
import type { OwnAnswerView } from '@khac-sau/engine'
import type { RefusalCode } from '@khac-sau/protocol'
import type { AnswerState } from '@khac-sau/session'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { SavedSeal } from '../ui/saved-seal.tsx'
import { useTouchPress } from '../ui/use-touch-press.ts'
import { RefusalReason } from './refusal-reason.tsx'
import { savedDetail } from './saved-words.ts'
import styles from './answer-bar.module.css'

type AnswerBarProps = {
  readonly answer: AnswerState
  readonly closing: boolean
  /** R2 */
  readonly untimed: boolean
  readonly offline: boolean
  readonly multiple: boolean
  readonly oneTap: boolean
  readonly onSubmit: (event: { readonly timeStamp: number }) => void
}

/** At the thumb: the button that submits, then what became of the answer. The screen around it says it aloud. */
export function AnswerBar(props: AnswerBarProps) {
  const text = useMessages(play)
  return (
    <>
      {props.offline && (
        <p className={styles.offline} role="status">
          <Icon name="offline" />
          <span>{text.offlineTitle}</span>
        </p>
      )}
      <AnswerPart {...props} />
    </>
  )
}

function AnswerPart(props: AnswerBarProps) {
  const { answer, closing, untimed } = props
  const text = useMessages(play)
  switch (answer.name) {
    case 'none':
    case 'choosing':
      return closing ? <SubmitNothing /> : <Submit {...props} />
    case 'sending':
      return (
        <Button variant="primary" size="large" block busy>
          {text.sending}
        </Button>
      )
    case 'not-sent':
      return <SavedSeal state="not-sent" text={text.notSent} detail={text.notSentText} quiet />
    case 'saved':
      return <Saved answer={answer.answer} untimed={untimed} />
    case 'refused':
      if (!answer.kept) return <Refused code={answer.refusal} />
      return (
        <Banner tone="warning" title={text.tooLate} quiet>
          {text.tooLateText}
        </Banner>
      )
  }
}

function Submit({ answer, offline, multiple, oneTap, onSubmit }: AnswerBarProps) {
  const text = useMessages(play)
  const chosen = answer.name === 'choosing'
  const touch = useTouchPress(chosen ? onSubmit : undefined)
  const hint = multiple ? text.chooseAllFirst : text.chooseFirst
  if (oneTap) return offline ? null : <p className={styles.hint}>{text.tapSubmits}</p>
  return (
    <>
      {!offline && <p className={styles.hint}>{chosen ? text.notSubmittedYet : hint}</p>}
      <Button variant="primary" size="large" block disabled={!chosen} onClick={onSubmit} {...touch}>
        {text.submit}
      </Button>
    </>
  )
}

function Refused({ code }: { readonly code: RefusalCode }) {
  const text = useMessages(play)
  return (
    <Banner tone="error" title={text.refused}>
      <RefusalReason code={code} />
    </Banner>
  )
}

type SavedProps = { readonly answer: OwnAnswerView; readonly untimed: boolean }

function Saved({ answer, untimed }: SavedProps) {
  const text = useMessages(play)
  const { locale } = useLanguage()
  return <SavedSeal state="saved" text={text.saved} detail={savedDetail(answer, untimed, text, locale)} quiet />
}

function SubmitNothing() {
  const text = useMessages(play)
  return (
    <Banner tone="info" title={text.closedWithoutAnswer} quiet>
      {text.waitForReveal}
    </Banner>
  )
}
