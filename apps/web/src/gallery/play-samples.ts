import type { MemberStage, MemberView, OwnAnswerView, OwnResultView, PlaceView, ReviewItem } from '@khac-sau/engine'
import type { MemberState, Roster } from '@khac-sau/session'
import type { PlayActions } from '../play/play-actions.ts'
import { warmUp } from './samples.ts'

/** What a phone's views show, from invented people; the clock runs. */
export const now = () => Date.now()

export const actions: PlayActions = {
  contestNow: now,
  claim: () => {},
  askForPlace: () => {},
  startOver: () => {},
  leave: () => {},
  choose: () => {},
  submit: () => {},
  painted: () => {},
}

export const blank: MemberState = {
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

export const ownName = 'Nguyễn Thị Hồng Ngưỡng'

export const head: Omit<MemberView, 'stage'> = {
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

export const lobby: Extract<MemberStage, { name: 'lobby' }> = { name: 'lobby', warmUp: false }

export const withExtraTime = { me: { ...head.me, timePercent: 150 as const } }

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

export const roster: Roster = {
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
export const longStem = `${stemText} Đồng chí hãy căn cứ phần quan điểm chỉ đạo, đối chiếu với nội dung đã học tháng trước, rồi chọn phương án nêu đầy đủ nhất tinh thần của văn bản.`
export const longOptions = options.map((option, index) =>
  index === 3 ? option : `${option}, gắn với trách nhiệm nêu gương của người đứng đầu cấp ủy, chính quyền các cấp`,
)

export function stem(untilStem: number): Extract<MemberStage, { name: 'stem' }> {
  const stemAt = now() + untilStem
  const moments = { stemAt, opensAt: stemAt + 6_000, closesAt: stemAt + 36_000 }
  const question = { openingId: 'opening', question: 2, stem: stemText, multiple: false, continued: false }
  return { name: 'stem', ...question, ...moments }
}

export function open(left: number): Extract<MemberStage, { name: 'open' | 'closing' }> {
  const closesAt = now() + left
  return { ...stem(0), name: 'open', opensAt: closesAt - 30_000, closesAt, options, own: null }
}

export const own: OwnAnswerView = { options: [1], counted: true, automatic: false, responseMillis: 11_340 }
export const result: OwnResultView = {
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

export function reveal(change: Partial<ReviewItem>): Extract<MemberStage, { name: 'reveal' }> {
  return { name: 'reveal', ...item(change), result }
}

export function warmUpReveal(tried: OwnAnswerView | null): MemberStage {
  const question = { question: null, ...warmUp, right: [], explanation: '', source: '', untimed: true }
  return { ...reveal({ ...question, own: tried }), result: null }
}

function place(rank: number, name: string, scoreHundredths: number, totalMillis: number): PlaceView {
  return { rank, name, scoreHundredths, totalMillis, right: 7, aboveNext: 'time' }
}

export const places = [
  place(1, 'Trần Văn Đức', 1000, 41_237),
  place(2, 'Lê Thị Ánh', 1000, 41_291),
  { ...place(3, 'Phạm Quốc Oanh', 1000, 43_900), aboveNext: null },
]
export const jointPlaces = [
  { ...place(1, ownName, 1000, 41_237), aboveNext: 'same' as const },
  place(1, 'Trần Văn Đức', 1000, 41_237),
  { ...place(3, 'Phạm Quốc Oanh', 1000, 43_900), aboveNext: null },
]
export const tenPlaces = names.slice(1, 11).map((name, index) => ({
  ...place(index + 1, name, 1000 - index * 50, 41_000 + index * 900),
  aboveNext: 'score' as const,
}))

export function podium(shown: readonly PlaceView[], own: OwnResultView | null): MemberStage {
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

export function apartPodium(): MemberStage {
  const stage = podium(places, { ...result, timePercent: 150, scoreHundredths: 1000 })
  if (stage.name !== 'podium') return stage
  const apart = [ownName, 'Vũ Đình Ơn'].map((name) => ({ name, scoreHundredths: 1000 }))
  return { ...stage, standings: { ...stage.standings, apart } }
}
