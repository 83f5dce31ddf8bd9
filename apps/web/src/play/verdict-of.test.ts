import type { ReviewItem } from '@khac-sau/engine'
import { expect, test } from 'vitest'
import { toggled } from './toggled.ts'
import { verdictOf } from './verdict-of.ts'

const own = { options: [1], counted: true, automatic: false, responseMillis: 4_000 }
const texts = { stem: 'Q', options: ['A', 'B'], explanation: '', source: '' }
const flags = { voided: false, corrected: false, untimed: false, interrupted: false, correct: false }

function item(change: Partial<ReviewItem>): ReviewItem {
  return { question: 0, right: [0], ...texts, ...flags, own: null, ...change }
}

test.each([
  ['right', item({ own, correct: true })],
  ['wrong', item({ own })],
  ['none', item({})],
] as const)('a question can come to %s', (verdict, question) => {
  expect(verdictOf(question)).toBe(verdict)
})

test('[A3] an answer that came too late is neither right nor wrong', () => {
  expect(verdictOf(item({ own: { ...own, counted: false } }))).toBe('late')
})

test('[R6] a voided question is nobody’s success or failure', () => {
  expect(verdictOf(item({ own, correct: true, voided: true }))).toBe('voided')
})

test('[C10] a warm-up has neither right nor wrong: it came, it came too late, or it did not come', () => {
  const tried = (change: Partial<ReviewItem>) => verdictOf(item({ question: null, right: [], ...change }))

  expect(tried({ own })).toBe('tried')
  expect(tried({ own: { ...own, counted: false } })).toBe('tried-late')
  expect(tried({})).toBe('untried')
})

test('a checkbox pressed twice is as before', () => {
  expect(toggled(toggled([2], 0), 0)).toEqual([2])
  expect(toggled([2], 0)).toEqual([2, 0])
})
