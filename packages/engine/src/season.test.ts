import { expect, test } from 'vitest'
import { monthlyFirsts, monthSums, type SeasonContest, seasonOf } from './season.ts'

const member = (memberId: string, over: { fromMonth?: string; toMonth?: string; ranked?: boolean } = {}) => ({
  memberId,
  ranked: over.ranked ?? true,
  fromMonth: over.fromMonth ?? '2026-01',
  toMonth: over.toMonth ?? null,
})

function contest(
  month: string,
  scores: Readonly<Record<string, readonly [number, number]>>,
  id = month,
  extra: readonly string[] = [],
): SeasonContest {
  const rows = Object.entries(scores).map(([memberId, [scoreUnits, totalMillis]]) => ({
    memberId,
    ranked: true,
    timePercent: extra.includes(memberId) ? (150 as const) : (100 as const),
    tookPart: true,
    scoreUnits,
    totalMillis,
    errorMillis: 0,
  }))
  return { contestId: id, month, fullMillis: 300, strictOrder: false, rows }
}

const order = (season: ReturnType<typeof seasonOf>) => season.rows.map(({ memberId, rank }) => [memberId, rank])

test('[S2] the year goes by sum of scores, then monthly firsts, then total time, then the same rank', () => {
  const contests = [
    contest('2026-01', { an: [10, 50], binh: [10, 60], chi: [9, 10], dung: [9, 10] }),
    contest('2026-02', { an: [8, 90], binh: [8, 20], chi: [9, 30], dung: [9, 30] }),
  ]
  const season = seasonOf(contests, [member('an'), member('binh'), member('chi'), member('dung')], [])
  // All have 18; chi and dung share February's first, an has January's; then 40 against 140.
  expect(order(season)).toEqual([
    ['chi', 1],
    ['dung', 1],
    ['an', 3],
    ['binh', 4],
  ])
})

test('[S2] a missed month gives nothing, costs its full time and shows; an excused one and one outside membership cost nothing', () => {
  const contests = [contest('2026-01', { an: [10, 50] }), contest('2026-02', { binh: [10, 50] })]
  const season = seasonOf(
    contests,
    [member('an'), member('binh', { fromMonth: '2026-02' }), member('chi'), member('gone', { toMonth: '2025-12' })],
    [{ contestId: '2026-02', memberId: 'chi' }],
  )
  const outcomes = Object.fromEntries(
    season.rows.map(({ memberId, months, totalMillis }) => [
      memberId,
      [...months.map(({ outcome }) => outcome), totalMillis],
    ]),
  )
  expect(outcomes).toEqual({
    an: ['took-part', 'missed', 350],
    binh: ['not-a-member', 'took-part', 50],
    chi: ['missed', 'excused', 300],
  })
})

test('[S3] two counting contests of a month are won by their sum, and joint firsts are all kept', () => {
  const month = [
    contest('2026-03', { an: [10, 50], binh: [9, 10] }, 'a'),
    contest('2026-03', { binh: [10, 20], an: [8, 10], chi: [10, 1] }, 'b'),
  ]
  expect([...monthlyFirsts(month)]).toEqual(['binh'])
  expect([...monthlyFirsts([contest('2026-04', { an: [10, 50], binh: [10, 50] })])]).toEqual(['an', 'binh'])
})

test('[R5] who is not ranked is not in the year', () => {
  const season = seasonOf(
    [contest('2026-01', { an: [1, 1], setter: [2, 1] })],
    [member('an'), member('setter', { ranked: false })],
    [],
  )
  expect(order(season)).toEqual([['an', 1]])
})

test('[A9] who had extra time keeps the score in the year, and the month costs its full time', () => {
  const contests = [
    contest('2026-01', { an: [9, 250], binh: [10, 400], chi: [9, 40] }, 'january', ['binh']),
    contest('2026-02', { an: [9, 250], binh: [8, 40], chi: [8, 40] }),
  ]
  const season = seasonOf(contests, [member('an'), member('binh'), member('chi')], [])
  expect(season.rows).toMatchObject([
    { memberId: 'an', rank: 1, scoreUnits: 18, firsts: 1, totalMillis: 500 },
    { memberId: 'binh', rank: 2, scoreUnits: 18, firsts: 0, totalMillis: 340 },
    { memberId: 'chi', rank: 3, scoreUnits: 17, firsts: 1 },
  ])
})

test('[A9, S3] extra time in one of two contests sets the whole month apart', () => {
  const contests = [
    contest('2026-01', { an: [9, 50], binh: [10, 60] }, 'first', ['binh']),
    contest('2026-01', { an: [9, 50], binh: [10, 60] }, 'second'),
  ]
  expect(monthlyFirsts(contests)).toEqual(new Set(['an']))
  expect(monthSums(contests, 'apart')).toMatchObject([{ memberId: 'binh', scoreUnits: 20 }])
  expect(monthSums(contests, 'competing').map(({ memberId }) => memberId)).toEqual(['an'])
})
