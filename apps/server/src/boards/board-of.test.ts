import type { SeasonContest } from '@khac-sau/database'
import { defaultSettings, monthlyFirsts, scoreUnits } from '@khac-sau/engine'
import { describe, expect, test } from 'vitest'
import { type BoardSource, boardOf } from './board-of.ts'

const fullMillis = 300_000

describe('a month', () => {
  test('[P1] shows the first three with their scores, the others alphabetically by given name without', () => {
    const board = boardOf(
      source({
        contests: [
          contest('2026-03', { an: [10, 60], binh: [9, 50], chi: [8, 50], dung: [7, 50], em: [6, 50], ha: [1, 9] }),
        ],
      }),
    )

    expect(board.months).toEqual([
      {
        month: '2026-03',
        contests: [{ title: 'Kỳ thi 2026-03', maximumScore: 10 }],
        places: [
          { rank: 1, name: 'Trần Văn An', scoreHundredths: 1000, totalMillis: 60_000, aboveNext: 'score', own: false },
          { rank: 2, name: 'Lê Thị Bình', scoreHundredths: 900, totalMillis: 50_000, aboveNext: 'score', own: false },
          { rank: 3, name: 'Vũ Chi', scoreHundredths: 800, totalMillis: 50_000, aboveNext: null, own: false },
        ],
        apart: [],
        others: ['Phạm Dũng', 'Đỗ Em', 'Bùi Hà'],
        own: null,
      },
    ])
  })

  test('[R2] [R3] equal scores go by time, and equal times share a rank and the next counts all before it', () => {
    const scores = { an: [10, 60], binh: [10, 50], chi: [10, 60], dung: [9, 10], em: [9, 10] } as const
    const [month] = boardOf(source({ publicPlaces: 'all', contests: [contest('2026-03', scores)] })).months

    expect(month?.places.map(({ rank, name, aboveNext }) => [rank, name, aboveNext])).toEqual([
      [1, 'Lê Thị Bình', 'time'],
      [2, 'Trần Văn An', 'same'],
      [2, 'Vũ Chi', 'score'],
      [4, 'Phạm Dũng', 'same'],
      [4, 'Đỗ Em', null],
    ])
    expect(month?.others).toEqual([])
  })

  test('[P1] a shared third place is public whole', () => {
    const scores = { an: [10, 1], binh: [9, 1], chi: [8, 1], dung: [8, 1], em: [8, 2] } as const
    const [month] = boardOf(source({ contests: [contest('2026-03', scores)] })).months

    expect(month?.places.map(({ rank }) => rank)).toEqual([1, 2, 3, 3])
    expect(month?.others).toEqual(['Đỗ Em'])
  })

  test('[P1] ten places, or all, are a setting of the cell', () => {
    const scores = { an: [10, 1], binh: [9, 1], chi: [8, 1], dung: [7, 1], em: [6, 2] } as const
    const placesWith = (publicPlaces: BoardSource['publicPlaces']) =>
      boardOf(source({ publicPlaces, contests: [contest('2026-03', scores)] })).months[0]?.places.length

    expect([placesWith('top-3'), placesWith('top-10'), placesWith('all')]).toEqual([3, 5, 5])
  })

  test('[R5] who is not ranked took part and has no place', () => {
    const scores = { an: [5, 60], binh: [10, 10] } as const
    const contests = [contest('2026-03', scores, { unranked: ['binh'] })]
    const [month] = boardOf(source({ publicPlaces: 'all', contests })).months

    expect(month?.places.map(({ name }) => name)).toEqual(['Trần Văn An'])
    expect(month?.others).toEqual(['Lê Thị Bình'])
  })

  test('[A9] [P1] who had extra time has no place, and a score in public only like that of a public place', () => {
    const scores = { an: [9, 60], binh: [10, 99], chi: [9, 50], dung: [8, 10], em: [7, 10], ha: [2, 10] } as const
    const contests = [contest('2026-03', scores, { extra: ['binh', 'ha'] })]
    const board = boardOf(source({ contests, reader: 'ha' }))
    const [month] = board.months
    expect(month?.places.map(({ rank, name }) => [rank, name])).toEqual([
      [1, 'Vũ Chi'],
      [2, 'Trần Văn An'],
      [3, 'Phạm Dũng'],
    ])
    expect(month?.apart).toEqual([{ name: 'Lê Thị Bình', scoreHundredths: 1000, own: false }])
    expect(month?.others).toEqual(['Đỗ Em', 'Bùi Hà'])
    expect(month?.own).toMatchObject({ rank: null, extraTime: true, name: 'Bùi Hà', scoreHundredths: 200, own: true })
    expect(board.season.places.map(({ name, firsts }) => [name, firsts])).toEqual([
      ['Lê Thị Bình', 0],
      ['Vũ Chi', 1],
      ['Trần Văn An', 0],
    ])
  })

  test('who was absent is not named at all', () => {
    const contests = [contest('2026-03', { an: [5, 60] }, { absent: ['binh', 'chi'] })]
    const [month] = boardOf(source({ publicPlaces: 'all', contests })).months

    expect(JSON.stringify(month)).not.toMatch(/Bình|Chi/)
  })

  test('[S3] two contests of a month are taken by their sum, one missed costs its full time', () => {
    const contests = [
      contest('2026-03', { an: [6, 10], binh: [10, 50], chi: [5, 20] }, { id: 'first' }),
      contest('2026-03', { an: [6, 10], chi: [5, 5] }, { id: 'second' }),
    ]
    const board = boardOf(source({ publicPlaces: 'all', contests }))

    expect(board.months).toHaveLength(1)
    expect(board.months[0]?.contests).toHaveLength(2)
    expect(board.months[0]?.places).toMatchObject([
      { rank: 1, name: 'Trần Văn An', scoreHundredths: 1200, totalMillis: 20_000 },
      { rank: 2, name: 'Vũ Chi', scoreHundredths: 1000, totalMillis: 25_000, aboveNext: 'time' },
      { rank: 3, name: 'Lê Thị Bình', scoreHundredths: 1000, totalMillis: 50_000 + fullMillis },
    ])
    expect(board.season.places[0]).toMatchObject({ name: 'Trần Văn An', firsts: 1 })
  })

  test('[C1] a contest that does not count is on no board', () => {
    const contests = [contest('2026-03', { an: [6, 10] }), contest('2026-04', { binh: [9, 10] }, { counts: false })]
    const board = boardOf(source({ publicPlaces: 'all', contests }))

    expect(board.months.map(({ month }) => month)).toEqual(['2026-03'])
    expect(JSON.stringify(board)).not.toContain('Bình')
  })

  test('its first are those who get the award of the month', () => {
    const contests = [
      contest('2026-03', { an: [6, 10], binh: [4, 10], chi: [9, 40] }, { id: 'first' }),
      contest('2026-03', { an: [4, 10], binh: [6, 10], chi: [1, 40] }, { id: 'second', unranked: ['chi'] }),
    ]
    const [month] = boardOf(source({ publicPlaces: 'all', contests })).months
    const firsts = monthlyFirsts(
      contests.map(({ results, ...one }) => ({ ...one, fullMillis, strictOrder: false, rows: results })),
    )

    expect(firsts).toEqual(new Set(['an', 'binh']))
    expect(month?.places.filter(({ rank }) => rank === 1).map(({ name }) => name)).toEqual([
      'Trần Văn An',
      'Lê Thị Bình',
    ])
  })
})

