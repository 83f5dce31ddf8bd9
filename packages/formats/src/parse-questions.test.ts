import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { limits, type Question } from '@khac-sau/engine'
import { hasErrors } from './problems.ts'
import { parseQuestions, type ParsedQuestion } from './parse-questions.ts'

describe('pasted texts', () => {
  test('the sample set has twenty questions without a problem', () => {
    const { items, problems } = parseFile('../samples/hoc-tap-nghi-quyet.txt')

    expect(items).toHaveLength(20)
    expect([...problems, ...items.flatMap((item) => item.problems)]).toEqual([])
    for (const { question } of items) {
      expect(question.options).toHaveLength(4)
      expect(question.explanation).not.toBe('')
      expect(question.source).not.toBe('')
    }
  })

  test('the right answers of the sample set are spread evenly over A, B, C and D', () => {
    const right = parseFile('../samples/hoc-tap-nghi-quyet.txt').items.map(({ question }) => question.right.join())

    expect(['0', '1', '2', '3'].map((letter) => right.filter((one) => one === letter).length)).toEqual([5, 5, 5, 5])
  })

  test.each([
    ['five questions in five layouts, with an end key', 'nam-cau-hoi', ['C', 'B', 'D', 'A', 'B'], [4, 4, 4, 3, 4]],
    ['every mark of a right option', 'danh-dau', ['B', 'B', 'B', 'C', 'AC', 'B', 'B'], [3, 3, 3, 3, 4, 3, 3]],
    ['key tables with pipes and with tabs', 'bang-dap-an', ['B', 'A', 'A', 'B'], [2, 2, 2, 2]],
    ['lists inside stems and explanations', 'phat-bieu', ['A', 'C', 'B'], [2, 3, 2]],
    ['questions whose automatic numbers were lost', 'mat-so', ['B', 'A', 'B'], [2, 2, 2]],
    ['what a chat assistant writes', 'tro-ly', ['B', 'A'], [2, 2]],
    ['what Word pastes: NFD, NBSP, bullets, full width', 'tu-word', ['B', 'B'], [3, 2]],
  ])('%s', (_, name, keys, optionCounts) => {
    const { items } = parseFile(`fixtures/${name}.txt`)

    expect(items.map(keyOf)).toEqual(keys)
    expect(items.map(({ question }) => question.options.length)).toEqual(optionCounts)
    expect(items.filter(({ problems }) => hasErrors(problems))).toEqual([])
  })

  test('the five questions have no problem at all', () => {
    const { items, problems } = parseFile('fixtures/nam-cau-hoi.txt')

    expect(items.flatMap((item) => item.problems)).toEqual([])
    expect(problems).toEqual([])
    expect(items[3]?.question.seconds).toBe(45)
  })

  test('options on one line are an ascending run, whatever initials stand between', () => {
    const { items } = parseFile('fixtures/mot-dong.txt')

    expect(items.map(({ question }) => [question.stem, question.options])).toMatchObject([
      ['Theo V.I. Lênin và C. Mác, điểm a. khoản 2 nêu điều gì?', ['Một', 'Hai', 'Ba', 'Bốn']],
      ['Theo A. Einstein thì B. Russell là ai?', ['Nhà triết học', 'Nhà văn', 'Nhà thơ', 'Nhạc sĩ']],
      ['Học thuyết này của ai?', expect.anything()],
      ['Ai là tác giả?', ['Ph. Ăngghen', 'C. Mác', 'V.I. Lênin', 'Cả ba']],
      ['Số hiệu của Kết luận là', ['01', '21', '03', '05']],
      ['Sắp xếp các ý dài dòng:', ['một', 'hai', 'ba', 'bốn']],
      ['Ai đã viết?', ['Tác giả B. Russell', 'Tác giả C. Mác', 'Không ai']],
    ])
    expect(items.map(codesOf)).toEqual([[], [], ['letter-repeated C'], [], [], [], []])
  })

  test.each([
    ['Thủ đô ở đâu? A. Hà Nội\nB. Huế', 'Thủ đô ở đâu?', ['Hà Nội', 'Huế']],
    ['Thủ đô ở đâu? A. Hà Nội B. Huế\nC. Vinh', 'Thủ đô ở đâu?', ['Hà Nội', 'Huế', 'Vinh']],
    ['Thủ đô là A. Hà Nội B. Huế C. Vinh', 'Thủ đô là', ['Hà Nội', 'Huế', 'Vinh']],
    [
      'Theo điểm a. khoản 2 và điểm b. khoản 3?\nA. Có\nB. Không',
      'Theo điểm a. khoản 2 và điểm b. khoản 3?',
      ['Có', 'Không'],
    ],
    ['Theo A. Einstein?\nA. Có\nB. Không', 'Theo A. Einstein?', ['Có', 'Không']],
    ['Phần I nêu gì?\nA. Có\nB. Không', 'Phần I nêu gì?', ['Có', 'Không']],
    ['\nPhần I nêu gì?\n\nA. Có\n\nB. Không', 'Phần I nêu gì?', ['Có', 'Không']],
    ['(0,5 điểm) Hỏi?\nA. Có\nB. Không', '(0,5 điểm) Hỏi?', ['Có', 'Không']],
  ])('%j has its own stem and options', (text, stem, options) => {
    const [item] = parseQuestions(`Câu 1: ${text}\nĐáp án: A`).items

    expect(item?.question).toMatchObject({ stem, options, right: [0] })
    expect(item?.problems).toEqual([])
  })

  test('what Word hides in a text does not reach the questions', () => {
    const { items, problems } = parseFile('fixtures/tu-word.txt')

    expect(items[0]?.question).toEqual({
      stem: 'Quy định số 101-QĐ/TW về trách nhiệm nêu gương do cơ quan nào ban hành?',
      options: ['Bộ Chính trị', 'Ban Bí thư', '“Ban Tổ chức”'],
      right: [1],
      explanation: '',
      source: '',
      seconds: null,
    })
    expect(items.map(({ firstLine, lastLine }) => [firstLine, lastLine])).toEqual([
      [6, 11],
      [13, 18],
    ])
    expect(problems).toMatchObject([{ code: 'text-without-question', firstLine: 21, lastLine: 21 }])
  })

  test('a list stays a list', () => {
    const [statements, ideas] = parseFile('fixtures/phat-bieu.txt').items

    expect(statements?.question.stem.split('\n')).toHaveLength(4)
    expect(statements?.question.explanation.split('\n')).toHaveLength(2)
    expect(ideas?.question.stem).toBe('Cho các ý:\na) Nêu gương\nb) Tự soi, tự sửa\nÝ nào thuộc chuyên đề?')
    expect(ideas?.question.source).toBe('Tài liệu học tập trang 5')
  })

  test('each doubtful question says what is doubtful, and the good ones are not lost', () => {
    const { items, problems } = parseFile('fixtures/nghi-ngo.txt')

    expect(items.map((item) => [item.number, ...codesOf(item)])).toEqual([
      [1, 'no-key'],
      [2, 'several-keys-disagree AB'],
      [3, 'key-out-of-range D'],
      [4, 'missing-letter B'],
      [5, 'duplicate-options AB'],
      [6, 'empty-option B'],
      [6, 'number-repeated 6'],
      [8, 'number-skipped 7', 'too-few-options 1'],
      [9, 'empty-stem'],
      [10, 'key-not-understood'],
      [11, 'answer-text-differs B'],
      [12, 'letter-repeated B'],
      [13, 'unclear-options B'],
      [14, 'seconds-out-of-range 3'],
      [15],
    ])
    expect(items.slice(0, 3).map(keyOf)).toEqual(['', '', ''])
    expect(problems).toMatchObject([{ code: 'text-without-question', severity: 'warning', firstLine: 57 }])
  })

  test.each(['phong-chu-cu', 'phong-chu-vni'])('a text in an old font is warned of, not imported: %s', (name) => {
    const { items, problems } = parseFile(`fixtures/${name}.txt`)

    expect(problems.map(({ code }) => code)).toContain('legacy-font')
    expect(items.every((item) => codesOf(item).includes('legacy-font'))).toBe(true)
  })

  test('quotation marks and a foreign name are no old font', () => {
    const { problems } = parseQuestions('Câu 1: «Raphaël» và François Mitterrand là ai?\nA. Một\nB. Hai\nĐáp án: A')

    expect(problems).toEqual([])
  })
})

