import { hostShell, refusals } from '@khac-sau/language'
import type { ReactNode } from 'react'
import { Banner } from '../../ui/banner.tsx'
import { useMessages } from '../../ui/language.tsx'
import type { HostFailure } from './api.ts'

type FailureBannerProps = {
  readonly failure: HostFailure | null
  readonly title?: string | undefined
  readonly action?: ReactNode
}

export function FailureBanner({ failure, title, action }: FailureBannerProps) {
  const text = useMessages(hostShell)
  const textOf = useFailureText()
  if (failure === null) return null
  return (
    <Banner tone="error" title={title ?? text.notDone} action={action}>
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
