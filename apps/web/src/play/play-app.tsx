import type { MemberSession } from '@khac-sau/session'
import { useSyncExternalStore } from 'react'
import { PlayScreen } from './play-screen.tsx'

/** A member's phone in one room; another room is another page. */
export function PlayApp({ roomCode, session }: { readonly roomCode: string; readonly session: MemberSession }) {
  const state = useSyncExternalStore(session.subscribe, session.snapshot)
  const goToRoom = (code: string) => window.location.assign(`/p/${code}`)
  return <PlayScreen roomCode={roomCode} state={state} actions={session} onRoomCode={goToRoom} />
}
