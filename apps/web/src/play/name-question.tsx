import { play } from '@khac-sau/language'
import type { Roster } from '@khac-sau/session'
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useMessages } from '../ui/language.tsx'
import { isNoticeSeen, rememberNotice } from '../ui/privacy-notice.ts'
import { useReadingStart } from '../ui/use-reading-start.ts'
import { useTouchPress } from '../ui/use-touch-press.ts'
import styles from './name-question.module.css'

type NameQuestionProps = {
  readonly name: string
  readonly roster: Pick<Roster, 'cellName' | 'rehearsal'>
  /** Pressed, and on the way in: all that changes is the button, so that a slow phone shows it at once. */
  readonly entering: boolean
  readonly onYes: () => void
  readonly onNo: () => void
}

/** *Đồng chí là … ?*, in place of the list: the one thing to do on the screen. */
export function NameQuestion({ name, roster, entering, onYes, onNo }: NameQuestionProps) {
  const text = useMessages(play)
  const start = useReadingStart<HTMLSpanElement>(name)
  // Nothing of a rehearsal is kept (C9). It stays while the phone goes in: nothing may move under the finger.
  const [isNoticeShown] = useState(!roster.rehearsal && !isNoticeSeen())
  // The longest text here, below all that is pressed: a slow phone draws it once the question is there.
  const isNoticeDrawn = useDeferredValue(isNoticeShown, false)
  const yes = () => {
    if (entering) return
    if (isNoticeShown) rememberNotice()
    onYes()
  }
  const touch = useTouchPress(yes)
  useEffect(() => {
    // The list may have been rolled down.
    window.scrollTo(0, 0)
  }, [])
  const leave = ({ key }: KeyboardEvent) => key === 'Escape' && !entering && onNo()
  return (
    <div onKeyDown={leave}>
      <Card
        alone
        title={
          <span ref={start} tabIndex={-1}>
            {text.confirmTitle({ name })}
          </span>
        }
      >
        <p>{text.confirmText({ cell: roster.cellName })}</p>
        <div className={styles.answers}>
          <Button variant="primary" size="large" block busy={entering} onClick={yes} {...touch}>
            {entering ? text.enteringShort : text.thatIsMe}
          </Button>
          <Button block disabled={entering} onClick={onNo}>
            {text.notMeShort}
          </Button>
        </div>
        {isNoticeDrawn && (
          <p className={styles.notice}>
            {text.privacy} <a href={text.privacyAddress}>{text.privacyMore}</a>
          </p>
        )}
      </Card>
    </div>
  )
}