describe('keys', () => {
  const questions = (count: number) =>
    Array.from({ length: count }, (_, index) => `Câu ${index + 1}: Hỏi gì?\nA. Một\nB. Hai\nC. Ba\n`).join('\n')

  test.each([
    '1-A 2-C 3-B',
    '1.A, 2.C, 3.B',
    '1A2C3B',
    '1 – A\n2 – C\n3 – B',
    '1a; 2c; 3b',
    'Câu 1: A\nCâu 2: C\nCâu 3: B',
    '1\tA\n2\tC\n3\tB',
    'Câu|1|2|3\nĐáp án|A|C|B',
    'Câu\t1\t2\t3\nĐA\tA\tC\tB',
    'Câu 1 2 3\nĐáp án A C B',
    '| 1 | 2 |\n|---|---|\n| A | C |\n| 3 |\n| B |',
    'HẾT\nĐÁP ÁN\n1A 2C\n3B',
    'Đáp án: 1-A, 2-C, 3-B',
    'BẢNG ĐÁP ÁN: 1-A, 2-C, 3-B',
    'Câu\tĐáp án\n1\tA\n2\tC\n3\tB',
  ])('the end key %j is understood', (key) => {
    const { items, problems } = parseQuestions(`${questions(3)}\n${key}\n`)

    expect(items.map(keyOf)).toEqual(['A', 'C', 'B'])
    expect([...problems, ...items.flatMap((item) => item.problems)]).toEqual([])
  })

  test.each([
    ['Đáp án: B', 'B'],
    ['ĐA: b.', 'B'],
    ['Đáp án đúng là: C', 'C'],
    ['Đáp án B', 'B'],
    ['Trả lời: (B)', 'B'],
    ['Answer: B', 'B'],
    ['đáp án: A, C', 'AC'],
    ['Đáp án: C và A', 'AC'],
    ['Đáp án: AC', 'AC'],
    ['Đáp án: A; B; C', 'ABC'],
    ['Đáp án: B. Hai', 'B'],
    ['Đáp án:\nB', 'B'],
    ['Đáp án:\nB. Hai', 'B'],
  ])('[C2] %j names %s', (line, key) => {
    const [item] = parseQuestions(`Câu 1: Hỏi gì?\nA. Một\nB. Hai\nC. Ba\n${line}`).items

    expect(item && keyOf(item)).toBe(key)
    expect(item && hasErrors(item.problems)).toBe(false)
  })

  test.each(['B hoặc C', 'Bác', 'A. B.', 'cả ba', 'B C hay A', '2', '?'])('%j names no option', (value) => {
    const [item] = parseQuestions(`Câu 1: Hỏi gì?\nA. Một\nB. Hai\nC. Ba\nĐáp án: ${value}`).items

    expect(item?.question.right).toEqual([])
    expect(item && codesOf(item)).toEqual(['key-not-understood'])
  })

  test('an end key that contradicts an inline mark is not taken, nor is the mark', () => {
    const [first, second] = parseQuestions(`Câu 1: Hỏi gì?\n*A. Một\nB. Hai\nCâu 2: Gì?\n*A. X\nB. Y\n1-B 2-A`).items

    expect(first && [keyOf(first), ...codesOf(first)]).toEqual(['', 'several-keys-disagree AB'])
    expect(second && [keyOf(second), ...codesOf(second)]).toEqual(['A'])
  })

  test('an end key for a number that two questions carry is given to neither', () => {
    const { items } = parseQuestions(`${questions(1)}${questions(1)}\n1-A`)

    expect(items.map(codesOf)).toEqual([
      ['key-for-repeated-number 1', 'no-key'],
      ['number-repeated 1', 'key-for-repeated-number 1', 'no-key'],
    ])
  })

  test('a key table with rows of different length is not read by guesswork', () => {
    const { items, problems } = parseQuestions(`${questions(2)}\nCâu|1|2\nĐáp án|A`)

    expect(items.map(keyOf)).toEqual(['', ''])
    expect(problems.map(({ code }) => code)).toContain('key-not-understood')
  })

  test('an end key outside the options is out of range', () => {
    expect(parseQuestions(`${questions(1)}\n1-K`).items.map(codesOf)).toEqual([['key-out-of-range K']])
  })
})

