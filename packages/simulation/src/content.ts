import { type ContestContent, defaultSettings, type Question } from '@khac-sau/engine'

export const optionCount = 4

export type ContentPlan = {
  readonly questions: number
  readonly secondsPerQuestion: number
  readonly oneTap: boolean
  readonly hasWarmUp?: boolean
}

/** C10: it has no number; here it has one, so that frames can be searched for it, too. */
export const warmUpNumber = -1

/** Every text says which question it is of, so that a frame can be searched for what must not be in it yet. */
export function contentOf({ questions, secondsPerQuestion, oneTap, hasWarmUp = false }: ContentPlan): ContestContent {
  const { stem, options } = question(warmUpNumber)
  return {
    title: 'Kỳ thi',
    month: '2026-11',
    settings: { ...defaultSettings, secondsPerQuestion, oneTap, warmUp: hasWarmUp ? { stem, options } : null },
    questions: Array.from({ length: questions }, (_, index) => question(index)),
  }
}

export function memberIdOf(index: number): string {
  return `m${index}`
}

/** The questions whose options, and whose keys, a frame holds. */
export function questionsIn(text: string): {
  readonly options: ReadonlySet<number>
  readonly keys: ReadonlySet<number>
} {
  return { options: numbersAfter(text, optionsMark), keys: numbersAfter(text, keyMark) }
}

const optionsMark = 'Phương án #'
const keyMark = 'Căn cứ #'

function question(index: number): Question {
  const options = Array.from({ length: optionCount }, (_, option) => `${optionsMark}${index}.${option}`)
  return { stem: `Câu ${index}?`, options, right: [0], explanation: '', source: `${keyMark}${index}.`, seconds: null }
}

function numbersAfter(text: string, mark: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
    found.add(Number.parseInt(text.slice(at + mark.length, at + mark.length + 3), 10))
  }
  return found
}
