import { hostShell } from '@khac-sau/language'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { FailureBanner } from './failure-banner.tsx'
import { failureOfError } from './queries.ts'

type LoadedProps<Value> = {
  readonly query: UseQueryResult<Value>
  readonly children: (value: Value) => ReactNode
}

/** What was loaded, or why it was not and how to try again. A value once shown stays while it is loaded anew. */
export function Loaded<Value>({ query, children }: LoadedProps<Value>) {
  const text = useMessages(hostShell)
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isPending) return <Spinner label={text.loading} />
  return (
    <FailureBanner
      failure={failureOfError(query.error)}
      title={text.notLoaded}
      action={<Button onClick={() => void query.refetch()}>{text.retry}</Button>}
    />
  )
}
