import type { RemoteStage, RemoteView } from '@khac-sau/engine'
import type { RemoteExtras } from '@khac-sau/protocol'
import type { ComponentType } from 'react'
import { RemoteEnded } from '../remote/remote-ended.tsx'
import { RemoteFrame } from '../remote/remote-frame.tsx'
import { RemoteScreen, type RemoteScreenProps } from '../remote/remote-screen.tsx'
import { DrivingLine } from '../screen/driving-line.tsx'
import { warmUp } from './samples.ts'
import { screenStories } from './screen-stories.tsx'

/** Pictures must not depend on when they are taken: the contest clock stands still. */
const now = () => 100_000

const stem = {
  openingId: 'q3',
  question: 2,
  stem: 'Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ được ban hành ngày nào?',
  multiple: false,
  continued: false,
  stemAt: 97_000,
  opensAt: 103_000,
  closesAt: 133_000,
}
const lobby: RemoteStage = { name: 'lobby', present: 9, missing: 5 }
const open = {
  ...stem,
  name: 'open' as const,
  opensAt: 94_000,
  closesAt: 124_000,
  progress: { openingId: 'q3', answered: 9, expected: 14 },
  someHaveTime: false,
}
const reveal = { name: 'reveal' as const, question: 2, stem: stem.stem }
const warmUpReveal = { name: 'reveal' as const, question: null, stem: warmUp.stem }

const head: Omit<RemoteView, 'stage'> = {
  bootId: 'boot',
  now: now(),
  cellName: 'Chi bộ Trường Tiểu học Sông Trà',
  title: 'Tìm hiểu Nghị quyết số 57-NQ/TW',
  month: '2026-04',
  questionCount: 10,
  maximumScore: 10,
  secondsPerQuestion: 30,
  paused: false,
  settled: false,
  rehearsal: false,
  joinedCount: 14,
  step: 'reveal-2',
  next: null,
  autoAdvanceAt: null,
}
const quiet: RemoteExtras = { placeRequests: 0, storageTrouble: null }

type ViewParts = { readonly stage: RemoteStage } & Partial<RemoteView>
type StoryProps = ViewParts & Partial<Pick<RemoteScreenProps, 'extras' | 'isConnected' | 'failure'>>

function Story({ extras = quiet, isConnected = true, failure = null, ...view }: StoryProps) {
  return (
    <RemoteScreen
      view={{ ...head, ...view }}
      extras={extras}
      now={now}
      isConnected={isConnected}
      pending={null}
      failure={failure}
      onDismiss={() => {}}
      onSend={async () => true}
    />
  )
}

function Ended(props: { readonly codeRefused: boolean; readonly isOver: boolean }) {
  return (
    <RemoteFrame>
      <RemoteEnded refusal="remote-over" {...props} />
    </RemoteFrame>
  )
}

/** The projector as that story has it, and the keys in its lower edge. */
function driven(story: string, view: ViewParts, extras = quiet): ComponentType {
  const Screen = screenStories[story]
  if (!Screen) throw new Error(`no story ${story}`)
  return () => (
    <>
      <Screen />
      <DrivingLine
        view={{ ...head, ...view }}
        extras={extras}
        now={now}
        canPress
        failure={null}
        onSend={async () => true}
      />
    </>
  )
}

/** Every state of the host's phone, and the projector with the keys of one screen on it. */
export const remoteStories: Readonly<Record<string, ComponentType>> = {
  'remote-lobby': () => <Story stage={lobby} joinedCount={9} step="lobby" next="question" />,
  'remote-lobby-empty': () => (
    <Story stage={{ name: 'lobby', present: 0, missing: 14 }} joinedCount={0} step="lobby" next="question" />
  ),
  'remote-stem': () => <Story stage={{ name: 'stem', ...stem }} />,
  'remote-open': () => <Story stage={open} />,
  'remote-open-long': () => <Story stage={{ ...open, stem: stem.stem.repeat(4) }} />,
  'remote-closing-some-have-time': () => <Story stage={{ ...open, name: 'closing', someHaveTime: true }} />,
  'remote-reveal': () => <Story stage={reveal} next="question" />,
  'remote-warm-up-next': () => <Story stage={lobby} joinedCount={9} step="lobby" next="warm-up" />,
  'remote-warm-up': () => <Story stage={warmUpReveal} step="reveal-warm-up" next="question" />,
  'remote-reveal-auto': () => <Story stage={reveal} next="question" autoAdvanceAt={108_000} />,
  'remote-paused': () => <Story stage={reveal} next="question" paused />,
  'remote-standings': () => (
    <Story stage={{ name: 'standings', afterQuestion: 2 }} step="standings-2" next="question" />
  ),
  'remote-podium': () => <Story stage={{ name: 'podium' }} />,
  'remote-settled': () => <Story stage={{ name: 'podium' }} settled />,
  'remote-offline': () => <Story stage={open} isConnected={false} />,
  'remote-refused': () => <Story stage={reveal} next="question" failure="stale-step" />,
  'remote-troubles': () => <Story stage={open} extras={{ placeRequests: 2, storageTrouble: 'disk-full' }} />,
  'remote-rehearsal': () => <Story stage={open} rehearsal />,
  'remote-expired': () => <Ended codeRefused isOver={false} />,
  'remote-ended': () => <Ended codeRefused={false} isOver={false} />,
  'driven-lobby': driven('screen-lobby', { stage: lobby, step: 'lobby', next: 'question', joinedCount: 9 }),
  'driven-lobby-empty': driven('screen-lobby-empty', { stage: lobby, step: 'lobby', next: 'question', joinedCount: 0 }),
  'driven-stem': driven('screen-stem', { stage: { name: 'stem', ...stem } }),
  'driven-open': driven('screen-open-longest', { stage: open }),
  'driven-reveal': driven('screen-reveal-longest', { stage: reveal, step: 'reveal-2', next: 'question' }),
  'driven-warm-up': driven('screen-warm-up-reveal', { stage: warmUpReveal, step: 'reveal-warm-up', next: 'question' }),
  'driven-podium': driven('screen-podium', { stage: { name: 'podium' } }),
  'driven-troubles': driven('screen-open', { stage: open }, { placeRequests: 1, storageTrouble: 'disk-full' }),
}
