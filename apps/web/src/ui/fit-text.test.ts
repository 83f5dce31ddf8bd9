import { expect, test } from 'vitest'
import { fitQuestion, phoneTextStep } from './fit-text.ts'

/** A 16:9 screen in units, less margins, header, clock and footer. */
const room = { width: 165, height: 74 }
const xHeight = 0.53

test('an ordinary question is shown at the sizes the last row can read', () => {
  const fit = fitQuestion({ ...room, stemCharacters: 90, optionCharacters: [30, 28, 34, 22] })

  expect(fit.stemSize * xHeight).toBeGreaterThanOrEqual(3.5)
  expect(fit.optionSize * xHeight).toBeGreaterThanOrEqual(3)
})

test('a stem of 300 characters with four options of 120 fits, and stays larger than body text', () => {
  const fit = fitQuestion({ ...room, stemCharacters: 300, optionCharacters: [120, 120, 120, 120] })

  expect(fit.fits).toBe(true)
  expect(fit.optionSize).toBeGreaterThan(3)
})

test('four options stand two by two, whatever their length', () => {
  for (const length of [3, 60, 500]) {
    const fit = fitQuestion({ ...room, stemCharacters: 50, optionCharacters: Array<number>(4).fill(length) })
    expect(fit.columns).toBe(2)
  }
})

test('a longer option never gets a larger size', () => {
  const sizes = [10, 40, 80, 120, 200, 350, 500].map(
    (length) => fitQuestion({ ...room, stemCharacters: 150, optionCharacters: [10, 10, 10, length] }).optionSize,
  )

  expect(sizes).toEqual([...sizes].sort((left, right) => right - left))
  expect(sizes.at(-1)).toBeLessThan(sizes[0] ?? 0)
})

test('eight options of 100 characters fit under a stem of 300', () => {
  const fit = fitQuestion({ ...room, stemCharacters: 300, optionCharacters: Array<number>(8).fill(100) })

  expect(fit.fits).toBe(true)
})

test('a question at every limit says that it does not fit instead of hiding text', () => {
  const fit = fitQuestion({
    width: 165,
    height: 40,
    stemCharacters: 1000,
    optionCharacters: Array<number>(8).fill(500),
  })

  expect(fit.fits).toBe(false)
})

test('the stem is never smaller than the options', () => {
  const fit = fitQuestion({ ...room, stemCharacters: 900, optionCharacters: [5, 5, 5, 5] })

  expect(fit.stemSize).toBeGreaterThanOrEqual(fit.optionSize)
})

test('a phone steps down for long options only', () => {
  expect([20, 120, 400].map(phoneTextStep)).toEqual(['short', 'long', 'longer'])
})
