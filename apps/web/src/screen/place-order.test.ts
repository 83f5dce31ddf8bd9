import type { PlaceView } from '@khac-sau/engine'
import { screen } from '@khac-sau/language'
import { expect, test } from 'vitest'
import { type PlaceGroup, placeGroups, rankWord, whyAbove, whyJoint } from './place-order.ts'

test('[R3] equal ranks stand together', () => {
  const groups = placeGroups([place(1, 1000, 41_200), place(1, 1000, 41_210), place(3, 900, 30_000)])

  expect(groups.map(({ rank, people }) => [rank, people.length])).toEqual([
    [1, 2],
    [3, 1],
  ])
})

test('[R7] a higher score is the reason where there is one', () => {
  expect(why(place(1, 1000, 60_000), place(2, 857, 30_000))).toBe('10 điểm so với 8,57 điểm')
})

test('[R7] among equal scores the times are printed', () => {
  expect(why(place(1, 1000, 41_237), place(2, 1000, 43_912))).toBe('cùng 10 điểm; 41,2 giây so với 43,9 giây')
})

test('[R7] where the tenths are equal, all that was measured is printed', () => {
  expect(why(place(1, 1000, 41_201), place(2, 1000, 41_298))).toBe('cùng 10 điểm; 41,201 giây so với 41,298 giây')
})

test('[R4] joint firsts with different times say that it is within the error', () => {
  const [group] = placeGroups([place(1, 1000, 41_201), place(1, 1000, 41_298)])

  expect(group && whyJoint(group, screen.vi, 'vi')).toContain('trong sai số đo')
})

test('[R3] the same time is the same rank', () => {
  const [group] = placeGroups([place(2, 900, 41_200), place(2, 900, 41_200)])

  expect(group && whyJoint(group, screen.vi, 'vi')).toBe('cùng 9 điểm, cùng 41,2 giây')
})

test('someone alone at a rank shares it with nobody', () => {
  const [group] = placeGroups([place(1, 900, 41_200)])

  expect(group && whyJoint(group, screen.vi, 'vi')).toBeNull()
})

test('only the first is commended, and not for no right answer', () => {
  const joint = (rank: number, score: number): PlaceGroup => ({
    rank,
    people: [place(rank, score, 41_200), place(rank, score, 41_200)],
  })
  expect([joint(1, 900), joint(2, 800), joint(4, 700), joint(1, 0)].map((group) => rankWord(group, screen.vi))).toEqual(
    ['Tuyên dương: đồng hạng Nhất', 'Đồng hạng Nhì', 'Đồng hạng 4', screen.vi.jointFirstPlace],
  )
})

function why(above: PlaceView, below: PlaceView): string {
  return whyAbove(alone(above), alone(below), screen.vi, 'vi')
}

function alone(place: PlaceView): PlaceGroup {
  return { rank: place.rank, people: [place] }
}

function place(rank: number, scoreHundredths: number, totalMillis: number): PlaceView {
  return { rank, name: 'Trần Thị Bình', scoreHundredths, right: 0, totalMillis, aboveNext: null }
}
