import type { AnswerTiming } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { decidedFrom } from './decided-from.ts'

const agreeing = {
  startedAt: 1_000,
  pressedAt: 13_400,
  claimedPressAt: 13_400,
  roundTripMillis: 40,
  excessMillis: 20,
  overclaimedMillis: 0,
}
const answer = (over: Partial<AnswerTiming> = {}, evidence: Record<string, number> = {}): AnswerTiming => ({
  question: 0,
  outcome: 'counted',
  inTotal: true,
  automatic: false,
  responseMillis: 12_400,
  errorMillis: 0,
  arrivedAt: 13_420,
  timing: 'press-2',
  evidence: { ...agreeing, ...evidence },
  ...over,
})
const vi = (one: AnswerTiming) => decidedFrom(one, 'vi').join(' ')

test('a claim that the link allows is said to agree with it', () => {
  expect(vi(answer())).toBe('Điện thoại báo bấm lúc 12,4 giây, khớp với đường truyền.')
})

test('a stall is named with what was credited of it', () => {
  expect(vi(answer({ arrivedAt: 14_220 }))).toBe(
    'Điện thoại báo bấm lúc 12,4 giây, khớp với đường truyền. Mạng nghẽn, được bù 0,8 giây.',
  )
})

test('a claim beyond what the link allows is shown beside what it allows', () => {
  const cut = (claimedPressAt: number, pressedAt = 13_400) =>
    vi(
      answer(
        { arrivedAt: pressedAt + 20 },
        { pressedAt, claimedPressAt, overclaimedMillis: pressedAt - claimedPressAt },
      ),
    )

  expect(cut(11_000)).toBe('Điện thoại báo bấm lúc 10,0 giây; đường truyền chỉ cho phép từ 12,4 giây.')
  expect(cut(13_410, 13_450)).toContain('12,410 giây; đường truyền chỉ cho phép từ 12,450 giây')
  expect(cut(-1_000)).toContain('−2,0 giây')
})

test('[T7] without a sign of the link the claim stands alone', () => {
  const { excessMillis: _, ...silent } = agreeing
  expect(vi({ ...answer(), evidence: silent })).toContain('không có tín hiệu đường truyền')
})

test('without a claim, or with one of the future, the receipt decides', () => {
  expect(vi(answer({ timing: 'receipt-1', evidence: {} }))).toBe('Chỉ tính theo lúc máy chủ nhận.')
  expect(vi(answer({}, { claimedPressAt: 13_500 }))).toBe('Chỉ tính theo lúc máy chủ nhận.')
})

test('[T2] options that came late are named, and so is a press after the close', () => {
  expect(vi(answer({}, { startPaidMillis: 300 }))).toContain('muộn 0,4 giây')
  expect(vi(answer({ responseMillis: 12_000 }))).toContain('Tính đến lúc đóng câu.')
})

test('[R2, T6] no answer, a late one and one the phone sent cost the full time', () => {
  for (const one of [answer({ outcome: 'none' }), answer({ outcome: 'late' }), answer({ automatic: true })]) {
    expect(vi(one)).toContain('tính đủ thời gian của câu')
  }
  expect(vi(answer({ inTotal: false }))).toMatch(/^Câu này không cộng vào tổng thời gian\. /)
})
