import { useCallback, useState } from 'react'

/** Whether an address is at another place than when this page first had it, or was last told that it had been seen. */
export function useMoved(url: string | null): { readonly moved: boolean; readonly seen: () => void } {
  const place = url === null ? null : new URL(url).origin
  const [known, setKnown] = useState(place)
  if (known === null && place !== null) setKnown(place)
  const seen = useCallback(() => setKnown(place), [place])
  return { moved: place !== null && known !== null && place !== known, seen }
}
