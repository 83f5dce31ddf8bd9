import { expect, test } from 'vitest'
import { rankInOrder } from './rank.ts'
import { contestResult } from './result.ts'
import { scoreHundredths, scoreUnits, UNITS_PER_POINT } from './score.ts'
import { content, openedStory, question, type Story } from './testing/story.ts'

const three = content([question([0]), question([0]), question([0])])

/** Plays all questions; each member's answers are [option, seconds] or nothing. */
function played(
  answers: Readonly<Record<string, readonly (readonly [number, number] | null)[]>>,
  unranked: readonly string[] = [],
): Story {
  const ranked = Object.keys(answers).filter((memberId) => !unranked.includes(memberId))
  const told = openedStory(three, ranked, unranked)
  for (let index = 0; index < 3; index++) {
    told.untilOpen()
    const inTime = Object.entries(answers).flatMap(([memberId, own]) => {
      const answer = own[index]
      return answer ? [{ memberId, answer }] : []
    })
    for (const { memberId, answer } of inTime.sort((a, b) => a.answer[1] - b.answer[1])) {
      told.answer(memberId, [answer[0]], answer[1] * 1000)
    }
    told.untilClosed()
    told.next()
  }
  return told
}

test('[C4] a score is exact inside and rounded only for display', () => {
  expect(scoreHundredths(scoreUnits(10, 6, 7))).toBe(857)
  expect(scoreUnits(10, 7, 7)).toBe(10 * UNITS_PER_POINT)
  for (let counted = 1; counted <= 30; counted++) {
    for (let right = 0; right <= counted; right++)
      expect(Number.isSafeInteger(scoreUnits(100, right, counted))).toBe(true)
  }
  expect(scoreUnits(10, 0, 0)).toBe(0)
})

test('[R1, R2, R3] score, then total time, then the same rank: 1, 2, 2, 4', () => {
  const told = played({
    an: [
      [0, 5],
      [0, 5],
      [0, 5],
    ],
    binh: [
      [0, 8],
      [0, 8],
      [0, 8],
    ],
    chi: [
      [0, 8],
      [0, 8],
      [0, 8],
    ],
    dung: [
      [0, 1],
      [0, 1],
      [1, 1],
    ],
  })
  expect(contestResult(told.contest).rows.map(({ memberId, rank }) => [memberId, rank])).toEqual([
    ['an', 1],
    ['binh', 2],
    ['chi', 2],
    ['dung', 4],
  ])
})

test('[R2] right or wrong costs its time, and no answer the full time, also of a question that closed early', () => {
  const told = played({
    an: [[1, 3], [0, 4], null],
    binh: [
      [0, 1],
      [0, 1],
      [0, 1],
    ],
  })
  const an = contestResult(told.contest).rows.find(({ memberId }) => memberId === 'an')
  expect(an).toMatchObject({ right: 1, totalMillis: 3_000 + 4_000 + 30_000 })
})

test('[R5] who is not ranked answers and has no rank', () => {
  const told = played(
    {
      an: [
        [0, 9],
        [0, 9],
        [0, 9],
      ],
      setter: [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    },
    ['setter'],
  )
  expect(contestResult(told.contest).rows.map(({ memberId, rank, right }) => [memberId, rank, right])).toEqual([
    ['an', 1, 3],
    ['setter', null, 3],
  ])
})

test('[A8] who joins late competes, and what was missed counts as unanswered', () => {
  const told = openedStory(three, ['an'])
  told.do({ type: 'enroll', memberId: 'binh', ranked: true, timePercent: 100 })
  told.answer('an', [0], 1_000)
  told.do({ type: 'join', memberId: 'binh' })
  told.next()
  told.untilOpen()
  told.answer('an', [0], 1_000)
  told.answer('binh', [0], 2_000)
  const binh = contestResult(told.contest).rows.find(({ memberId }) => memberId === 'binh')
  expect(binh).toMatchObject({ tookPart: true, right: 1, totalMillis: 32_000, rank: 2 })
})

test('[C4] questions that were never asked drop out when the host ends the contest', () => {
  const told = openedStory(three, ['an'])
  told.answer('an', [0], 1_000)
  expect(contestResult(told.contest).questionsCounted).toBe(3)
  told.do({ type: 'finish', by: 'host' })
  expect(contestResult(told.contest)).toMatchObject({
    questionsCounted: 1,
    rows: [{ scoreUnits: 10 * UNITS_PER_POINT }],
  })
})

test('[R3] ranking keeps everyone and does not depend on the order given', () => {
  const rows = [
    { id: 1, scoreUnits: 5, totalMillis: 9 },
    { id: 2, scoreUnits: 5, totalMillis: 9 },
    { id: 3, scoreUnits: 7, totalMillis: 99 },
  ]
  const ranks = (list: typeof rows) => new Map(rankInOrder(list).map(({ id, rank }) => [id, rank]))
  expect(ranks(rows)).toEqual(
    new Map([
      [3, 1],
      [1, 2],
      [2, 2],
    ]),
  )
  expect(ranks([...rows].reverse())).toEqual(
    new Map([
      [3, 1],
      [2, 2],
      [1, 2],
    ]),
  )
})
