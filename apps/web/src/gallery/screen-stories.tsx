import type { PlaceView, ScreenStage, ScreenView, StandingsView } from '@khac-sau/engine'
import { type ComponentType, useEffect, useState } from 'react'
import { RefusedNotice } from '../screen/refused-notice.tsx'
import { warmUp } from './samples.ts'
import { ScreenPage } from '../screen/screen-page.tsx'
import { StageNotice } from '../screen/stage-notice.tsx'

/** Every state of the projector, from invented people: to be looked at before it is shown to a full room. */
export const screenStories: Readonly<Record<string, ComponentType>> = {
  'screen-lobby': () => <Story stage={lobby(9, 5)} />,
  'screen-lobby-warm-up': () => <Story stage={lobby(9, 5, true)} />,
  'screen-lobby-empty': () => <Story stage={lobby(0, 14)} />,
  'screen-lobby-full': () => <Story stage={lobby(14, 0)} />,
  'screen-lobby-60': () => <Story stage={lobby(40, 20)} />,
  'screen-lobby-200': () => <Story stage={lobby(163, 37)} join={longJoin} />,
  'screen-countdown': () => <Story stage={stem(plain, 2_600)} />,
  'screen-countdown-continued': () => <Story stage={{ ...stem(plain, 2_600), continued: true }} />,
  'screen-stem': () => <Story stage={stem(plain, -2_000)} />,
  'screen-stem-long': () => <Story stage={stem(long, -2_000)} />,
  /** The options have come, and must not be seen. */
  'screen-stem-upcoming': () => <Story stage={stem(plain, -4_500)} upcoming={open(plain, 30_000)} />,
  'screen-open': () => <Story stage={open(plain, 24_000)} />,
  'screen-open-soon': () => <Story stage={open(plain, 8_000)} />,
  'screen-open-last': () => <Story stage={open(plain, 3_600)} />,
  'screen-open-120': () => <Story stage={open(options120, 24_000)} />,
  'screen-open-longest': () => <Story stage={open(longest, 24_000)} />,
  'screen-open-8': () => <Story stage={open(eight, 24_000)} />,
  'screen-open-8-long': () => <Story stage={open(eightLong, 24_000)} />,
  'screen-open-2': () => <Story stage={open(two, 24_000)} />,
  'screen-open-multiple': () => <Story stage={{ ...open(plain, 24_000), multiple: true, continued: true }} />,
  'screen-closing': () => <Story stage={{ ...open(plain, -500), name: 'closing' }} />,
  'screen-closing-some-have-time': () => (
    <Story stage={{ ...open(plain, -9_000), name: 'closing', someHaveTime: true }} />
  ),
  'screen-reveal': () => <Story stage={reveal(plain)} />,
  'screen-reveal-longest': () => <Story stage={reveal({ ...longest, explanation: explanation.repeat(3) })} />,
  'screen-reveal-8': () => <Story stage={reveal(eight)} />,
  'screen-reveal-voided': () => <Story stage={{ ...reveal(plain), voided: true }} />,
  'screen-reveal-corrected': () => (
    <Story stage={{ ...reveal(plain), corrected: true, untimed: true, right: [1, 2] }} />
  ),
  'screen-reveal-bare': () => <Story stage={{ ...reveal(plain), explanation: '', source: '' }} />,
  'screen-warm-up-countdown': () => <Story stage={warmedUp(stem(warmUp, 2_600))} />,
  'screen-warm-up-stem': () => <Story stage={warmedUp(stem(warmUp, -2_000))} />,
  'screen-warm-up-open': () => <Story stage={warmedUp({ ...open(warmUp, 24_000), continued: true })} />,
  'screen-warm-up-reveal': () => <Story stage={warmUpReveal(13)} />,
  'screen-warm-up-reveal-all': () => <Story stage={warmUpReveal(14)} />,
  'screen-standings': () => <Story stage={standings(top(3), people(11, 3))} />,
  'screen-standings-200': () => <Story stage={standings(top(10), people(190, 10))} />,
  'screen-standings-move': MovingStandings,
  'screen-podium': () => <Story stage={podium(top(3), people(11, 3))} join={null} />,
  'screen-podium-settled': () => <Story stage={podium(top(3), people(11, 3))} join={null} settled />,
  'screen-podium-apart': () => (
    <Story stage={{ name: 'podium', ...result(top(3), people(9, 5), apart) }} join={null} settled />
  ),
  'screen-standings-apart': () => (
    <Story stage={{ name: 'standings', afterQuestion: 2, ...result(top(3), people(9, 5), apart) }} />
  ),
  'screen-podium-joint': () => <Story stage={podium(jointFirsts, people(10, 4))} join={null} />,
  'screen-podium-one': () => <Story stage={podium(top(1), [])} join={null} />,
  'screen-podium-200': () => <Story stage={podium(top(3), people(197, 3))} join={null} />,
  'screen-podium-top-10': () => <Story stage={podium(top(10), people(190, 10))} join={null} />,
  'screen-podium-all-14': () => <Story stage={podium(top(14), [])} join={null} />,
  'screen-podium-all-200': () => <Story stage={podium(top(200), [])} join={null} />,
  'screen-podium-many-firsts': () => <Story stage={podium(manyFirsts, people(8, 12))} join={null} />,
  'screen-podium-nobody': () => <Story stage={podium([], [])} join={null} />,
  'screen-paused': () => <Story stage={reveal(plain)} paused />,
  'screen-offline': () => <Story stage={open(plain, 24_000)} connected={false} />,
  'screen-rehearsal-lobby': () => <Story stage={lobby(9, 5)} rehearsal />,
  'screen-rehearsal-open-120': () => <Story stage={open(options120, 24_000)} rehearsal />,
  'screen-rehearsal-reveal': () => <Story stage={reveal(plain)} rehearsal />,
  'screen-rehearsal-podium': () => <Story stage={podium(top(3), people(11, 3))} join={null} rehearsal />,
  'screen-rehearsal-over': () => <RefusedNotice refusal="rehearsal-over" />,
  'screen-refused': () => <RefusedNotice refusal="no-such-room" />,
  'screen-cell-closed': () => <RefusedNotice refusal="cell-closed" />,
  'screen-outdated': () => <RefusedNotice refusal="outdated-page" />,
  'screen-connecting': () => <StageNotice title="…" />,
}