describe('whole texts', () => {
  test.each(['', '\n\n', 'Kính gửi các đồng chí', '. . .'])('%j holds no question', (text) => {
    expect(parseQuestions(text).problems.map(({ code }) => code)).toContain('nothing-found')
  })

  test('a text that is too large is refused with its size', () => {
    expect(parseQuestions('a'.repeat(200_001))).toMatchObject({
      items: [],
      problems: [{ code: 'too-large', number: 200_001, limit: 200_000 }],
    })
  })

  test('[C2] more questions than a contest may have are all read, and reported', () => {
    const count = limits.questions.most + 1
    const text = Array.from({ length: count }, (_, index) => `Câu ${index + 1}: Hỏi?\n*A. Một\nB. Hai`).join('\n')

    expect(parseQuestions(text).items).toHaveLength(count)
    expect(parseQuestions(text).problems).toMatchObject([{ code: 'too-many-questions', number: count }])
  })

  test('a heading between questions is in none of them', () => {
    const text =
      'Câu 1: Hỏi?\n*A. Một\nB. Hai\nII. PHẦN RIÊNG\nCâu 2: Hỏi?\n*A. Một\nB. Hai\nKIẾN THỨC CHUNG\nCâu 3: Hỏi?\n*A. Một\nB. Hai'
    const { items, problems } = parseQuestions(text)

    expect(items.map(({ question }) => question.options)).toEqual([
      ['Một', 'Hai'],
      ['Một', 'Hai'],
      ['Một', 'Hai'],
    ])
    expect(problems).toMatchObject([{ code: 'text-without-question', firstLine: 8, lastLine: 8 }])
  })

  test('an A above another A is not lost: it is the stem', () => {
    const [item] = parseQuestions('A. Einstein là ai?\nA. Một\nB. Hai').items

    expect(item?.question).toMatchObject({ stem: 'A. Einstein là ai?', options: ['Một', 'Hai'] })
  })

  test('a lettered heading is a heading, unless a question waits for that option', () => {
    const text = 'A. PHẦN CHUNG\nCâu 1: Hỏi?\n*A. PHẦN I\nB. PHẦN II\nB. TỰ LUẬN\nCâu 2: Hỏi?\n*A. Một\nB. Hai'
    const { items, problems } = parseQuestions(text)

    expect(items.map(({ question }) => question.options)).toEqual([
      ['PHẦN I', 'PHẦN II'],
      ['Một', 'Hai'],
    ])
    expect([...problems, ...items.flatMap((item) => item.problems)]).toEqual([])
  })

  test('a mark at the end of a wrapped option counts', () => {
    const [item] = parseQuestions('Câu 1: Hỏi?\nA. Một\nB. Hai dòng\ncủa phương án (đúng)').items

    expect(item?.question).toMatchObject({ options: ['Một', 'Hai dòng của phương án'], right: [1] })
  })

  test('nine options are read and refused', () => {
    const options = [...'ABCDEFGHI'].map((letter) => `${letter}. Phương án ${letter}`).join('\n')

    expect(parseQuestions(`Câu 1: Hỏi?\n${options}\nĐáp án: A`).items.map(codesOf)).toEqual([['too-many-options 9']])
  })
})

function parseFile(path: string) {
  return parseQuestions(readFileSync(new URL(path, import.meta.url), 'utf8'))
}

function keyOf({ question }: { readonly question: Question }): string {
  return question.right.map((index) => 'ABCDEFGH'[index]).join('')
}

function codesOf({ problems }: ParsedQuestion): string[] {
  return problems.map(({ code, letters, number }) => `${code} ${letters.join('')}${number ?? ''}`.trim())
}
