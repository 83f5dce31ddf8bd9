import { hostBackups } from '@khac-sau/language'
import type { LastRestore } from '@khac-sau/protocol'
import { useState } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useFailureText } from '../parts/failure-banner.tsx'

/** What became of the restore, when the page is back. */
export function LastRestoreBanner({ lastRestore }: { readonly lastRestore: LastRestore }) {
  const text = useMessages(hostBackups)
  const textOf = useFailureText()
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null
  const { refusal, keptAs } = lastRestore
  const action = <Button onClick={() => setDismissed(true)}>{text.dismiss}</Button>
  if (refusal !== null) {
    return (
      <Banner tone="error" title={text.failedTitle} action={action}>
        {textOf(refusal)}
      </Banner>
    )
  }
  return (
    <Banner tone="info" title={text.restoredTitle} action={action}>
      {keptAs !== null && text.restoredKept}
    </Banner>
  )
}
