import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Failed, HostFailure, Outcome } from './api.ts'
import { keys } from './queries.ts'

type Action = {
  readonly busy: boolean
  readonly failure: HostFailure | null
  /** Of a `conflict`. */
  readonly lastChange: Failed['lastChange']
  readonly clearFailure: () => void
  /** Does it and says whether it was done; what went wrong stays in `failure` until the next try. */
  readonly run: <Value>(perform: () => Promise<Outcome<Value>>) => Promise<Outcome<Value>>
}

/** One thing at a time that a person asks of the server. */
export function useAction(): Action {
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<Failed | null>(null)
  return {
    busy,
    failure: failed?.failure ?? null,
    lastChange: failed?.lastChange,
    clearFailure: () => setFailed(null),
    async run(perform) {
      setBusy(true)
      setFailed(null)
      const outcome = await perform()
      setBusy(false)
      if (!outcome.ok) {
        setFailed(outcome)
        if (outcome.failure === 'signed-out') client.setQueryData(keys.session, null)
      }
      return outcome
    },
  }
}
