import type { Question } from '@khac-sau/engine'
import { letterAt } from './letters.ts'
import { readKeyLine } from './read-key.ts'

/** Writes questions in the layout that `parseQuestions` reads. */
export function makeQuestions(questions: readonly Question[]): string {
  return questions.map(makeQuestion).join('\n')
}

function makeQuestion({ stem, options, right, explanation, source, seconds }: Question, index: number): string {
  const lines = [
    headed(`Câu ${index + 1}:`, stem),
    ...options.map((option, position) => `${letterAt(position)}. ${option}`),
    ...(right.length > 0 ? [`Đáp án: ${right.map(letterAt).join(', ')}`] : []),
    ...(seconds === null ? [] : [`Thời gian: ${seconds} giây`]),
    ...(explanation === '' ? [] : [`Giải thích: ${explanation}`]),
    ...(source === '' ? [] : [`Căn cứ: ${source}`]),
  ]
  return `${lines.join('\n')}\n`
}

/** `Câu 1: D` would be read as a line of the end key. */
function headed(heading: string, stem: string): string {
  const isKey = stem.split('\n').some((line) => readKeyLine(`${heading} ${line}`) !== null)
  return `${heading}${isKey ? '\n' : ' '}${stem}`
}
