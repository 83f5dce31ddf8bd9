import { hostShell } from '@khac-sau/language'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import styles from './copy-field.module.css'

type CopyFieldProps = { readonly label: string; readonly value: string }

/** A link to pass on. Without a clipboard (plain http) the text is selected, to be copied by hand. */
export function CopyField({ label, value }: CopyFieldProps) {
  const text = useMessages(hostShell)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null)
  useEffect(() => {
    if (outcome === null) return undefined
    const timer = setTimeout(() => setOutcome(null), 4_000)
    return () => clearTimeout(timer)
  }, [outcome])
  const copy = async () => {
    input.current?.select()
    setOutcome((await copyText(value)) ? 'copied' : 'by-hand')
  }
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.row}>
        <input id={id} ref={input} className={styles.value} readOnly value={value} />
        <Button icon="copy" onClick={() => void copy()}>
          {text.copy}
        </Button>
      </div>
      <p className={styles.outcome} role="status">
        {outcome === 'copied' && text.copied}
        {outcome === 'by-hand' && text.copyByHand}
      </p>
    </div>
  )
}

async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return document.execCommand('copy') // Plain http has no clipboard; the input is selected already.
  }
}
