import { hostShell, refusals } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { Failed, HostFailure } from './api.ts'
import { useLastChangeWords } from './last-change-words.ts'

type FailureBannerProps = {
  readonly failure: HostFailure | null
  /** Of a `conflict`. */
  readonly lastChange?: Failed['lastChange']
  readonly title?: string | undefined
  readonly action?: ReactNode
}

export function FailureBanner({ failure, lastChange, title, action }: FailureBannerProps) {
  const text = useMessages(hostShell)
  const textOf = useFailureText()
  const wordsOf = useLastChangeWords()
  if (failure === null) return null
  return (
    <Banner tone="error" title={title ?? text.notDone} action={action}>
      {failure === 'conflict' && `${wordsOf(lastChange)} `}
      {textOf(failure)}
    </Banner>
  )
}

export function useFailureText(): (failure: HostFailure) => string {
  const shell = useMessages(hostShell)
  const codes = useMessages(refusals)
  return (failure) => {
    if (failure === 'unreachable' || failure === 'unreadable') return shell[failure]
    return codes[failure]
  }
}
