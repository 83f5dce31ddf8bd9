import type { MemberView } from '@khac-sau/engine'
import type { MemberState } from '@khac-sau/session'
import { useEffect } from 'react'
import { ConnectingScreen } from './connecting-screen.tsx'
import { PodiumScreen, preloadLaterScreens, QuestionScreen, RevealScreen, StemScreen } from './later-screens.tsx'
import { LobbyScreen } from './lobby-screen.tsx'
import type { PlayActions } from './play-actions.ts'
import { PlayFrame } from './play-frame.tsx'
import { RefusedScreen } from './refused-screen.tsx'
import { RemovedScreen } from './removed-screen.tsx'
import { RosterScreen } from './roster-screen.tsx'
import { optionPlaces, Unveiled } from '../ui/unveiled.tsx'

type PlayScreenProps = {
  readonly roomCode: string
  readonly state: MemberState
  readonly actions: PlayActions
  readonly onRoomCode: (roomCode: string) => void
}

export function PlayScreen({ roomCode, state, actions, onRoomCode }: PlayScreenProps) {
  const isIn = state.roster !== null || state.view !== null
  useEffect(() => {
    if (isIn) preloadLaterScreens()
  }, [isIn])
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
  switch (stage.name) {
    case 'lobby':
      return <LobbyScreen view={view} onLeave={actions.leave} />
    case 'stem':
    case 'open':
    case 'closing':
      return <AskedScreen key={stage.openingId} view={view} state={state} actions={actions} />
    case 'reveal':
      return <RevealScreen view={view} stage={stage} answer={state.answer} />
    case 'podium':
      return <PodiumScreen view={view} stage={stage} />
    case 'removed':
      return <RemovedScreen onLeave={actions.leave} />
  }
}

/** The stem; behind it their places and, as soon as they have come, the options, which then open all at once (T8). */
function AskedScreen({ view, state, actions }: StageScreenProps) {
  const { answer } = state
  const veiled = view.stage.name === 'stem'
  const asked = veiled ? (state.upcoming ?? withPlaces(view)) : view
  return (
    <Unveiled
      unveilsAt={state.unveilsAt}
      veil={
        view.stage.name === 'stem' ? (
          <StemScreen view={view} stage={view.stage} answer={answer} now={actions.contestNow} />
        ) : null
      }
    >
      {(asked.stage.name === 'open' || asked.stage.name === 'closing') && (
        <QuestionScreen
          view={asked}
          stage={asked.stage}
          answer={answer}
          offline={state.status === 'offline'}
          veiled={veiled}
          unveilsAt={state.unveilsAt}
          actions={actions}
        />
      )}
    </Unveiled>
  )
}

/** So that options need only be written into it when they come, a slow phone has it ready before. */
function withPlaces(view: MemberView): MemberView {
  const { stage } = view
  return stage.name === 'stem' ? { ...view, stage: { ...stage, name: 'open', options: optionPlaces, own: null } } : view
}
