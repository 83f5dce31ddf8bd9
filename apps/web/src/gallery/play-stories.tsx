import type { MemberStage, MemberView, OwnAnswerView, OwnResultView, PlaceView, ReviewItem } from '@khac-sau/engine'
import type { AnswerState, MemberState, Roster } from '@khac-sau/session'
import { type ComponentType, useState } from 'react'
import { ConnectingScreen } from '../play/connecting-screen.tsx'
import { PlayFrame } from '../play/play-frame.tsx'
import type { PlayActions } from '../play/play-actions.ts'
import { PlayScreen } from '../play/play-screen.tsx'
import { warmUp } from './samples.ts'

/** Every state of a member's phone, from invented people. */
export const playStories: Readonly<Record<string, ComponentType>> = {
  'play-connecting': () => <Story state={{ status: 'connecting' }} />,
  'play-connecting-slow': () => (
    <PlayFrame state={blank}>
      <ConnectingScreen patienceMillis={0} />
    </PlayFrame>
  ),
  'play-no-such-room': () => <Story state={{ status: 'refused', refusal: 'no-such-room' }} />,
  'play-outdated': () => <Story state={{ status: 'refused', refusal: 'outdated-page' }} />,
  'play-cross-site': () => <Story state={{ status: 'refused', refusal: 'cross-site' }} />,
  'play-roster': () => <Story state={{ roster }} />,
  'play-roster-small': () => <Story state={{ roster: { ...roster, people: roster.people.slice(0, 3) } }} />,
  'play-roster-empty': () => <Story state={{ roster: { ...roster, people: [] } }} />,
  'play-roster-refused': () => (
    <Story state={{ roster, place: { name: 'refused', memberId: '1', refusal: 'not-in-contest' } }} />
  ),
  'play-displaced': () => <Story state={{ roster, displaced: true }} />,
  'play-claiming': () => <Story state={{ roster, place: { name: 'claiming', memberId: '1' } }} />,
  'play-taken': () => <Story state={{ roster, place: { name: 'taken', memberId: '1' } }} />,
  'play-pin': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: null } }} />,
  'play-pin-wrong': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: 'wrong-pin' } }} />,
  'play-pin-none': () => <Story state={{ roster, place: { name: 'pin', memberId: '1', refusal: 'no-pin-yet' } }} />,
  'play-asked': () => <Story state={{ roster, place: { name: 'asked', memberId: '1', number: 47 } }} />,
  'play-denied': () => <Story state={{ roster, place: { name: 'denied', memberId: '1' } }} />,
  'play-rehearsal-roster': () => <Story state={{ roster: { ...roster, rehearsal: true } }} />,
  'play-rehearsal-lobby': () => <Story stage={{ name: 'lobby' }} view={{ rehearsal: true }} />,
  'play-rehearsal-open': () => <Story stage={open(24_000)} view={{ rehearsal: true }} />,
  'play-rehearsal-over': () => <Story state={{ status: 'refused', refusal: 'rehearsal-over' }} />,
  'play-lobby': () => <Story stage={{ name: 'lobby' }} />,
  'play-lobby-guest': () => (
    <Story
      stage={{ name: 'lobby' }}
      view={{ oneTap: true, me: { memberId: '1', name: ownName, ranked: false, timePercent: 100 } }}
    />
  ),
  'play-lobby-extra-time': () => <Story stage={{ name: 'lobby' }} view={withExtraTime} />,
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

const now = () => Date.now()

const actions: PlayActions = {
  contestNow: now,
  claim: () => {},
  askForPlace: () => {},
  startOver: () => {},
  leave: () => {},
  choose: () => {},
  submit: () => {},
  painted: () => {},
}

const blank: MemberState = {
  status: 'connecting',
  refusal: null,
  view: null,
  upcoming: null,
  unveilsAt: null,
  roster: null,
  place: { name: 'choosing' },
  displaced: false,
  answer: { name: 'none' },
  waitingAnswers: 0,
}

const ownName = 'Nguyễn Thị Hồng Ngưỡng'

const head: Omit<MemberView, 'stage'> = {
  bootId: 'story',
  now: 0,
  cellName: 'Chi bộ Trường Tiểu học Hoa Sen',
  title: 'Thi tìm hiểu Nghị quyết tháng 4',
  month: '2026-04',
  questionCount: 7,
  maximumScore: 10,
  secondsPerQuestion: 30,
  paused: false,
  settled: false,
  rehearsal: false,
  me: { memberId: '1', name: ownName, ranked: true, timePercent: 100 },
  oneTap: false,
}

const withExtraTime = { me: { ...head.me, timePercent: 150 as const } }

const names = [
  ownName,
  'Trần Văn Đức',
  'Lê Thị Ánh',
  'Phạm Quốc Oanh',
  'Đặng Thị Yến',
  'Nguyễn Thị Lan',
  'Nguyễn Thị Lan',
  'Vũ Đình Ơn',
  'Bùi Thị Ân',
  'Hoàng Minh Dũng',
  'Đỗ Thị Dung',
  'Phan Thị An',
]

