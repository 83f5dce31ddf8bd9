import { useLocation } from 'wouter'
import { PlayScreen } from './play-screen.tsx'
import { usePlaySession } from './use-play-session.ts'

/** A member's phone in one room. */
export function PlayApp({ roomCode }: { readonly roomCode: string }) {
  return <Room key={roomCode} roomCode={roomCode} />
}

function Room({ roomCode }: { readonly roomCode: string }) {
  const { session, state } = usePlaySession(roomCode)
  const [, navigate] = useLocation()
  return (
    <PlayScreen roomCode={roomCode} state={state} actions={session} onRoomCode={(code) => navigate(`/p/${code}`)} />
  )
}
