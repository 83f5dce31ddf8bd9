import { useEffect, useState, useSyncExternalStore } from 'react'
import { watchReturns } from '../ui/watch-returns.ts'
import { createPlaySession } from './socket.ts'

/** One room's session, as long as the page shows that room: another room is another page. */
export function usePlaySession(roomCode: string) {
  const [session] = useState(() => createPlaySession(roomCode))
  useEffect(() => {
    session.start()
    const unwatch = watchReturns(session.wake)
    // Only what other pages of this browser write.
    window.addEventListener('storage', session.storageChanged)
    return () => {
      unwatch()
      window.removeEventListener('storage', session.storageChanged)
      session.stop()
    }
  }, [session])
  return { session, state: useSyncExternalStore(session.subscribe, session.snapshot) }
}
