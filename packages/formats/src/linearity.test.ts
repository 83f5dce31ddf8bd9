import { expect, test } from 'vitest'
import { parseQuestions } from './parse-questions.ts'
import { parseRoster } from './roster/parse-roster.ts'

const hostile = [
  'A. x B. y ',
  'A. B. C. ',
  'A. ',
  '1. A ',
  '1-A, ',
  '1 A 2 B ',
  'a) x\n',
  'b) x\n',
  'B. x\n',
  'A. x\n',
  '1.\n',
  'Câu 1: x\n',
  'Câu 1 2\n',
  'Câu|1\n',
  'Đáp án:\n…\n',
  'Đáp án: A\n',
  'Đáp án: A. x\n',
  'Thời gian: x\n',
  'Giải thích: x\n',
  'x\n',
  'X X\n',
  '\n',
  ' ',
  '\t',
  '|',
  '*',
  '- ',
  'x',
  'X',
  '(',
  '.',
  'ĐA',
  '1',
  'a\u0301',
  '\u00ad',
]
const openings = ['', 'Câu 1: ', 'Câu 1: x\nA. y\nĐáp án: ']

/** Nine times the text may take nine times as long; quadratic work would take eighty-one. */
test.each(hostile)('a text of %j takes time in proportion to its length', { timeout: 60_000 }, (piece) => {
  for (const opening of openings) {
    const text = (length: number) => `${opening}${piece.repeat(length / piece.length)}@`
    const ratio = smallestRatio(text(18_000), text(2_000), 36)

    expect(ratio, `after ${JSON.stringify(opening)}`).toBeLessThan(36)
  }
})

test('a paste of the largest size is read well within a second', () => {
  const question = 'Câu 1: Kết luận này do cơ quan nào ban hành?\nA. Bộ Chính trị B. Ban Bí thư\nĐáp án: A\n\n'
  const text = question.repeat(200_000 / question.length)

  expect(Math.min(processorMillis(text), processorMillis(text))).toBeLessThan(1000)
})

/** Noise only adds time, so the smallest times are the true ones; measured again only while they look bad. */
function smallestRatio(large: string, small: string, limit: number): number {
  let [largeMillis, smallMillis] = [Infinity, Infinity]
  for (let round = 0; round < 6; round += 1) {
    largeMillis = Math.min(largeMillis, processorMillis(large))
    smallMillis = Math.min(smallMillis, processorMillis(small))
    if (largeMillis / Math.max(1, smallMillis) < limit) break
  }
  return largeMillis / Math.max(1, smallMillis)
}

/** Of this process alone, so that other work on the machine does not count. */
function processorMillis(text: string): number {
  const start = process.cpuUsage()
  parseQuestions(text)
  parseRoster(text)
  return process.cpuUsage(start).user / 1000
}
