import type { MemberStage, MemberView } from '@khac-sau/engine'
import type { AnswerState, MemberState } from '@khac-sau/session'
import { type ComponentType, useState } from 'react'
import { ConnectingScreen } from '../play/connecting-screen.tsx'
import { NameQuestion } from '../play/name-question.tsx'
import { PlayFrame } from '../play/play-frame.tsx'
import type { PlayActions } from '../play/play-actions.ts'
import { PlayScreen } from '../play/play-screen.tsx'
import { Pressed } from './pressed.tsx'
import { warmUp } from './samples.ts'
import {
  actions,
  apartPodium,
  blank,
  head,
  jointPlaces,
  lobby,
  longOptions,
  longStem,
  now,
  open,
  own,
  ownName,
  places,
  podium,
  result,
  reveal,
  roster,
  stem,
  tenPlaces,
  warmUpReveal,
  withExtraTime,
} from './play-samples.ts'

/** Every state of a member's phone, from invented people. */
export const playStories: Readonly<Record<string, ComponentType>> = {
  'play-connecting': () => <Story state={{ status: 'connecting' }} />,
  'play-connecting-slow': () => (
    <PlayFrame state={blank}>
      <ConnectingScreen patienceMillis={0} />
    </PlayFrame>
  ),
  'play-no-such-room': () => <Story state={{ status: 'refused', refusal: 'no-such-room' }} />,
  'play-crowded': () => <Story state={{ status: 'refused', refusal: 'crowded' }} />,
  'play-cell-closed': () => <Story state={{ status: 'refused', refusal: 'cell-closed' }} />,
  'play-outdated': () => <Story state={{ status: 'refused', refusal: 'outdated-page' }} />,
  'play-cross-site': () => <Story state={{ status: 'refused', refusal: 'cross-site' }} />,
  'play-roster': () => <Story state={{ roster }} />,
  'play-confirm': () => <Confirming />,
  'play-confirm-rehearsal': () => <Confirming rehearsal />,
  'play-entering': () => (
    <PlayFrame state={{ ...blank, roster }}>
      <NameQuestion name={ownName} roster={roster} entering onYes={() => {}} onNo={() => {}} />
    </PlayFrame>
  ),
  'play-roster-small': () => <Story state={{ roster: { ...roster, people: roster.people.slice(0, 3) } }} />,
  'play-roster-empty': () => <Story state={{ roster: { ...roster, people: [] } }} />,
  'play-roster-refused': () => (
    <Story state={{ roster, place: { name: 'refused', memberId: '1', refusal: 'not-in-contest' } }} />
  ),
  'play-displaced': () => <Story state={{ roster, displaced: true }} />,
  'play-claiming': () => <Story state={{ roster, place: { name: 'claiming', memberId: '1' } }} />,
  'play-taken': () => <Story state={{ roster, place: { name: 'taken', memberId: '1' } }} />,
  'play-link': () => <Story state={{ roster, place: { name: 'link', memberId: '1' } }} />,
  'play-pin': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: null } }} />,
  'play-pin-wrong': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: 'wrong-pin' } }} />,
  'play-pin-none': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: 'no-pin-yet' } }} />,
  'play-asked': () => <Story state={{ roster, place: { name: 'asked', memberId: '1', number: 47 } }} />,
  'play-denied': () => <Story state={{ roster, place: { name: 'denied', memberId: '1' } }} />,
  'play-rehearsal-roster': () => <Story state={{ roster: { ...roster, rehearsal: true } }} />,
  'play-rehearsal-lobby': () => <Story stage={lobby} view={{ rehearsal: true }} />,
  'play-rehearsal-open': () => <Story stage={open(24_000)} view={{ rehearsal: true }} />,
  'play-rehearsal-over': () => <Story state={{ status: 'refused', refusal: 'rehearsal-over' }} />,
  'play-lobby': () => <Story stage={lobby} />,
  'play-lobby-warm-up': () => <Story stage={{ ...lobby, warmUp: true }} />,
  'play-lobby-guest': () => (
    <Story
      stage={lobby}
      view={{ oneTap: true, me: { memberId: '1', name: ownName, ranked: false, timePercent: 100 } }}
    />
  ),
  'play-lobby-extra-time': () => <Story stage={lobby} view={withExtraTime} />,
  'play-stem-extra-time': () => (
    <Story stage={{ ...stem(-2_000), closesAt: stem(-2_000).closesAt + 15_000 }} view={withExtraTime} />
  ),
  'play-open-extra-time': () => (
    <Story stage={{ ...open(39_000), opensAt: now() - 6_000, closesAt: now() + 39_000 }} view={withExtraTime} />
  ),
  'play-podium-extra-time': () => <Story stage={apartPodium()} view={withExtraTime} />,
  'play-countdown': () => <Story stage={stem(2_600)} />,
  'play-stem': () => <Story stage={stem(-2_000)} />,
  'play-stem-multiple': () => <Story stage={{ ...stem(-2_000), multiple: true, continued: true }} />,
  'play-stem-saved': () => (
    <Story stage={{ ...stem(-2_000), continued: true }} answer={{ name: 'saved', answer: own }} />
  ),
  /** The options have come, and must not be seen. */
  'play-stem-upcoming': () => <Story stage={stem(-4_500)} state={{ upcoming: { ...head, stage: open(30_000) } }} />,
  'play-open': () => <Story stage={open(24_000)} />,
  'play-open-live': LiveStory,
  'play-open-chosen': () => <Story stage={open(8_000)} answer={{ name: 'choosing', options: [1] }} />,
  'play-open-multiple': () => (
    <Story stage={{ ...open(24_000), multiple: true }} answer={{ name: 'choosing', options: [0, 2] }} />
  ),
  'play-open-one-tap': () => <Story stage={open(24_000)} view={{ oneTap: true }} />,
  'play-open-long': () => <Story stage={{ ...open(3_500), stem: longStem, options: longOptions }} />,
  'play-sending': () => <Story stage={open(18_000)} answer={{ name: 'sending', options: [1] }} />,
  'play-saved': () => <Story stage={open(18_000)} answer={{ name: 'saved', answer: own }} />,
  'play-saved-automatic': () => (
    <Story
      stage={{ ...open(0), name: 'closing' }}
      answer={{ name: 'saved', answer: { ...own, automatic: true, responseMillis: 30_000 } }}
    />
  ),
  'play-not-sent': () => <Story stage={open(14_000)} answer={{ name: 'not-sent', options: [1] }} />,
  'play-not-sent-offline': () => (
    <Story stage={open(14_000)} answer={{ name: 'not-sent', options: [1] }} state={{ status: 'offline' }} />
  ),
  'play-closed-unanswered': () => <Story stage={{ ...open(0), name: 'closing' }} />,
  'play-too-late': () => (
    <Story
      stage={{ ...open(0), name: 'closing' }}
      answer={{ name: 'refused', refusal: 'too-late', options: [1], kept: { ...own, counted: false } }}
    />
  ),
  'play-refused': () => (
    <Story stage={open(9_000)} answer={{ name: 'refused', refusal: 'not-in-contest', options: [1], kept: null }} />
  ),
  'play-reveal-right': () => <Story stage={reveal({ own: { ...own, options: [0] }, correct: true })} />,
  'play-reveal-wrong': () => <Story stage={{ ...reveal({ own }), result: { ...result, rank: 7 } }} />,
  'play-reveal-none': () => <Story stage={reveal({})} />,
  'play-reveal-late': () => <Story stage={reveal({ own: { ...own, counted: false } })} />,
  'play-reveal-voided': () => <Story stage={reveal({ own, voided: true })} view={{ paused: true }} />,
  'play-reveal-corrected': () => (
    <Story stage={reveal({ own, right: [1], correct: true, corrected: true, untimed: true })} />
  ),
  'play-reveal-not-sent': () => (
    <Story
      stage={reveal({})}
      answer={{ name: 'not-sent', options: [1] }}
      state={{ status: 'offline', waitingAnswers: 2 }}
    />
  ),
  'play-warm-up-countdown': () => <Story stage={{ ...stem(2_600), question: null }} />,
  'play-warm-up-open': () => <Story stage={{ ...open(24_000), ...warmUp, question: null }} />,
  'play-warm-up-done': () => <Story stage={warmUpReveal(own)} />,
  'play-warm-up-missed': () => <Story stage={warmUpReveal(null)} />,
  'play-warm-up-late': () => <Story stage={warmUpReveal({ ...own, counted: false })} />,
  'play-podium': () => <Story stage={podium(places, { ...result, rank: 7 })} />,
  'play-podium-first': () => <Story stage={podium(jointPlaces, { ...result, rank: 1 })} view={{ settled: true }} />,
  'play-podium-unranked': () => (
    <Story stage={podium(places, { ...result, rank: null, ranked: false })} view={{ settled: true }} />
  ),
  'play-podium-absent': () => <Story stage={podium(tenPlaces, null)} />,
  'play-removed': () => <Story stage={{ name: 'removed' }} />,
}

