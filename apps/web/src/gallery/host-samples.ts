import type { HostPerson, HostRankingRow, HostView, ScreenStage } from '@khac-sau/engine'
import type {
  Backups,
  ContestDetail,
  ContestResultView,
  ContestSummary,
  HostExtras,
  Member,
  SignedIn,
} from '@khac-sau/protocol'
import { warmUp } from './samples.ts'
import { provedPeople, type ProvedPerson } from '../host/proofs/proved-people.ts'

/** What the secretary's screens show, from invented people. */
export const hostNow = () => 100_000

export const signedIn: SignedIn = {
  accountId: 'b',
  login: 'bithu',
  displayName: 'Nguyễn Thị Hồng Ngưỡng',
  role: 'owner',
  cell: {
    cellId: 'cell',
    revision: 1,
    name: 'Chi bộ Trường Tiểu học Sông Trà',
    publicPlaces: 'top-3',
    memberProof: 'name',
    boardUrl: 'http://192.168.1.20:3000/b/bang-thanh-tich-cua-chi-bo',
    movedAtMs: null,
  },
}

export const names = [
  'Nguyễn Thị Hồng Ngưỡng',
  'Trần Văn Đức',
  'Lê Thị Ánh',
  'Phạm Quốc Oanh',
  'Đặng Thị Yến',
  'Vũ Đình Ơn',
  'Bùi Thị Ân',
  'Hoàng Minh Dũng',
]

export const members: readonly Member[] = names.map((name, index) => ({
  memberId: String(index),
  revision: 1,
  name,
  groupName: index % 3 === 2 ? '' : `Tổ đảng ${(index % 2) + 1}`,
  position: ['Bí thư', 'Phó Bí thư', 'Chi ủy viên'][index] ?? '',
  birthday: index === 1 ? '1978-05-04' : null,
  ranked: index !== 3,
  timePercent: index === 4 ? 150 : 100,
  active: index !== 7,
  fromMonth: '2026-01',
  toMonth: index === 7 ? '2026-03' : null,
}))

const sinceMs = Date.UTC(2026, 2, 20, 12)
const devices = [
  { sinceMs, provedBy: 'pin' as const },
  { sinceMs, provedBy: 'name' as const },
  null,
  { sinceMs, provedBy: 'host' as const },
]

export const provedSamples: readonly ProvedPerson[] = provedPeople(
  members,
  members.map(({ memberId }, index) => ({
    memberId,
    hasPin: index % 4 !== 3,
    link: (['used', 'open', 'open', 'none'] as const)[index % 4] ?? 'none',
    device: devices[index % 4] ?? null,
  })),
)

const common = { month: '2026-04', countsForSeason: true, questionCount: 10 }
export const contests: readonly ContestSummary[] = [
  { ...common, contestId: 'a', title: 'Tìm hiểu Nghị quyết số 57-NQ/TW', stage: 'draft', questionCount: 0 },
  { ...common, contestId: 'b', title: 'Tìm hiểu Nghị quyết số 57-NQ/TW (phòng đang mở)', stage: 'open' },
  { ...common, contestId: 'c', title: 'Kết luận số 21-KL/TW', stage: 'finished', month: '2026-03' },
  { ...common, contestId: 'd', title: 'Thi thử', stage: 'settled', month: '2026-03', countsForSeason: false },
]

const stem = 'Nghị quyết số 57-NQ/TW của Bộ Chính trị về đột phá phát triển khoa học, công nghệ được ban hành ngày nào?'
const options = ['22 tháng 12 năm 2024', '24 tháng 01 năm 2025', '30 tháng 4 năm 2025', '04 tháng 5 năm 2025']
const source = 'Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị, mục I, điểm 1'
const explanation = 'Nghị quyết được Bộ Chính trị ban hành ngày 22 tháng 12 năm 2024.'

export const draft: ContestDetail = {
  ...common,
  notes: '',
  contestId: 'a',
  title: 'Tìm hiểu Nghị quyết số 57-NQ/TW',
  stage: 'draft',
  settings: {
    secondsPerQuestion: 30,
    maximumScore: 10,
    oneTap: false,
    autoAdvance: false,
    showStandings: true,
    strictOrder: false,
    countsForSeason: true,
    warmUp: null,
  },
  questions: [
    { stem, options, right: [0], explanation, source, seconds: null },
    { stem: 'Câu chưa xong', options: ['Một', ''], right: [], explanation: '', source: '', seconds: 45 },
  ],
  problems: [{ code: 'no-key', severity: 'error', question: 1, line: null, values: {} }],
  revision: 3,
  roomCode: null,
  screenUrl: null,
}

export const frozen: ContestDetail = {
  ...draft,
  stage: 'open',
  problems: [],
  roomCode: '482913',
  screenUrl: '/screen/k',
}

export const backups: Backups = {
  copies: (['automatic', 'by-hand', 'uploaded', 'before-restore'] as const).map((kind, index) => ({
    name: `${kind}.db`,
    kind,
    madeAtMs: 1_776_000_000_000 - index * 86_400_000,
    bytes: 1_234_567 * (index + 1),
  })),
  making: null,
  shared: false,
  lastRestore: { refusal: null, keptAs: 'before-restore.db' },
}