const roster: Roster = {
  cellName: head.cellName,
  rehearsal: false,
  title: head.title,
  people: names.map((name, index) => ({
    memberId: String(index + 1),
    name,
    groupName: index % 3 === 2 ? '' : `Tổ đảng ${(index % 2) + 1}`,
    taken: index === 3,
  })),
}

const stemText =
  'Nghị quyết xác định đột phá quan trọng hàng đầu để phát triển nhanh lực lượng sản xuất hiện đại là gì?'
const options = [
  'Phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số',
  'Thu hút vốn đầu tư nước ngoài',
  'Mở rộng diện tích đất nông nghiệp',
  'Cả A, B, C',
]
const longStem = `${stemText} Đồng chí hãy căn cứ phần quan điểm chỉ đạo, đối chiếu với nội dung đã học tháng trước, rồi chọn phương án nêu đầy đủ nhất tinh thần của văn bản.`
const longOptions = options.map((option, index) =>
  index === 3 ? option : `${option}, gắn với trách nhiệm nêu gương của người đứng đầu cấp ủy, chính quyền các cấp`,
)

function stem(untilStem: number): Extract<MemberStage, { name: 'stem' }> {
  const stemAt = now() + untilStem
  const moments = { stemAt, opensAt: stemAt + 6_000, closesAt: stemAt + 36_000 }
  const question = { openingId: 'opening', question: 2, stem: stemText, multiple: false, continued: false }
  return { name: 'stem', ...question, ...moments }
}

function open(left: number): Extract<MemberStage, { name: 'open' | 'closing' }> {
  const closesAt = now() + left
  return { ...stem(0), name: 'open', opensAt: closesAt - 30_000, closesAt, options, own: null }
}

const own: OwnAnswerView = { options: [1], counted: true, automatic: false, responseMillis: 11_340 }
const result: OwnResultView = {
  rank: null,
  ranked: true,
  timePercent: 100,
  competitors: 42,
  scoreHundredths: 857,
  right: 6,
  totalMillis: 83_412,
}

function item(change: Partial<ReviewItem>): ReviewItem {
  return {
    question: 2,
    stem: stemText,
    options,
    right: [0],
    explanation: 'Nghị quyết coi đây là đột phá quan trọng hàng đầu, là động lực chính của phát triển.',
    source: 'Mục I, điểm 1, Nghị quyết số 57-NQ/TW',
    voided: false,
    corrected: false,
    untimed: false,
    interrupted: false,
    own: null,
    correct: false,
    ...change,
  }
}

function reveal(change: Partial<ReviewItem>): Extract<MemberStage, { name: 'reveal' }> {
  return { name: 'reveal', ...item(change), result }
}

function warmUpReveal(tried: OwnAnswerView | null): MemberStage {
  const question = { question: null, ...warmUp, right: [], explanation: '', source: '', untimed: true }
  return { ...reveal({ ...question, own: tried }), result: null }
}

function place(rank: number, name: string, scoreHundredths: number, totalMillis: number): PlaceView {
  return { rank, name, scoreHundredths, totalMillis, right: 7, aboveNext: 'time' }
}

const places = [
  place(1, 'Trần Văn Đức', 1000, 41_237),
  place(2, 'Lê Thị Ánh', 1000, 41_291),
  { ...place(3, 'Phạm Quốc Oanh', 1000, 43_900), aboveNext: null },
]
const jointPlaces = [
  { ...place(1, ownName, 1000, 41_237), aboveNext: 'same' as const },
  place(1, 'Trần Văn Đức', 1000, 41_237),
  { ...place(3, 'Phạm Quốc Oanh', 1000, 43_900), aboveNext: null },
]
const tenPlaces = names.slice(1, 11).map((name, index) => ({
  ...place(index + 1, name, 1000 - index * 50, 41_000 + index * 900),
  aboveNext: 'score' as const,
}))

function podium(shown: readonly PlaceView[], own: OwnResultView | null): MemberStage {
  return {
    name: 'podium',
    result: own,
    standings: { places: shown, apart: [], others: names.slice(4), questionsCounted: 7 },
    review: [
      { ...item({ own: { ...ownAnswer, options: [0] }, correct: true }), question: 0 },
      { ...item({ own: ownAnswer }), question: 1 },
      { ...item({}), question: 2 },
      { ...item({ own: ownAnswer, voided: true }), question: 3 },
    ],
  }
}

const ownAnswer = own

function apartPodium(): MemberStage {
  const stage = podium(places, { ...result, timePercent: 150, scoreHundredths: 1000 })
  if (stage.name !== 'podium') return stage
  const apart = [ownName, 'Vũ Đình Ơn'].map((name) => ({ name, scoreHundredths: 1000 }))
  return { ...stage, standings: { ...stage.standings, apart } }
}
