import { expect, test } from 'vitest'
import { checkAnswers, type Finding } from './check.ts'
import type { LoggedAnswer, LoggedContest } from './contest-log.ts'
import type { PhoneHistory, SubmittedAnswer } from './history.ts'

const sent: SubmittedAnswer = { answerId: 'a-1', openingId: 'c.1', question: 0, options: [2], at: 10 }
const receipt = { answerId: 'a-1', openingId: 'c.1', options: [2], counted: true, at: 20 }
const shown = { question: 0, options: [2], counted: true, at: 30 }
const logged: LoggedAnswer = {
  seq: 5,
  at: 4_000,
  memberId: 'hoa',
  openingId: 'c.1',
  answerId: 'a-1',
  options: [2],
  counted: true,
}
/** The second opening goes on with the first one's question. */
const openings = [
  { openingId: 'c.1', question: 0 },
  { openingId: 'c.2', question: 0 },
  { openingId: 'c.3', question: 1 },
]

/** The first opening's grace began anew; the second question closes later. */
const closings = [
  { openingId: 'c.1', closesAt: 3_000 },
  { openingId: 'c.2', closesAt: 5_000 },
  { openingId: 'c.3', closesAt: 50_000 },
]

const history = (change: Partial<PhoneHistory> = {}): PhoneHistory => ({
  memberId: 'hoa',
  submitted: [sent],
  receipts: [receipt],
  shown: [shown],
  refusals: [],
  ...change,
})
const log = (...answers: readonly LoggedAnswer[]): LoggedContest => ({ openings, closings, answers })
const kindsOf = (findings: readonly Finding[]) => findings.map(({ kind }) => kind)

test('a contest in which the log holds what every phone was told is faultless', () => {
  expect(checkAnswers([history()], log(logged))).toEqual([])
  const late = { ...logged, seq: 9, at: 7_501, memberId: 'binh', answerId: 'b-1', counted: false }
  const told = history({
    memberId: 'binh',
    submitted: [{ ...sent, answerId: 'b-1' }],
    receipts: [{ ...receipt, answerId: 'b-1', counted: false }],
    shown: [{ ...shown, counted: false }],
  })
  expect(checkAnswers([history(), told], log(logged, late))).toEqual([])
})

test('one receipt that came twice is one answer', () => {
  expect(checkAnswers([history({ receipts: [receipt, receipt] })], log(logged))).toEqual([])
})

test('[A4] an acknowledged answer that is not in the log is lost, and was not stored', () => {
  expect(kindsOf(checkAnswers([history({ shown: [] })], log()))).toEqual(['lost', 'unstored'])
})

test('[A4] an answer that was shown as saved and is not in the log is lost, also without a receipt', () => {
  expect(kindsOf(checkAnswers([history({ submitted: [], receipts: [] })], log()))).toEqual(['lost'])
})

test('[A4] an acknowledged answer of which the log says something else is lost', () => {
  const notCounted = checkAnswers([history()], log({ ...logged, at: 7_501, counted: false }))
  expect(kindsOf(notCounted)).toEqual(['lost', 'lost'])
  const others = checkAnswers([history({ shown: [] })], log({ ...logged, options: [1] }))
  expect(kindsOf(others)).toEqual(['lost', 'invented'])
})

test('[A2] a member with two answers to one question is doubled, also over two openings of it', () => {
  const again = { ...sent, answerId: 'a-2', openingId: 'c.2' }
  const second = { ...logged, seq: 8, answerId: 'a-2', openingId: 'c.2' }
  const findings = checkAnswers([history({ submitted: [sent, again] })], log(logged, second))
  expect(findings).toMatchObject([{ kind: 'doubled', memberId: 'hoa' }])
  expect(findings[0]?.what).toContain('"seq":8')
})

test('[A2] one answer id that is in the log twice is doubled', () => {
  const elsewhere = { ...logged, seq: 8, openingId: 'c.3' }
  expect(kindsOf(checkAnswers([history()], log(logged, elsewhere)))).toEqual(['doubled', 'invented'])
})

test('an answer that nobody sent, or that another phone sent, is invented', () => {
  expect(kindsOf(checkAnswers([], log(logged)))).toEqual(['invented'])
  expect(kindsOf(checkAnswers([history({ memberId: 'binh', receipts: [], shown: [] })], log(logged)))).toEqual([
    'unstored',
    'invented',
  ])
})

test('[T5] what arrived within the grace of the last close of its question, and does not count, is told', () => {
  const told = history({ receipts: [{ ...receipt, counted: false }], shown: [{ ...shown, counted: false }] })
  const late = (at: number) => log({ ...logged, at, counted: false })
  expect(kindsOf(checkAnswers([told], late(7_500)))).toEqual(['uncounted'])
  expect(checkAnswers([told], late(7_501))).toEqual([])
})

test('[T4] what was submitted and is nowhere in the log is told, though nobody promised it', () => {
  expect(kindsOf(checkAnswers([history({ receipts: [], shown: [] })], log()))).toEqual(['unstored'])
})
