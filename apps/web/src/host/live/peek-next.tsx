import { hostLive } from '@khac-sau/language'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '../../ui/language.tsx'
import type { Peeked } from './use-live-contest.ts'
import styles from './peek-next.module.css'

type PeekNextProps = { readonly peek: () => Promise<Peeked | null> }

/** `null`: it did not come. */
type Shown = { readonly peeked: Peeked | null }

/** The next question, and the notes, are on this page only while the button is held down: somebody may look over the host's shoulder. */
export function PeekNext({ peek }: PeekNextProps) {
  const text = useMessages(hostLive)
  const [shown, setShown] = useState<Shown | null>(null)
  const held = useRef(0)
  const hide = () => {
    held.current = 0
    setShown(null)
  }
  const hold = () => {
    if (held.current > 0) return
    holds += 1
    const hold = holds
    held.current = hold
    // Let go before it came, it is not shown any more.
    void peek().then((peeked) => held.current === hold && setShown({ peeked }))
  }
  useEffect(() => {
    // Also where the button never hears of its release: another window, another tab.
    window.addEventListener('blur', hide)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('blur', hide)
      document.removeEventListener('visibilitychange', hide)
    }
  }, [])
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return
    event.preventDefault()
    if (!event.repeat) hold()
  }
  return (
    <div className={styles.peek}>
      <button
        type="button"
        className={styles.button}
        aria-pressed={shown !== null}
        onPointerDown={hold}
        onPointerUp={hide}
        onPointerLeave={hide}
        onPointerCancel={hide}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={keyDown}
        onKeyUp={hide}
        onBlur={hide}
      >
        {text.peek}
      </button>
      <div className={styles.next} role="status">
        {shown && <What peeked={shown.peeked} />}
      </div>
    </div>
  )
}

function What({ peeked }: { readonly peeked: Peeked | null }) {
  const text = useMessages(hostLive)
  if (!peeked) return <p>{text.peekFailed}</p>
  const { next, notes } = peeked
  if (!next && notes === '') return <p>{text.peekNothing}</p>
  return (
    <>
      {next && <p>{nextWords(next, text)}</p>}
      {notes !== '' && <p className={styles.notes}>{text.peekNotes({ notes })}</p>}
    </>
  )
}

function nextWords({ question, stem }: NonNullable<Peeked['next']>, text: (typeof hostLive)['vi']): string {
  return question === null ? text.peekWarmUp({ stem }) : text.peekShown({ number: question + 1, stem })
}

let holds = 0
