import type { Progress, ScreenView } from '@khac-sau/engine'
import { rehearsal, screen } from '@khac-sau/language'
import type { JoinInfo } from '@khac-sau/protocol'
import { useState } from 'react'
import { classNames } from '../ui/class-names.ts'
import { Icon } from '../ui/icon.tsx'
import { useMessages } from '../ui/language.tsx'
import { RehearsalMark } from '../ui/rehearsal-mark.tsx'
import { FullScreenButton } from './full-screen-button.tsx'
import { LobbyStage } from './lobby-stage.tsx'
import { PausedOverlay } from './paused-overlay.tsx'
import { PodiumStage } from './podium-stage.tsx'
import { QuestionStage } from './question-stage.tsx'
import { SoundButton } from './sound-button.tsx'
import { useSounds } from './use-sounds.ts'
import { RevealStage } from './reveal-stage.tsx'
import { StandingsStage } from './standings-stage.tsx'
import { StemStage } from './stem-stage.tsx'
import { optionPlaces, Unveiled } from '../ui/unveiled.tsx'
import type { PlacePositions } from './use-moves.ts'
import styles from './screen-page.module.css'

type ScreenPageProps = {
  readonly view: ScreenView
  /** The question with its options, to be laid out unseen until they open (T8). */
  readonly upcoming: ScreenView | null
  /** When they do, by the page's own clock. */
  readonly unveilsAt: number | null
  /** `null` once nobody can join any more. */
  readonly join: JoinInfo | null
  /** Comes more often than views do; may still be of the opening before. */
  readonly progress: Progress | null
  readonly connected: boolean
  /** The contest clock. */
  readonly now: () => number
}

/**
 * All of what the room sees. Light paper and strong ink, in every room: a weak projector cannot draw black, only the
 * grey of a lit wall, so that dark themes lose most of their contrast there while a light ground keeps it.
 */
export function ScreenPage(props: ScreenPageProps) {
  const text = useMessages(screen)
  const { mark, note } = useMessages(rehearsal)
  const isRehearsal = props.view.rehearsal
  const sounds = useSounds(props.view.stage, props.now)
  return (
    <div className={classNames(styles.screen, isRehearsal && styles.rehearsing)}>
      {isRehearsal && <RehearsalMark mark={mark} note={note} size="projector" />}
      <Stage {...props} />
      {props.view.paused && <PausedOverlay />}
      {!props.connected && (
        <p className={styles.lost} role="status">
          <Icon name="offline" />
          <span>{text.connectionLost}</span>
        </p>
      )}
      <SoundButton {...sounds} />
      <FullScreenButton />
    </div>
  )
}

function Stage(props: ScreenPageProps) {
  const [positions] = useState<PlacePositions>(() => new Map())
  const { view, join } = props
  const { stage } = view
  switch (stage.name) {
    case 'lobby':
      return <LobbyStage view={view} stage={stage} join={join} />
    case 'stem':
    case 'open':
    case 'closing':
      return <AskedStage key={stage.openingId} {...props} />
    case 'reveal':
      return <RevealStage view={view} stage={stage} join={join} />
    case 'standings':
      return <StandingsStage view={view} stage={stage} join={join} positions={positions} />
    case 'podium':
      return <PodiumStage view={view} stage={stage} />
  }
}

/** The stem; behind it their places and, as soon as they have come, the options, which then open all at once (T8). */
function AskedStage({ view, upcoming, unveilsAt, join, progress, now }: ScreenPageProps) {
  const veiled = view.stage.name === 'stem'
  const asked = veiled ? (upcoming ?? withPlaces(view)) : view
  return (
    <Unveiled
      unveilsAt={unveilsAt}
      veil={view.stage.name === 'stem' ? <StemStage view={view} stage={view.stage} join={join} now={now} /> : null}
    >
      {(asked.stage.name === 'open' || asked.stage.name === 'closing') && (
        <QuestionStage
          view={asked}
          stage={asked.stage}
          progress={newer(progress, asked.stage.progress)}
          join={join}
          now={now}
          veiled={veiled}
        />
      )}
    </Unveiled>
  )
}

/** Options need only be written into it when they come. */
function withPlaces(view: ScreenView): ScreenView {
  const { stage, joinedCount } = view
  if (stage.name !== 'stem') return view
  const progress = { openingId: stage.openingId, answered: 0, expected: joinedCount }
  return { ...view, stage: { ...stage, name: 'open', options: optionPlaces, progress, someHaveTime: false } }
}

/** Answers are never taken back, so of one opening the fuller count is the newer. */
function newer(sent: Progress | null, viewed: Progress): Progress {
  return sent?.openingId === viewed.openingId && sent.answered >= viewed.answered ? sent : viewed
}