describe('the year', () => {
  test('[S2] goes by the sum, then by monthly firsts, then by time', () => {
    const contests = [
      contest('2026-03', { an: [8, 10], binh: [10, 10], chi: [5, 10], dung: [5, 90] }),
      contest('2026-04', { an: [9, 10], binh: [7, 10], chi: [5, 10], dung: [5, 90] }),
      contest('2026-05', { an: [1, 90], binh: [1, 20], chi: [2, 10], dung: [2, 90] }),
    ]
    const { season } = boardOf(source({ publicPlaces: 'all', contests }))

    expect(season.months).toEqual(['2026-03', '2026-04', '2026-05'])
    expect(
      season.places.map(({ rank, name, scoreHundredths, firsts, aboveNext }) => [
        rank,
        name,
        scoreHundredths,
        firsts,
        aboveNext,
      ]),
    ).toEqual([
      [1, 'Lê Thị Bình', 1800, 1, 'time'],
      [2, 'Trần Văn An', 1800, 1, 'score'],
      [3, 'Vũ Chi', 1200, 1, 'firsts'],
      [4, 'Phạm Dũng', 1200, 0, null],
    ])
  })

  test('[S2] joint firsts of a month each count it', () => {
    const contests = [contest('2026-03', { an: [8, 10], binh: [8, 10], chi: [5, 10] })]
    const { season } = boardOf(source({ contests }))

    expect(season.places.map(({ rank, firsts, aboveNext }) => [rank, firsts, aboveNext])).toEqual([
      [1, 1, 'same'],
      [1, 1, 'score'],
      [3, 0, null],
    ])
    expect(season.places[0]?.months).toEqual([
      { month: '2026-03', outcome: 'took-part', scoreHundredths: 800, first: true },
    ])
  })

  test('[S2] a missed month gives 0, costs its full time and is shown; an excused one costs nothing', () => {
    const contests = [
      contest('2026-03', { an: [8, 10], binh: [8, 10], chi: [8, 10] }),
      contest('2026-04', { chi: [1, 10] }, { id: 'april', absent: ['an', 'binh'] }),
    ]
    const excusals = [{ contestId: 'april', memberId: 'binh' }]
    const { season } = boardOf(source({ publicPlaces: 'all', contests, excusals }))
    const placeOf = (name: string) => season.places.find((place) => place.name === name)

    expect(placeOf('Trần Văn An')).toMatchObject({ scoreHundredths: 800, totalMillis: 10_000 + fullMillis })
    expect(placeOf('Trần Văn An')?.months[1]).toEqual({
      month: '2026-04',
      outcome: 'missed',
      scoreHundredths: 0,
      first: false,
    })
    expect(placeOf('Lê Thị Bình')).toMatchObject({ scoreHundredths: 800, totalMillis: 10_000 })
    expect(placeOf('Lê Thị Bình')?.months[1]).toMatchObject({ outcome: 'excused', scoreHundredths: null })
  })

  test('[S2] months outside a membership are shown as such and cost nothing', () => {
    const contests = ['2026-03', '2026-04', '2026-05'].map((month) => contest(month, { an: [8, 10] }))
    const middle = contest('2026-04', { an: [8, 10], binh: [9, 20] })
    const members = people({ binh: { fromMonth: '2026-04', toMonth: '2026-04' } })
    const all = [contests[0], middle, contests[2]].flatMap((one) => one ?? [])
    const { season } = boardOf(source({ publicPlaces: 'all', contests: all, members }))

    const binh = season.places.find(({ name }) => name === 'Lê Thị Bình')
    expect(binh).toMatchObject({ scoreHundredths: 900, totalMillis: 20_000, firsts: 1 })
    expect(binh?.months.map(({ outcome }) => outcome)).toEqual(['not-a-member', 'took-part', 'not-a-member'])
  })

  test('whoever never came has no public line, and sees their own', () => {
    const contests = [contest('2026-03', { an: [8, 10] }, { absent: ['binh'] })]
    const board = boardOf(source({ publicPlaces: 'all', contests, reader: 'binh' }))

    expect(board.season.places.map(({ name }) => name)).toEqual(['Trần Văn An'])
    expect(board.season.others).toEqual([])
    expect(board.season.own).toMatchObject({ rank: 2, name: 'Lê Thị Bình', own: true })
    expect(boardOf(source({ publicPlaces: 'all', contests })).season.own).toBeNull()
  })

  test('[P1] a place in the year does not publish the months in which its member had none', () => {
    const contests = [
      contest('2026-03', { an: [4, 10], binh: [9, 10], chi: [8, 10], dung: [7, 10] }),
      contest('2026-04', { an: [10, 10], binh: [2, 10], chi: [2, 10], dung: [1, 10] }),
    ]
    const { season } = boardOf(source({ contests }))

    expect(season.places[0]).toMatchObject({ name: 'Trần Văn An', scoreHundredths: 1400 })
    expect(season.places[0]?.months.map(({ scoreHundredths }) => scoreHundredths)).toEqual([null, 1000])
    expect(boardOf(source({ contests, reader: 'an' })).season.places[0]?.months[0]?.scoreHundredths).toBe(400)
  })

  test('without a settled contest is empty', () => {
    expect(boardOf(source({ contests: [] }))).toEqual({
      cellName: 'Chi bộ Mẫu',
      year: 2026,
      years: [2026],
      months: [],
      season: { months: [], places: [], others: [], own: null },
    })
  })
})

