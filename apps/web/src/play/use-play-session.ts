import type { MemberSession } from '@khac-sau/session'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { createPlaySession } from './socket.ts'

/** One room's session, as long as the page shows that room: another room is another component. */
export function usePlaySession(roomCode: string) {
  const [session] = useState(() => createPlaySession(roomCode))
  useEffect(() => {
    session.start()
    const unwatch = watchReturns(session)
    return () => {
      unwatch()
      session.stop()
    }
  }, [session])
  return { session, state: useSyncExternalStore(session.subscribe, session.snapshot) }
}

/** A locked phone, another app, a network change: sockets die there without a word. */
function watchReturns(session: MemberSession): () => void {
  const wake = () => {
    if (document.visibilityState === 'visible') session.wake()
  }
  document.addEventListener('visibilitychange', wake)
  window.addEventListener('pageshow', wake)
  window.addEventListener('online', wake)
  return () => {
    document.removeEventListener('visibilitychange', wake)
    window.removeEventListener('pageshow', wake)
    window.removeEventListener('online', wake)
  }
}
