import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contestsOfBoth, type Merge, mergedExcusals, mergedMemberships, mergedRows, personOf } from './merge.ts'
import { type Excusal, type Membership, monthSums, type SeasonContest, seasonOf } from './season.ts'

const an = { memberId: 'an-2', intoMemberId: 'an' }
const row = (memberId: string, tookPart: boolean, scoreUnits = tookPart ? 5 : 0) => ({
  memberId,
  ranked: true,
  timePercent: 100 as const,
  tookPart,
  scoreUnits,
  totalMillis: tookPart ? 40 : 300,
  errorMillis: 1,
})

/** Entries of three people: two of one, three of another. */
const people = { an: ['an', 'an-2'], binh: ['binh', 'binh-2', 'binh-3'], chi: ['chi'] } as const
const merges: readonly Merge[] = [
  an,
  { memberId: 'binh-2', intoMemberId: 'binh' },
  { memberId: 'binh-3', intoMemberId: 'binh' },
]
/** The same in other orders, through chains. */
const sameMerges: readonly (readonly Merge[])[] = [
  [...merges].reverse(),
  [{ memberId: 'binh-3', intoMemberId: 'binh-2' }, { memberId: 'binh-2', intoMemberId: 'binh' }, an],
  [{ memberId: 'binh-2', intoMemberId: 'binh-3' }, an, { memberId: 'binh-3', intoMemberId: 'binh' }],
]

/** In each contest each person took part under one entry at most, the others are there and absent, or not there. */
const contest = (index: number): fc.Arbitrary<SeasonContest> =>
  fc
    .tuple(
      ...Object.values(people).map((entries) =>
        fc.record({
          entry: fc.option(fc.constantFrom(...entries), { nil: null }),
          listed: fc.subarray([...entries]),
          scoreUnits: fc.integer({ min: 0, max: 50 }),
          totalMillis: fc.integer({ min: 0, max: 300 }),
        }),
      ),
      fc.constantFrom('2026-01', '2026-02', '2026-03'),
    )
    .map((drawn) => {
      const month = drawn[drawn.length - 1] as string
      const rows = drawn.slice(0, -1).flatMap((one) => {
        if (typeof one === 'string') return []
        const { entry, listed, scoreUnits, totalMillis } = one
        const absent = listed.filter((memberId) => memberId !== entry).map((memberId) => row(memberId, false))
        return entry === null ? absent : [...absent, { ...row(entry, true, scoreUnits), totalMillis }]
      })
      return { contestId: `${index}`, month, fullMillis: 300, strictOrder: false, rows }
    })
const contests = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => contest(index))))
const membership = (memberId: string): fc.Arbitrary<Membership> =>
  fc
    .tuple(fc.constantFrom('2025-12', '2026-02'), fc.constantFrom(null, '2026-02', '2026-03'))
    .map(([fromMonth, toMonth]) => ({ memberId, ranked: true, fromMonth, toMonth }))
const memberships = fc.tuple(...Object.values(people).flat().map(membership))
const excusals: fc.Arbitrary<Excusal[]> = fc.array(
  fc.record({ contestId: fc.constantFrom('0', '1'), memberId: fc.constantFrom(...Object.values(people).flat()) }),
)

function season(
  all: readonly SeasonContest[],
  members: readonly Membership[],
  excused: readonly Excusal[],
  made: readonly Merge[],
) {
  const person = personOf(made)
  return seasonOf(
    all.map((one) => ({ ...one, rows: mergedRows(one.rows, person) })),
    mergedMemberships(members, person),
    mergedExcusals(excused, person),
  )
}

describe('[S4] merging', () => {
  test('keeps the sum of all scores, and gives each person what their entries had', () => {
    fc.assert(
      fc.property(contests, memberships, excusals, (all, members, excused) => {
        const before = season(all, members, excused, [])
        const after = season(all, members, excused, merges)
        const sumOf = (rows: typeof after.rows) => rows.reduce((sum, { scoreUnits }) => sum + scoreUnits, 0)
        expect(sumOf(after.rows)).toBe(sumOf(before.rows))
        for (const [memberId, entries] of Object.entries(people)) {
          const own = before.rows.filter((one) => (entries as readonly string[]).includes(one.memberId))
          expect(after.rows.find((one) => one.memberId === memberId)?.scoreUnits ?? 0).toBe(sumOf(own))
        }
      }),
    )
  })

  test('says the same in whatever order it is done', () => {
    fc.assert(
      fc.property(contests, memberships, excusals, fc.constantFrom(...sameMerges), (all, members, excused, other) => {
        expect(season(all, members, excused, other)).toEqual(season(all, members, excused, merges))
      }),
    )
  })

  test('of nobody changes nothing, byte for byte', () => {
    fc.assert(
      fc.property(contests, memberships, excusals, (all, members, excused) => {
        const untouched = JSON.stringify(seasonOf(all, members, excused))
        expect(JSON.stringify(season(all, members, excused, []))).toBe(untouched)
      }),
    )
  })

  test('of two contests of a month, one under each entry, is one sum and misses neither', () => {
    const all = ['an', 'an-2'].map((memberId, index) => ({
      contestId: String(index),
      month: '2026-01',
      fullMillis: 300,
      strictOrder: false,
      rows: mergedRows([row(memberId, true), row('chi', true)], personOf([an])),
    }))

    expect(monthSums(all, 'competing')).toMatchObject([
      { memberId: 'an', scoreUnits: 10, totalMillis: 80 },
      { memberId: 'chi', scoreUnits: 10, totalMillis: 80 },
    ])
  })

  test('a month between the two memberships is neither’s', () => {
    const members = [
      { memberId: 'an', ranked: true, fromMonth: '2026-03', toMonth: null },
      { memberId: 'an-2', ranked: true, fromMonth: '2026-01', toMonth: '2026-01' },
    ]
    const all = ['2026-01', '2026-02', '2026-03'].map((month) => ({
      contestId: month,
      month,
      fullMillis: 300,
      strictOrder: false,
      rows: [row('chi', true)],
    }))

    expect(season(all, members, [], [an]).rows).toMatchObject([
      { memberId: 'an', months: [{ outcome: 'missed' }, { outcome: 'not-a-member' }, { outcome: 'missed' }] },
    ])
  })

  test('is not for two who took part in one contest, under whichever of their entries', () => {
    const all = [
      { contestId: 'x', rows: [row('an-2', true), row('binh', true)] },
      { contestId: 'y', rows: [row('an', true), row('binh', false)] },
    ]

    expect(contestsOfBoth(all, ['an', 'binh'], personOf([]))).toEqual([])
    expect(contestsOfBoth(all, ['an', 'binh'], personOf([an]))).toEqual(['x'])
  })
})
