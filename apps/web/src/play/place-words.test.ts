import type { PlaceView } from '@khac-sau/engine'
import { playResult } from '@khac-sau/language'
import { expect, test } from 'vitest'
import { placeLabel, whyAbove } from './place-words.ts'

function place(rank: number, totalMillis: number, aboveNext: PlaceView['aboveNext'] = 'time'): PlaceView {
  return { rank, name: 'A', scoreHundredths: 1000, right: 7, totalMillis, aboveNext }
}

const why = (above: PlaceView, below: PlaceView | undefined) => whyAbove(above, below, playResult.vi, 'vi')

test('[R7] equal points are told apart by tenths of a second', () => {
  expect(why(place(1, 41_237), place(2, 43_900))).toBe('cùng 10 điểm; 41,2 giây so với 43,9 giây')
})

test('[R7] where tenths are equal all that was measured is shown', () => {
  expect(why(place(1, 41_237), place(2, 41_291))).toBe('cùng 10 điểm; 41,237 giây so với 41,291 giây')
})

test('[R3] those who share a rank, and the last one shown, stand above nobody', () => {
  expect(why(place(1, 41_237, 'same'), place(1, 41_237))).toBeUndefined()
  expect(why(place(3, 41_237, null), undefined)).toBeUndefined()
  expect(why(place(1, 41_237, 'score'), place(2, 20_000))).toBeUndefined()
})

test('[R4] joint firsts within the error are told that it was too little to tell', () => {
  expect(why(place(1, 41_237, 'within-error'), place(1, 41_437))).toBe(
    'cùng 10 điểm; 41,2 giây và 41,4 giây: chênh lệch trong sai số đo',
  )
})

test('[R3] joint ranks say so', () => {
  expect([
    placeLabel(1, true, playResult.vi),
    placeLabel(2, false, playResult.vi),
    placeLabel(7, true, playResult.vi),
  ]).toEqual(['Đồng hạng Nhất', 'Hạng Nhì', 'Đồng hạng 7'])
})
