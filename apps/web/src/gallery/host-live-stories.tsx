import type { HostView, ScreenStage } from '@khac-sau/engine'
import { hostLive } from '@khac-sau/language'
import type { HostExtras } from '@khac-sau/protocol'
import type { ComponentType } from 'react'
import { LiveScreen } from '../host/live/live-screen.tsx'
import { RehearsalBar } from '../host/live/rehearsal-bar.tsx'
import { HostFrame } from './host-frame.tsx'
import { extras, hostNow, hostView, placeRequests, signedIn, stages } from './host-samples.ts'
import { Pressed } from './pressed.tsx'

/** The host's page of a running contest, in every state. */
export const hostLiveStories: Readonly<Record<string, ComponentType>> = {
  'host-live-lobby': () => <Story stage={stages.lobby} />,
  'host-live-lobby-empty': () => <Story stage={stages.empty} />,
  'host-live-place-request': () => <Story stage={stages.lobby} more={{ placeRequests }} />,
  'host-live-person': () => (
    <Pressed words={() => 'Trần Văn Đức'}>
      <Story stage={stages.lobby} />
    </Pressed>
  ),
  'host-live-stem': () => <Story stage={stages.stem} />,
  'host-live-open': () => <Story stage={stages.open} />,
  'host-live-end-question': () => (
    <Pressed words={(locale) => hostLive[locale].endQuestion}>
      <Story stage={stages.open} />
    </Pressed>
  ),
  'host-live-closing': () => <Story stage={stages.closing} />,
  'host-live-some-have-time': () => <Story stage={stages.longer} />,
  'host-live-reveal': () => <Story stage={stages.reveal} />,
  'host-live-reveal-automatic': () => <Story stage={stages.reveal} view={{ autoAdvanceAt: hostNow() + 7_000 }} />,
  'host-live-warm-up-next': () => <Story stage={{ ...stages.lobby, warmUp: true }} view={{ next: 'warm-up' }} />,
  'host-live-warm-up': () => <Story stage={stages.warmUp} view={{ step: 'reveal-warm-up', ...afterWarmUp }} />,
  'host-live-amend': () => (
    <Pressed words={(locale) => hostLive[locale].wrongKey}>
      <Story stage={stages.reveal} />
    </Pressed>
  ),
  'host-live-paused': () => <Story stage={stages.reveal} view={{ paused: true }} />,
  'host-live-standings': () => <Story stage={stages.standings} />,
  'host-live-podium': () => <Story stage={stages.podium} />,
  'host-live-settle': () => (
    <Pressed words={(locale) => hostLive[locale].settle}>
      <Story stage={stages.podium} />
    </Pressed>
  ),
  'host-live-settled': () => <Story stage={stages.podium} view={{ settled: true }} />,
  'host-live-finish': () => (
    <Pressed words={(locale) => hostLive[locale].finish}>
      <Story stage={stages.reveal} />
    </Pressed>
  ),
  'host-live-keys': () => (
    <Pressed words={(locale) => hostLive[locale].keys}>
      <Story stage={stages.reveal} />
    </Pressed>
  ),
  'host-live-offline': () => <Story stage={stages.open} isConnected={false} />,
  'host-live-disk-full': () => <Story stage={stages.open} more={{ storageTrouble: 'disk-full' }} />,
  'host-live-rehearsal': () => <Story stage={stages.lobby} view={{ rehearsal: true }} />,
}

type StoryProps = {
  readonly stage: ScreenStage
  readonly view?: Partial<HostView>
  readonly more?: Partial<HostExtras>
  readonly isConnected?: boolean
}

/** Who could not answer is seen still; nothing has been asked that counts. */
const afterWarmUp = { asked: [], ranking: [], people: hostView(stages.open).people }

const accepted = async () => null

function Story({ stage, view, more, isConnected = true }: StoryProps) {
  return (
    <HostFrame>
      {view?.rehearsal && <RehearsalBar contestId="a" />}
      <LiveScreen
        contestId="a"
        boardUrl={signedIn.cell.boardUrl}
        isConnected={isConnected}
        view={hostView(stage, view)}
        extras={{ ...extras, ...more }}
        now={hostNow}
        send={accepted}
        answerPlaceRequest={accepted}
        pairRemote={async () => ({ url: 'http://192.168.1.20:3000/remote#ma-ghep', validMillis: 120_000 })}
        endRemote={accepted}
        peek={accepted}
      />
    </HostFrame>
  )
}
