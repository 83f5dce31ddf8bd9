import { playCare } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { copyText } from '../ui/copy-text.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { type InAppBrowser, inAppBrowser } from '../ui/in-app-browser.ts'
import { useMessages } from '../ui/language.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import { StickyBar } from '../ui/sticky-bar.tsx'
import styles from './in-app-bar.module.css'

const storageKey = 'khac-sau.in-app-hint'

/** At the foot of the page, so that no name moves under a finger: everything works here, and this is the way out. */
export function InAppBar() {
  const inside = inAppBrowser(navigator.userAgent)
  const [hidden, setHidden] = useState(wasHidden)
  if (!inside || hidden || isInstalled()) return null
  const hide = () => {
    setHidden(true)
    rememberHidden()
  }
  return (
    <StickyBar edge="bottom">
      <Bar inside={inside} onHide={hide} />
    </StickyBar>
  )
}

function Bar({ inside, onHide }: { readonly inside: InAppBrowser; readonly onHide: () => void }) {
  const text = useMessages(playCare)
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className={styles.row}>
        <p className={styles.words}>
          <b>{inside.app === null ? text.insideSomeApp : text.insideApp({ app: inside.app })}</b> {text.worksHere}
        </p>
        <IconButton icon="close" label={text.hide} onClick={onHide} />
      </div>
      {open ? <WayOut inside={inside} /> : <Button onClick={() => setOpen(true)}>{text.openInBrowser}</Button>}
    </>
  )
}

function WayOut({ inside }: { readonly inside: InAppBrowser }) {
  const text = useMessages(playCare)
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null)
  const link = window.location.href
  return (
    <>
      <p className={styles.words}>{inside.system === 'ios' ? text.wayOutIphone : text.wayOut}</p>
      <Button icon="copy" onClick={() => void copyText(link).then((done) => setOutcome(done ? 'copied' : 'by-hand'))}>
        {text.copyLink}
      </Button>
      <StatusLine>
        {outcome === 'copied' && text.copied}
        {outcome === 'by-hand' && (
          <>
            {text.copyByHand} <span className={styles.link}>{link}</span>
          </>
        )}
      </StatusLine>
    </>
  )
}

/** Opened from the home screen of an iPhone it has no mark of Safari either. */
function isInstalled(): boolean {
  return (navigator as { readonly standalone?: boolean }).standalone === true
}

function wasHidden(): boolean {
  try {
    return localStorage.getItem(storageKey) !== null
  } catch {
    return false
  }
}

function rememberHidden(): void {
  try {
    localStorage.setItem(storageKey, 'hidden')
  } catch {
    // Some of these browsers keep nothing: it is hidden as long as the page lasts.
  }
}
