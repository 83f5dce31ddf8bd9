import { readdirSync, readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Question } from '@khac-sau/engine'
import { makeQuestions } from './make-questions.ts'
import { parseQuestions } from './parse-questions.ts'
import { hasErrors } from './problems.ts'

const fixtures = new URL('fixtures/', import.meta.url)

test('what was written is read back as it was', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.array(wellFormedQuestion(), { minLength: 1, maxLength: 6 }), (questions) => {
      const { items, problems } = parseQuestions(makeQuestions(questions))

      expect(items.map(({ question }) => question)).toEqual(questions)
      expect(problems).toEqual([])
      expect(items.flatMap((item) => item.problems).filter(({ code }) => code !== 'several-right')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test.each(readdirSync(fixtures))('what was read as usable from %s is read the same again', (name) => {
  const { items } = parseQuestions(readFileSync(new URL(name, fixtures), 'utf8'))
  const usable = items.filter(({ problems }) => !hasErrors(problems)).map(({ question }) => question)

  expect(parseQuestions(makeQuestions(usable)).items.map(({ question }) => question)).toEqual(usable)
})

test('a stem of one letter is not taken for a key', () => {
  const question = { stem: 'D', options: ['Một', 'Hai'], right: [0], explanation: '', source: '', seconds: null }

  expect(parseQuestions(makeQuestions([question])).items.map((item) => item.question)).toEqual([question])
})

test('no text makes it throw, and every problem names lines of the text', { timeout: 30_000 }, () => {
  const texts = fc.oneof(soup(), fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 }))
  fc.assert(
    fc.property(texts, (text) => {
      const { items, problems } = parseQuestions(text)
      const lineCount = text.split(/\r\n|\n|\r/).length

      for (const { firstLine, lastLine } of [...items, ...problems, ...items.flatMap((item) => item.problems)]) {
        expect(firstLine ?? 1).toBeGreaterThanOrEqual(1)
        expect(lastLine ?? 1).toBeGreaterThanOrEqual(firstLine ?? 1)
        expect(lastLine ?? 1).toBeLessThanOrEqual(lineCount)
      }
    }),
    { numRuns: 1000 },
  )
})

/** Initials and clauses that look like options, and numbers that look like a key. */
const words = [
  'Đảng',
  'nghị',
  'quyết',
  'A.',
  'B.',
  'V.I.',
  'Lênin',
  'điểm',
  'a.',
  'b)',
  'khoản',
  '21-KL/TW',
  '1-A',
  '“ủy”',
]

function sentence(): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom('Theo', 'Khi', 'A. Einstein và'), fc.array(fc.constantFrom(...words), { maxLength: 12 }))
    .map(([first, others]) => [first, ...others, 'thì sao'].join(' '))
}

function paragraphs(): fc.Arbitrary<string> {
  return fc
    .tuple(sentence(), fc.array(sentence(), { maxLength: 2 }))
    .map(([first, items]) => [first, ...items.map((item) => `- ${item}`)].join('\n'))
}

function wellFormedQuestion(): fc.Arbitrary<Question> {
  return fc
    .uniqueArray(sentence(), { minLength: 2, maxLength: 8, selector: (text) => text.toLowerCase() })
    .chain((options) =>
      fc.record({
        stem: paragraphs(),
        options: fc.constant(options),
        right: fc
          .uniqueArray(fc.nat({ max: options.length - 1 }), { minLength: 1 })
          .map((right) => right.sort((one, other) => one - other)),
        explanation: fc.oneof(fc.constant(''), paragraphs()),
        source: fc.oneof(fc.constant(''), sentence()),
        seconds: fc.option(fc.integer({ min: 5, max: 300 })),
      }),
    )
}

function soup(): fc.Arbitrary<string> {
  const pieces = [
    'Câu 1: ¦Câu 2. ¦Bài 3¦1. ¦2) ¦A. ¦B. ¦C) ¦a. ¦b. ¦*A. ¦*B. ¦D. ¦ * ¦✓¦(đúng)¦PHẦN I¦ĐỀ THI¦một hai¦Nghị quyết?¦C. Mác',
    'Đáp án: ¦ĐA: B¦Đáp án: A, C¦Giải thích: ¦Căn cứ: ¦Thời gian: 45 giây¦HẾT¦1-A 2-B¦Câu|1|2¦Đáp án|A|B',
    '- ¦\t¦ ¦.¦:¦**¦\u00a0¦B¦12',
  ].flatMap((row) => row.split('¦'))
  const line = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''))
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: line }, fc.constant('')), { maxLength: 16 })
    .map((lines) => lines.join('\n'))
}
