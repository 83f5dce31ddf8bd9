import { PlayScreen } from './play-screen.tsx'
import { usePlaySession } from './use-play-session.ts'

/** A member's phone in one room; another room is another page. */
export function PlayApp({ roomCode }: { readonly roomCode: string }) {
  const { session, state } = usePlaySession(roomCode)
  const goToRoom = (code: string) => window.location.assign(`/p/${code}`)
  return <PlayScreen roomCode={roomCode} state={state} actions={session} onRoomCode={goToRoom} />
}