export const settledResult: ContestResultView = {
  contestId: 'c',
  month: '2026-03',
  title: 'Kết luận số 21-KL/TW',
  questionsCounted: 10,
  chainHead: '1f3ac90b',
  rows: ranking().map((row) => ({ ...row, excused: row.memberId === '7' })),
}

export const extras: HostExtras = {
  join: { roomCode: '482913', url: 'http://192.168.1.20:3000/p/482913' },
  screenUrl: 'http://192.168.1.20:3000/screen/khoa',
  placeRequests: [],
  storageTrouble: null,
  remote: 'none',
}

export const placeRequests: HostExtras['placeRequests'] = [
  { requestId: 'r', memberId: '2', name: 'Lê Thị Ánh', number: 47 },
]

const timing = { openingId: 'q3', question: 2, stem, multiple: false, continued: false }

export const stages = {
  lobby: { name: 'lobby', present: names.slice(0, 5), missing: names.slice(5), warmUp: false },
  empty: { name: 'lobby', present: [], missing: names, warmUp: false },
  stem: {
    name: 'stem',
    ...timing,
    stemAt: hostNow() - 2_000,
    opensAt: hostNow() + 4_000,
    closesAt: hostNow() + 34_000,
  },
  open: open(24_000, false),
  closing: { ...open(-500, false), name: 'closing' },
  longer: { ...open(-9_000, true), name: 'closing' },
  reveal: {
    name: 'reveal',
    question: 2,
    stem,
    options,
    right: [0],
    explanation,
    source,
    voided: false,
    corrected: false,
    untimed: false,
    interrupted: false,
    distribution: { counts: [3, 1, 0, 1], answered: 5, expected: 6 },
  },
  warmUp: {
    name: 'reveal',
    question: null,
    ...warmUp,
    right: [],
    explanation: '',
    source: '',
    voided: false,
    corrected: false,
    untimed: false,
    interrupted: false,
    distribution: { counts: [2, 1, 1, 0], answered: 4, expected: 5 },
  },
  standings: { name: 'standings', afterQuestion: 2, ...standings() },
  podium: { name: 'podium', ...standings() },
} satisfies Readonly<Record<string, ScreenStage>>

export function hostView(stage: ScreenStage, change: Partial<HostView> = {}): HostView {
  const isBetween = stage.name === 'reveal' || stage.name === 'standings' || stage.name === 'podium'
  return {
    bootId: 'boot',
    now: hostNow(),
    cellName: signedIn.cell.name,
    title: draft.title,
    month: '2026-04',
    questionCount: 10,
    maximumScore: 10,
    secondsPerQuestion: 30,
    paused: false,
    settled: false,
    rehearsal: false,
    joinedCount: stage.name === 'lobby' ? stage.present.length : 6,
    stage,
    step: stage.name === 'lobby' ? 'lobby' : stage.name === 'reveal' ? 'reveal-2' : null,
    next: stage.name === 'lobby' || stage.name === 'reveal' ? 'question' : null,
    autoAdvanceAt: null,
    people: people(stage.name === 'open' || stage.name === 'closing'),
    ranking: isBetween ? ranking() : [],
    asked: isBetween ? [stages.reveal] : [],
    ...change,
  }
}

function open(left: number, someHaveTime: boolean) {
  const closesAt = hostNow() + left
  return {
    name: 'open' as const,
    ...timing,
    stemAt: 0,
    opensAt: closesAt - 30_000,
    closesAt,
    options,
    progress: { openingId: 'q3', answered: 4, expected: 6 },
    someHaveTime,
  }
}

function people(isAsked: boolean): readonly HostPerson[] {
  const presences = ['joined', 'joined', 'joined', 'joined', 'joined', 'left', 'removed', 'absent'] as const
  return members.map(({ memberId, name, ranked, timePercent }, index) => ({
    memberId,
    name,
    ranked,
    timePercent,
    presence: presences[index] ?? 'absent',
    connected: index < 5 && index !== 2,
    answered: isAsked && index < 5 ? index % 2 === 0 : null,
    hasTime: false,
  }))
}

function ranking(): readonly HostRankingRow[] {
  return members.map(({ memberId, name, ranked, timePercent }, index) => ({
    memberId,
    name,
    ranked,
    timePercent,
    rank: ranked && timePercent === 100 && index < 6 ? index + 1 : null,
    tookPart: index < 6,
    scoreHundredths: 1000 - index * 100,
    right: 10 - index,
    totalMillis: 41_237 + index * 2_675,
    aboveNext: index === 0 ? 'time' : 'score',
  }))
}

function standings() {
  const places = ranking().slice(0, 3)
  return {
    places: places.map((row, index) => ({ ...row, rank: index + 1 })),
    apart: [],
    others: names.slice(3, 6),
    questionsCounted: 10,
  }
}