describe('[P1] privacy', () => {
  const contests = [
    contest('2026-03', { an: [10, 11], binh: [9, 12], chi: [8, 13], dung: [7.1, 14], em: [6.3, 15], ha: [5.7, 16] }),
    contest('2026-04', { an: [10, 21], binh: [9, 22], chi: [8, 23], dung: [7.3, 24], em: [6.1, 25], ha: [5.9, 26] }),
  ]
  const hidden = ['dung', 'em', 'ha'].flatMap((memberId) =>
    contests.flatMap(({ results }) =>
      results.filter((row) => row.memberId === memberId).flatMap((row) => [row.scoreUnits, row.totalMillis]),
    ),
  )

  test('nobody outside the places has a score or a time anywhere in the answer', () => {
    const numbers = numbersIn(boardOf(source({ contests })))

    expect(numbers).toEqual(expect.arrayContaining([1000, 2000, 11_000, 32_000]))
    for (const score of [710, 630, 570, 730, 610, 590, 1440, 1240, 1160]) expect(numbers).not.toContain(score)
    for (const time of [14, 15, 16, 24, 25, 26, 38, 40, 42]) expect(numbers).not.toContain(time * 1000)
    for (const stored of hidden) expect(numbers).not.toContain(stored)
  })

  test('no id of anybody is in it', () => {
    const text = JSON.stringify(boardOf(source({ contests, reader: 'dung' })))

    for (const { id } of people()) expect(text).not.toContain(`"${id}"`)
  })

  test('a reader sees their own lines, and nobody else more for it', () => {
    const board = boardOf(source({ contests, reader: 'em' }))
    const own = { name: 'Đỗ Em', own: true, aboveNext: null }

    expect(board.months.map((month) => month.own)).toMatchObject([
      { ...own, rank: 5, scoreHundredths: 630, totalMillis: 15_000 },
      { ...own, rank: 5, scoreHundredths: 610 },
    ])
    expect(board.season.own).toMatchObject({ ...own, rank: 5, scoreHundredths: 1240 })
    expect(board.season.own?.months.map(({ scoreHundredths }) => scoreHundredths)).toEqual([630, 610])
    const numbers = numbersIn(board)
    for (const score of [710, 570, 730, 590, 1440, 1160]) expect(numbers).not.toContain(score)
    expect(board.months[0]?.others).toContain('Đỗ Em')
  })

  test('a reader among the places is marked there and has no second line', () => {
    const board = boardOf(source({ contests, reader: 'binh' }))

    expect(board.months[0]?.places.map(({ own }) => own)).toEqual([false, true, false])
    expect(board.months[0]?.own).toBeNull()
    expect(board.season.own).toBeNull()
  })

  test('an id that no roster knows keeps its place without a name', () => {
    const members = people().filter(({ id }) => id !== 'an')
    const [month] = boardOf(source({ contests, members })).months

    expect(month?.places[0]).toMatchObject({ rank: 1, name: '—', scoreHundredths: 1000 })
  })

  test('two people of one name are told apart by their group', () => {
    const members = people({ dung: { name: 'Đỗ Em', groupName: 'Tổ 1' }, em: { groupName: 'Tổ 2' } })
    const [month] = boardOf(source({ contests, members })).months

    expect(month?.others).toEqual(['Đỗ Em (Tổ 1)', 'Đỗ Em (Tổ 2)', 'Bùi Hà'])
  })
})

