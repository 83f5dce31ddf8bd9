import { expect, test } from 'vitest'
import { limits, type Question } from '@khac-sau/engine'
import { validateQuestions } from './validate-questions.ts'

const good: Question = {
  stem: 'Hỏi gì?',
  options: ['Một', 'Hai'],
  right: [0],
  explanation: '',
  source: '',
  seconds: null,
}

test('a question within all limits has no problem', () => {
  expect(validateQuestions([good, { ...good, seconds: limits.seconds.most }])).toEqual([])
})

test.each<[string, Partial<Question>, object]>([
  ['an empty stem', { stem: ' ' }, { code: 'empty-stem' }],
  ['a long stem', { stem: 'x'.repeat(1001) }, { code: 'stem-too-long', number: 1001, limit: 1000 }],
  ['one option', { options: ['Một'] }, { code: 'too-few-options', number: 1, limit: 2 }],
  ['nine options', { options: [...'123456789'] }, { code: 'too-many-options', number: 9, limit: 8 }],
  ['an empty option', { options: ['Một', ''] }, { code: 'empty-option', letters: ['B'] }],
  ['a long option', { options: ['Một', 'x'.repeat(501)] }, { code: 'option-too-long', letters: ['B'], limit: 500 }],
  ['equal options', { options: ['Ủy', 'Hai', 'ủy'] }, { code: 'duplicate-options', letters: ['A', 'C'] }],
  ['no right option', { right: [] }, { code: 'no-key' }],
  ['a right option that is not there', { right: [2] }, { code: 'key-out-of-range', letters: ['C'] }],
  ['several right options', { right: [0, 1] }, { code: 'several-right', severity: 'warning', letters: ['A', 'B'] }],
  ['a long explanation', { explanation: 'x'.repeat(2001) }, { code: 'explanation-too-long', limit: 2000 }],
  ['a long source', { source: 'x'.repeat(501) }, { code: 'source-too-long', limit: 500 }],
  ['too little time', { seconds: 4 }, { code: 'seconds-out-of-range', number: 4, limit: 5 }],
  ['too much time', { seconds: 301 }, { code: 'seconds-out-of-range', number: 301, limit: 300 }],
])('[C2] [C3] %s is the only problem, and of its question', (_, change, problem) => {
  const problems = validateQuestions([good, { ...good, ...change }])

  expect(problems).toHaveLength(1)
  expect(problems).toMatchObject([{ question: 1, firstLine: null, ...problem }])
})

test('Hòa and Hoa are two options', () => {
  expect(validateQuestions([{ ...good, options: ['Hòa', 'Hoa'] }])).toEqual([])
})
