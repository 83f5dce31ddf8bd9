import type { MemberView } from '@khac-sau/engine'
import type { MemberState } from '@khac-sau/session'
import { Suspense, useEffect } from 'react'
import { ConnectingScreen } from './connecting-screen.tsx'
import { PodiumScreen, preloadLaterScreens } from './later-screens.ts'
import { LobbyScreen } from './lobby-screen.tsx'
import type { PlayActions } from './play-actions.ts'
import { PlayFrame } from './play-frame.tsx'
import { QuestionScreen } from './question-screen.tsx'
import { RefusedScreen } from './refused-screen.tsx'
import { RemovedScreen } from './removed-screen.tsx'
import { RevealScreen } from './reveal-screen.tsx'
import { RosterScreen } from './roster-screen.tsx'
import { StemScreen } from './stem-screen.tsx'

type PlayScreenProps = {
  readonly roomCode: string
  readonly state: MemberState
  readonly actions: PlayActions
  readonly onRoomCode: (roomCode: string) => void
}

export function PlayScreen({ roomCode, state, actions, onRoomCode }: PlayScreenProps) {
  const screen = () => {
    if (state.status === 'refused' && state.refusal && state.refusal !== 'unknown-token') {
      return <RefusedScreen refusal={state.refusal} roomCode={roomCode} onRoomCode={onRoomCode} />
    }
    if (state.view) return <StageScreen view={state.view} state={state} actions={actions} />
    if (state.roster) {
      return <RosterScreen roster={state.roster} place={state.place} displaced={state.displaced} actions={actions} />
    }
    return <ConnectingScreen />
  }
  return <PlayFrame state={state}>{screen()}</PlayFrame>
}

type StageScreenProps = Pick<PlayScreenProps, 'state' | 'actions'> & { readonly view: MemberView }

function StageScreen({ view, state, actions }: StageScreenProps) {
  const { stage } = view
  useEffect(preloadLaterScreens, [])
  switch (stage.name) {
    case 'lobby':
      return <LobbyScreen view={view} onLeave={actions.leave} />
    case 'stem':
      return <StemScreen view={view} stage={stage} answer={state.answer} now={actions.contestNow} />
    case 'open':
    case 'closing':
      return (
        <QuestionScreen
          view={view}
          stage={stage}
          answer={state.answer}
          offline={state.status === 'offline'}
          actions={actions}
        />
      )
    case 'reveal':
      return <RevealScreen view={view} stage={stage} answer={state.answer} />
    case 'podium':
      return (
        <Suspense fallback={<ConnectingScreen />}>
          <PodiumScreen view={view} stage={stage} />
        </Suspense>
      )
    case 'removed':
      return <RemovedScreen onLeave={actions.leave} />
  }
}
