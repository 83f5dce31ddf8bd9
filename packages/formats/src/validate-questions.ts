import { limits, type Question } from '@khac-sau/engine'
import { letterAt } from './letters.ts'
import { type ProblemDetails, type QuestionProblem, type QuestionProblemCode, questionProblem } from './problems.ts'
import { sameness } from './read-lines.ts'

/** The problems of questions however they were made: typed, pasted or stored (C2, C3). */
export function validateQuestions(questions: readonly Question[]): readonly QuestionProblem[] {
  return questions.flatMap(validateQuestion)
}

export function validateQuestion(question: Question, index: number): readonly QuestionProblem[] {
  const findings = [...ofStem(question), ...ofOptions(question), ...ofKey(question), ...ofRest(question)]
  return findings.map(([code, details]) => questionProblem(code, index, details))
}

type Finding = readonly [code: QuestionProblemCode, details?: Partial<ProblemDetails>]

function ofStem({ stem }: Question): Finding[] {
  if (stem.trim() === '') return [['empty-stem']]
  return tooLong('stem-too-long', stem, limits.stemCharacters)
}

function ofOptions({ options }: Question): Finding[] {
  const number = options.length
  const { least, most } = limits.options
  return [
    ...(number < least ? [['too-few-options', { number, limit: least }] as const] : []),
    ...(number > most ? [['too-many-options', { number, limit: most }] as const] : []),
    ...options.flatMap((option, index) => ofOption(option, [letterAt(index)])),
    ...duplicates(options).map((letters) => ['duplicate-options', { letters }] as const),
  ]
}

function ofOption(option: string, letters: readonly string[]): Finding[] {
  if (option.trim() === '') return [['empty-option', { letters }]]
  return tooLong('option-too-long', option, limits.optionCharacters, letters)
}

function ofKey({ options, right }: Question): Finding[] {
  const outside = right.filter((index) => !(index in options))
  if (outside.length > 0) return [['key-out-of-range', { letters: outside.map(letterAt) }]]
  if (right.length === 0) return [['no-key']]
  return right.length > 1 ? [['several-right', { letters: right.map(letterAt) }]] : []
}

function ofRest({ explanation, source, seconds }: Question): Finding[] {
  const { least, most } = limits.seconds
  const outside = seconds !== null && (seconds < least || seconds > most)
  return [
    ...tooLong('explanation-too-long', explanation, limits.explanationCharacters),
    ...tooLong('source-too-long', source, limits.sourceCharacters),
    ...(outside ? [['seconds-out-of-range', { number: seconds, limit: seconds < least ? least : most }] as const] : []),
  ]
}

function tooLong(code: QuestionProblemCode, text: string, limit: number, letters: readonly string[] = []): Finding[] {
  return text.length > limit ? [[code, { letters, number: text.length, limit }]] : []
}

function duplicates(options: readonly string[]): string[][] {
  const lettersByText = new Map<string, string[]>()
  for (const [index, option] of options.entries()) {
    const text = sameness(option)
    const letters = lettersByText.get(text)
    if (letters !== undefined) letters.push(letterAt(index))
    else if (text !== '') lettersByText.set(text, [letterAt(index)])
  }
  return [...lettersByText.values()].filter((letters) => letters.length > 1)
}
