import { board } from '@khac-sau/language'
import { expect, test } from 'vitest'
import { type BoardPlace, whyAbove } from './why-above.ts'

const place: BoardPlace = {
  rank: 1,
  name: 'Trần Thị Bình',
  scoreHundredths: 1000,
  totalMillis: 41_237,
  aboveNext: 'time',
  own: false,
}

test('[R7] a month is explained by score or time', () => {
  expect(why({ aboveNext: 'score' }, { scoreHundredths: 857 })).toBe('Hơn hạng 2: 10 điểm so với 8,57 điểm')
  expect(why({}, { totalMillis: 43_912 })).toBe('Hơn hạng 2: cùng 10 điểm; 41,2 giây so với 43,9 giây')
})

test('[R7] where the tenths are equal, all that was measured is printed', () => {
  expect(why({}, { totalMillis: 41_298 })).toContain('41,237 giây so với 41,298 giây')
})

test('[S2] a year is explained by monthly firsts before time', () => {
  expect(why({ aboveNext: 'firsts', firsts: 3 }, { firsts: 2 })).toBe(
    'Hơn hạng 2: cùng 10 điểm; 3 lần nhất tháng so với 2 lần',
  )
  expect(why({ firsts: 2 }, { firsts: 2, totalMillis: 43_912 })).toContain('cùng số lần nhất tháng; 41,2 giây')
})

test('[R3] the same rank is said to be the same', () => {
  expect(why({ aboveNext: 'same' }, { rank: 1 })).toBe('Đồng hạng: cùng điểm, cùng thời gian')
})

test('[P1] the last public line is not compared with who is not shown', () => {
  expect(whyAbove(place, undefined, board.vi, 'vi')).toBeNull()
  expect(whyAbove({ ...place, aboveNext: null }, place, board.vi, 'vi')).toBeNull()
})

function why(above: Partial<BoardPlace>, below: Partial<BoardPlace>): string | null {
  return whyAbove({ ...place, ...above }, { ...place, rank: 2, aboveNext: null, ...below }, board.vi, 'vi')
}