type StoryProps = {
  readonly stage: ScreenStage
  readonly upcoming?: ScreenStage
  readonly join?: typeof join | null
  readonly paused?: boolean
  readonly settled?: boolean
  readonly rehearsal?: boolean
  readonly connected?: boolean
}

function Story({ stage, upcoming, join: way = join, connected = true, ...marks }: StoryProps) {
  const view: ScreenView = {
    ...head,
    paused: false,
    settled: false,
    rehearsal: false,
    ...marks,
    joinedCount: 14,
    stage,
  }
  return (
    <ScreenPage
      view={view}
      unveilsAt={null}
      upcoming={upcoming ? { ...view, stage: upcoming } : null}
      join={way}
      progress={null}
      connected={connected}
      now={now}
    />
  )
}

function MovingStandings() {
  const [isLater, setIsLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsLater(true), 500)
    return () => clearTimeout(timer)
  }, [])
  return <Story stage={standings(isLater ? swapped : top(10), people(4, 10))} />
}

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương']
const middles = ['Thị', 'Văn', 'Thị Phương', 'Hữu', 'Minh', 'Ngọc', 'Thị Thúy', 'Quốc', 'Thanh', 'Đức', 'Thị Mỹ']
const givens = [
  'An',
  'Bình',
  'Chi',
  'Dũng',
  'Đạt',
  'Giang',
  'Hòa',
  'Khánh',
  'Liên',
  'Mẫn',
  'Ngọc',
  'Oanh',
  'Phượng',
  'Quỳnh',
  'Sơn',
  'Thảo',
  'Tuyết',
  'Uyên',
  'Vũ',
  'Yến',
  'Ẩn',
  'Hiếu',
  'Lộc',
]

/** Pictures must not depend on when they are taken: the contest clock stands still. */
const now = () => 100_000

const head = {
  bootId: 'boot',
  now: now(),
  cellName: 'Chi bộ Trường Tiểu học Sông Trà',
  title: 'Tìm hiểu Nghị quyết số 57-NQ/TW',
  month: '2026-04',
  questionCount: 10,
  maximumScore: 10,
  secondsPerQuestion: 30,
} as const

const join = { roomCode: '482913', url: 'http://192.168.1.20:3000/p/482913' }
const longJoin = { roomCode: '482913', url: 'https://khacsau.dangbo-thoison.example.vn/p/482913' }

type Sample = { readonly stem: string; readonly options: readonly string[]; readonly explanation?: string }

const explanation =
  'Nghị quyết xác định phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia là đột phá quan trọng hàng đầu, là động lực chính để phát triển nhanh lực lượng sản xuất hiện đại. '

const plain: Sample = {
  stem: 'Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ được ban hành ngày nào?',
  options: ['22 tháng 12 năm 2024', '24 tháng 01 năm 2025', '30 tháng 4 năm 2025', '04 tháng 5 năm 2025'],
  explanation,
}
const stem300 =
  'Theo Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị, trong các nhiệm vụ và giải pháp chủ yếu về phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia, nội dung nào sau đây được xác định là điều kiện tiên quyết, cần đi trước một bước và phải được ưu tiên ngay?'