type StoryProps = {
  readonly stage?: MemberStage
  readonly view?: Partial<MemberView>
  readonly answer?: AnswerState
  readonly state?: Partial<MemberState>
}

function Story({ stage, view, answer, state }: StoryProps) {
  const shown = stage ? { ...head, ...view, stage } : null
  const whole = { ...blank, status: 'live' as const, view: shown, ...(answer ? { answer } : {}), ...state }
  return <PlayScreen roomCode="482913" state={whole} actions={actions} onRoomCode={() => {}} />
}

/** The notice is shown as on a device that has never been here; it is not remembered, for nobody confirms. */
function Confirming({ rehearsal = false }: { readonly rehearsal?: boolean }) {
  const [first] = roster.people
  return (
    <Pressed words={() => first?.name ?? ''}>
      <Story state={{ roster: { ...roster, rehearsal, people: roster.people.slice(0, 3) } }} />
    </Pressed>
  )
}

/** Choosing and submitting as on the real screen, acked after half a second. */
function LiveStory() {
  const [answer, setAnswer] = useState<AnswerState>({ name: 'none' })
  const [stage] = useState(() => open(26_000))
  const live: PlayActions = {
    ...actions,
    choose: (options) => setAnswer(options.length > 0 ? { name: 'choosing', options } : { name: 'none' }),
    submit() {
      if (answer.name !== 'choosing') return
      const { options } = answer
      setAnswer({ name: 'sending', options })
      setTimeout(() => setAnswer({ name: 'saved', answer: { ...own, options } }), 500)
    },
  }
  const state = { ...blank, status: 'live' as const, view: { ...head, stage }, answer }
  return <PlayScreen roomCode="482913" state={state} actions={live} onRoomCode={() => {}} />
}
