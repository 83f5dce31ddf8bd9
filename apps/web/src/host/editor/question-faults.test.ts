import { expect, test } from 'vitest'
import { emptyQuestion, moved, withoutOption, withRight } from './contest-draft.ts'
import { hasErrors, pastedFaults, questionFaults } from './question-faults.ts'

const question = { ...emptyQuestion, stem: 'Sinh hoạt lệ mấy lần một tháng?', options: ['Một', 'Hai'], right: [0] }

const problem = { severity: 'error', question: 0, line: 3, values: {} } as const

test('[C2] a question with a text, two options and a key is in order', () => {
  expect(questionFaults(question)).toEqual([])
})

test('[C2] what is missing is named, with its letters', () => {
  const faults = questionFaults({ ...question, stem: ' ', options: ['Một', 'một ', ''], right: [] })

  expect(faults.map(({ code, values }) => [code, values['letters'] ?? ''])).toEqual([
    ['empty-stem', ''],
    ['empty-option', 'C'],
    ['duplicate-options', 'A, B'],
    ['no-key', ''],
  ])
})

test('a doubt about the key of a pasted question stays until somebody marks one', () => {
  const problems = [{ ...problem, code: 'several-keys-disagree' }]

  expect(hasErrors(pastedFaults(question, problems, { edited: false, checked: false }))).toBe(true)
  expect(hasErrors(pastedFaults(question, problems, { edited: true, checked: false }))).toBe(false)
})

test('a doubt about where an option starts stays until somebody has compared it with the text', () => {
  const problems = [{ ...problem, code: 'unclear-options' }]

  expect(hasErrors(pastedFaults(question, problems, { edited: true, checked: false }))).toBe(true)
  expect(hasErrors(pastedFaults(question, problems, { edited: true, checked: true }))).toBe(false)
})

test('having compared a question does not make up for a missing key', () => {
  const problems = [{ ...problem, code: 'no-key' }]

  expect(hasErrors(pastedFaults({ ...question, right: [] }, problems, { edited: false, checked: true }))).toBe(true)
})

test('[C2] a pasted question with several right options is pointed out, and may be added', () => {
  const several = { ...question, right: [0, 1] }
  const faults = pastedFaults(several, [], { edited: false, checked: false })

  expect(faults).toMatchObject([{ code: 'several-right', severity: 'warning', values: { letters: 'A, B' } }])
})

test('[C2] right options move with their texts when one is taken out', () => {
  const three = { ...question, options: ['Một', 'Hai', 'Ba'], right: [0, 2] }

  expect(withoutOption(three, 1)).toMatchObject({ options: ['Một', 'Ba'], right: [0, 1] })
  expect(withoutOption(three, 0)).toMatchObject({ options: ['Hai', 'Ba'], right: [1] })
})

test('[C2] marking one option right unmarks the other, unless several are right', () => {
  expect(withRight(question, 1, false).right).toEqual([1])
  expect(withRight(question, 1, true).right).toEqual([0, 1])
})

test('a question at the end of the list does not move beyond it', () => {
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
})