const option120 = [
  'Hoàn thiện thể chế, xóa bỏ mọi tư tưởng, quan niệm, rào cản đang cản trở sự phát triển; đưa thể chế thành lợi thế cho nước ta',
  'Tăng cường đầu tư, hoàn thiện hạ tầng cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số trong cả hệ thống ta',
  'Phát triển, trọng dụng nhân lực chất lượng cao, nhân tài đáp ứng yêu cầu phát triển khoa học và công nghệ của đất nước ta',
  'Đẩy mạnh chuyển đổi số trong hoạt động của các cơ quan trong hệ thống chính trị; nâng cao hiệu quả quản trị quốc gia và xã hội',
]
const long: Sample = { stem: stem300, options: plain.options }
const options120: Sample = { stem: plain.stem, options: option120, explanation }
const longest: Sample = { stem: stem300, options: option120, explanation }
const eight: Sample = {
  stem: 'Trong các ngày sau đây, ngày nào là ngày thành lập Đảng Cộng sản Việt Nam?',
  options: [
    '03 tháng 02 năm 1930',
    '19 tháng 5 năm 1890',
    '02 tháng 9 năm 1945',
    '19 tháng 8 năm 1945',
    '22 tháng 12 năm 1944',
    '07 tháng 5 năm 1954',
    '30 tháng 4 năm 1975',
    'Cả A và C đều đúng',
  ],
  explanation,
}
const eightLong: Sample = { ...eight, options: [...option120, ...option120] }
const two: Sample = {
  stem: 'Đảng viên dự bị có quyền biểu quyết, ứng cử và bầu cử các cơ quan lãnh đạo của Đảng.',
  options: ['Đúng', 'Sai'],
}

const timing = (question: Sample) => ({
  openingId: 'q3',
  question: 2,
  stem: question.stem,
  multiple: false,
  continued: false,
})

function stem(question: Sample, untilStem: number): Extract<ScreenStage, { name: 'stem' }> {
  const stemAt = now() + untilStem
  return { name: 'stem', ...timing(question), stemAt, opensAt: stemAt + 6_000, closesAt: stemAt + 36_000 }
}

function open(question: Sample, left: number): Extract<ScreenStage, { name: 'open' | 'closing' }> {
  const closesAt = now() + left
  const progress = { openingId: 'q3', answered: 9, expected: 14 }
  const { options } = question
  const moments = { stemAt: 0, opensAt: closesAt - 30_000, closesAt }
  return { name: 'open', ...timing(question), ...moments, options, progress, someHaveTime: false }
}

function reveal(question: Sample): Extract<ScreenStage, { name: 'reveal' }> {
  const counts = [9, 2, 0, 2, 1, 0, 0, 0].slice(0, question.options.length)
  return {
    name: 'reveal',
    question: 2,
    stem: question.stem,
    options: question.options,
    right: [0],
    explanation: question.explanation ?? '',
    source: 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, mục I, điểm 1',
    voided: false,
    corrected: false,
    untimed: false,
    interrupted: false,
    distribution: { counts, answered: 13, expected: 14 },
  }
}

function warmedUp<Stage extends ScreenStage>(stage: Stage): Stage {
  return { ...stage, question: null }
}

function warmUpReveal(answered: number): ScreenStage {
  const distribution = { counts: [4, answered - 8, 3, 1], answered, expected: 14 }
  return warmedUp({ ...reveal(warmUp), right: [], explanation: '', source: '', distribution })
}

function lobby(present: number, missing: number, warmUp = false): ScreenStage {
  return { name: 'lobby', present: people(present), missing: people(missing, present), warmUp }
}

function standings(places: readonly PlaceView[], others: readonly string[]): ScreenStage {
  return { name: 'standings', afterQuestion: 2, ...result(places, others) }
}

function podium(places: readonly PlaceView[], others: readonly string[]): Extract<ScreenStage, { name: 'podium' }> {
  return { name: 'podium', ...result(places, others) }
}

function result(
  places: readonly PlaceView[],
  others: readonly string[],
  apart: StandingsView['apart'] = [],
): StandingsView {
  return { places, apart, others, questionsCounted: 10 }
}

function top(count: number): readonly PlaceView[] {
  return people(count).map((name, index) => ({
    rank: index + 1,
    name,
    scoreHundredths: index < 2 ? 1000 : Math.max(0, 900 - 100 * Math.floor((index - 2) / 4)),
    right: 9,
    totalMillis: [41_237, 43_912][index] ?? 50_030 + ((index * 7_919) % 4) * 20 + index * 41,
    aboveNext: 'time',
  }))
}

const swapped = [4, 0, 1, 2, 3, 7, 5, 6, 9, 8].map((from, index) => ({ ...top(10)[from]!, rank: index + 1 }))

const jointFirsts: readonly PlaceView[] = [
  ...[41_201, 41_298].map((totalMillis, index) => ({ ...top(4)[index]!, rank: 1, scoreHundredths: 1000, totalMillis })),
  ...[43_912, 43_912].map((totalMillis, index) => ({
    ...top(4)[index + 2]!,
    rank: 3,
    scoreHundredths: 900,
    totalMillis,
  })),
]

const apart = people(2, 3).map((name, index) => ({ name, scoreHundredths: 1000 - index * 100 }))

const manyFirsts: readonly PlaceView[] = top(12).map((place) => ({ ...place, rank: 1, scoreHundredths: 1000 }))

function people(count: number, from = 0): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const number = index + from
    const pick = (list: readonly string[], by: number) => list[Math.floor(number / by + number * 3) % list.length] ?? ''
    return [pick(families, 3), pick(middles, 2), pick(givens, 1)].join(' ')
  })
}