function source(changes: Partial<BoardSource>): BoardSource {
  return {
    cellName: 'Chi bộ Mẫu',
    publicPlaces: 'top-3',
    year: 2026,
    years: [2026],
    contests: [],
    members: people(),
    excusals: [],
    person: (memberId: string) => memberId,
    reader: undefined,
    ...changes,
  }
}

type Person = BoardSource['members'][number]

function people(changes: Readonly<Record<string, Partial<Person>>> = {}): readonly Person[] {
  const names = { an: 'Trần Văn An', binh: 'Lê Thị Bình', chi: 'Vũ Chi', dung: 'Phạm Dũng', em: 'Đỗ Em', ha: 'Bùi Hà' }
  return Object.entries(names).map(([id, name]) => ({
    id,
    name,
    groupName: '',
    position: '',
    birthday: null,
    ranked: true,
    fromMonth: '2026-01',
    toMonth: null,
    ...changes[id],
  }))
}

type ContestChanges = {
  readonly id?: string
  readonly absent?: readonly string[]
  readonly unranked?: readonly string[]
  readonly extra?: readonly string[]
  readonly counts?: boolean
}

/** By member: points and seconds. */
function contest(
  month: string,
  scores: Readonly<Record<string, readonly [points: number, seconds: number]>>,
  { id = month, absent = [], unranked = [], extra = [], counts = true }: ContestChanges = {},
): SeasonContest {
  const row = { cellId: 'cell', contestId: id, fullMillis, errorMillis: 0, throughSeq: 1, rank: null, rightCount: 0 }
  const present = Object.entries(scores).map(([memberId, [points, seconds]]) => ({
    ...row,
    memberId,
    ranked: !unranked.includes(memberId),
    timePercent: extra.includes(memberId) ? (150 as const) : (100 as const),
    tookPart: true,
    scoreUnits: scoreUnits(points, 1, 1),
    totalMillis: seconds * 1000,
  }))
  const missing = absent.map((memberId) => ({
    ...row,
    memberId,
    ranked: true,
    timePercent: 100 as const,
    tookPart: false,
    scoreUnits: 0,
    totalMillis: fullMillis,
  }))
  return {
    contestId: id,
    month,
    title: `Kỳ thi ${month}`,
    settings: { ...defaultSettings, countsForSeason: counts },
    settledAtMs: 1,
    results: [...present, ...missing],
    awards: [],
  }
}

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
