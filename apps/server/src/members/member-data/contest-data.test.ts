import { defaultSettings, type Event, evolveAll, newContest } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { sampleQuestion } from '../../testing/test-server.ts'
import { contestData } from './contest-data.ts'

const content = {
  title: 'Kỳ thi tháng 11',
  month: '2026-11',
  settings: { ...defaultSettings, warmUp: { stem: 'Máy dùng được chưa?', options: ['Được', 'Rồi'] } },
  questions: [sampleQuestion, { ...sampleQuestion, stem: 'Câu thứ hai' }],
}
const bootedAtMs = Date.UTC(2026, 10, 26, 12)

function opened(openingId: string, question: number | null, opensAt: number): Event {
  const closesAt = opensAt + 30_000
  const times = { at: opensAt - 3_000, stemAt: opensAt - 3_000, opensAt, closesAt, laterCloses: [] }
  const purpose = question === null ? 'warm-up' : 'scored'
  return { type: 'opened', openingId, question, purpose, audience: 'everyone', continues: null, ...times }
}

function answer(openingId: string, at: number, options: readonly number[], late = false): Event {
  return {
    type: late ? 'answered-late' : 'answered',
    at,
    openingId,
    memberId: 'an',
    answerId: `${openingId}-answer`,
    options,
    automatic: false,
    responseMillis: 5_000,
    errorMillis: 20,
    evidence: { roundTripMillis: 40 },
    timing: 'press-2',
  }
}

function closed(openingId: string, at: number): Event[] {
  return [
    { type: 'closing', at, openingId, reason: 'deadline', closesAt: at, missing: 0 },
    { type: 'closed', at: at + 2_500, openingId },
  ]
}

const events: readonly Event[] = [
  { type: 'taken-over', at: 0, bootId: 'one', wallMillis: bootedAtMs },
  {
    type: 'room-opened',
    at: 0,
    contentHash: 'hash',
    roster: ['an', 'binh'].map((memberId) => ({ memberId, ranked: true, timePercent: 100 })),
  },
  { type: 'joined', at: 10_000, memberId: 'an' },
  opened('contest.1', null, 20_000),
  answer('contest.1', 24_000, [1]),
  ...closed('contest.1', 50_000),
  opened('contest.2', 0, 60_000),
  ...closed('contest.2', 90_000),
  answer('contest.2', 99_000, [0], true),
  // The server was off for an hour; the contest clock did not go on.
  { type: 'taken-over', at: 100_000, bootId: 'two', wallMillis: bootedAtMs + 3_700_000 },
  opened('contest.3', 1, 110_000),
  answer('contest.3', 115_000, [1]),
]

const dataOf = (memberId: string, reader: 'committee' | 'member', log = events) =>
  contestData({ contest: evolveAll(newContest('contest', content), log), events: log }, memberId, reader)

test('[P1, A5] a member’s own copy holds what they chose and how it was judged, of closed questions only', () => {
  const data = dataOf('an', 'member')
  expect(data?.answers.map(({ question, outcome, own }) => [question, outcome, own])).toEqual([
    [null, 'counted', { options: ['Rồi'], correct: null }],
    [0, 'late', { options: ['Mỗi tháng'], correct: true }],
  ])
  expect(dataOf('an', 'committee')?.answers.map(({ own }) => own)).toEqual([null, null])
  const after = dataOf('an', 'member', [...events, ...closed('contest.3', 140_000)])
  expect(after?.answers[2]).toMatchObject({ question: 1, own: { options: ['Mỗi quý'], correct: false } })
})

test('[T1] times are by the wall, through a restart of the server', () => {
  const after = dataOf('an', 'member', [...events, ...closed('contest.3', 140_000)])
  expect(after?.joinedAtMs).toBe(bootedAtMs + 10_000)
  expect(after?.answers.map(({ receivedAtMs }) => receivedAtMs)).toEqual([
    bootedAtMs + 24_000,
    bootedAtMs + 99_000,
    bootedAtMs + 3_700_000 + 15_000,
  ])
})

test('a question that was not answered costs its full time, and adds none where it does not count', () => {
  const [warmUp, first] = dataOf('an', 'committee')?.answers ?? []
  expect(first).toMatchObject({ outcome: 'late', responseMillis: 30_000, inTotal: true })
  expect(warmUp).toMatchObject({ inTotal: false, voided: false })
})

test('who is not on the list has no part in it, and who did not come has no answers', () => {
  expect(dataOf('cao', 'committee')).toBeUndefined()
  expect(dataOf('binh', 'committee')).toMatchObject({ joinedAtMs: null, answers: [], result: null, removed: false })
})
