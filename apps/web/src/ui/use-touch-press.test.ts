import { expect, test } from 'vitest'
import { isPress } from './use-touch-press.ts'

const button = { left: 20, right: 340, top: 600, bottom: 660 }
const from = { clientX: 100, clientY: 640 }

test('a finger that leaves the glass where it came down has pressed, also one that trembles', () => {
  expect(isPress(from, from, button)).toBe(true)
  expect(isPress(from, { clientX: 118, clientY: 622 }, button)).toBe(true)
})

test('who slides away, or off the button, has taken it back', () => {
  expect(isPress(from, { clientX: 140, clientY: 640 }, button)).toBe(false)
  expect(isPress(from, { clientX: 100, clientY: 661 }, button)).toBe(false)
})
