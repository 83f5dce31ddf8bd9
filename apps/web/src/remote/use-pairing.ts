import type { RemotePairing } from '@khac-sau/protocol'
import { useCallback, useEffect, useState } from 'react'

export type Pairing =
  | { readonly name: 'pairing' }
  /** The code is kept: it may be good still. */
  | { readonly name: 'unreachable' }
  /** `refused`: the code was no good. This phone may be the remote all the same, if it scanned the code twice. */
  | { readonly name: 'done'; readonly refused: boolean }

/** Exchanges the code of the address for a cookie, once, and takes it out of the address. */
export function usePairing(secret: string | null): { readonly pairing: Pairing; readonly tryAgain: () => void } {
  const [pairing, setPairing] = useState<Pairing>(
    secret === null ? { name: 'done', refused: false } : { name: 'pairing' },
  )
  const exchange = useCallback(() => {
    if (secret === null) return
    setPairing({ name: 'pairing' })
    void exchanged(secret).then((outcome) => {
      if (outcome.name === 'done') window.history.replaceState(null, '', window.location.pathname)
      setPairing(outcome)
    })
  }, [secret])
  useEffect(exchange, [exchange])
  return { pairing, tryAgain: exchange }
}

async function exchanged(pairingSecret: string): Promise<Pairing> {
  try {
    const response = await fetch('/api/remote', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pairingSecret } satisfies RemotePairing),
    })
    if (response.ok) return { name: 'done', refused: false }
    return response.status >= 500 ? { name: 'unreachable' } : { name: 'done', refused: true }
  } catch {
    return { name: 'unreachable' }
  }
}
