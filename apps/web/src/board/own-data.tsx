import { board as texts } from '@khac-sau/language'
import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { StatusLine } from '../ui/status-line.tsx'
import styles from './own-data.module.css'

type OwnDataProps = {
  /** `null` where it did not come. */
  readonly load: (language: string) => Promise<Blob | null>
}

/** P2: for the phone that is known as a member's. */
export function OwnData({ load }: OwnDataProps) {
  const text = useMessages(texts)
  const { locale } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const download = async () => {
    setBusy(true)
    setFailed(false)
    const file = await load(locale)
    setBusy(false)
    if (file) save(file, text.ownDataFile)
    else setFailed(true)
  }
  return (
    <section className={styles.own}>
      <Button icon="download" busy={busy} onClick={() => void download()}>
        {text.ownData}
      </Button>
      <p className={styles.hint}>{text.ownDataHint}</p>
      <StatusLine>{failed ? text.ownDataFailed : ''}</StatusLine>
    </section>
  )
}

/** A token cannot be in a link, so the file comes by a request and is handed to the browser. */
function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it only after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
