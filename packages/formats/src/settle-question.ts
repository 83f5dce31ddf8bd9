import type { Question } from '@khac-sau/engine'
import type { Draft, DraftOption } from './draft.ts'
import { legacyFont } from './legacy-font.ts'
import { indexOfLetter, letterAt } from './letters.ts'
import { type ProblemDetails, type QuestionProblem, type QuestionProblemCode, questionProblem } from './problems.ts'
import type { KeyEntry } from './read-key.ts'
import { joinLines, sameness } from './read-lines.ts'
import { type OptionText, readMarks } from './split-options.ts'
import { validateQuestion } from './validate-questions.ts'

export type SettledQuestion = { readonly question: Question; readonly problems: readonly QuestionProblem[] }

/** Makes a question of a draft as far as it is certain: where keys disagree, none is taken. */
export function settleQuestion(draft: Draft, index: number, endKeys: readonly KeyEntry[]): SettledQuestion {
  const options = draft.options.map(settleOption)
  const claims = keyClaims(draft, options, endKeys)
  const key = agreedKey(claims)
  const question: Question = {
    stem: joinLines(draft.stem),
    options: options.map(({ text }) => text),
    right: key === null ? [] : rightOptions(draft, key),
    explanation: joinLines(draft.explanation),
    source: joinLines(draft.source),
    seconds: draft.seconds,
  }
  const lines = { firstLine: draft.firstLine, lastLine: draft.lastLine }
  const layout = [
    ...draft.faults.map(ofFault),
    ...ofLetters(draft),
    ...ofClaims(draft, claims),
    ...ofTexts(draft, question),
  ]
  const doubtfulKey = layout.some(([code]) => keyCodes.has(code))
  const problems = [
    ...layout.map(([code, details]) => questionProblem(code, index, { ...lines, ...details })),
    ...validateQuestion(question, index)
      .filter(({ code }) => code !== 'no-key' || !doubtfulKey)
      .map((problem) => ({ ...problem, ...lines })),
  ]
  return { question, problems }
}

type Finding = readonly [code: QuestionProblemCode, details: Partial<ProblemDetails>]

/** With one of these, *no key* would only say it again. */
const keyCodes: ReadonlySet<QuestionProblemCode> = new Set([
  'several-keys-disagree',
  'key-out-of-range',
  'key-not-understood',
])

/** The mark of a wrapped option stands at the end of its last line. */
function settleOption({ letter, marked, lines }: DraftOption): OptionText {
  const whole = readMarks(joinLines(lines))
  return { letter, marked: marked || whole.marked, text: whole.text }
}

/** Each place that names the right options, in ascending letters. */
function keyClaims(draft: Draft, options: readonly OptionText[], endKeys: readonly KeyEntry[]): string[][] {
  const marks = options.filter(({ marked }) => marked).map(({ letter }) => letter)
  const claims = [marks, ...[...draft.answers, ...endKeys].map(({ letters }) => [...letters])]
  return claims.filter((letters) => letters.length > 0)
}

function agreedKey(claims: readonly string[][]): string[] | null {
  const [first, ...others] = claims
  if (first === undefined) return null
  return others.every((letters) => letters.join() === first.join()) ? first : null
}

function rightOptions(draft: Draft, key: readonly string[]): number[] {
  const positions = key.map((letter) => draft.options.findIndex((option) => option.letter === letter))
  return positions.includes(-1) ? [] : positions
}

function ofFault({ code, line, letters }: Draft['faults'][number]): Finding {
  return [code, { firstLine: line, lastLine: line, letters }]
}

function ofLetters({ options }: Draft): Finding[] {
  const letters = options.map(({ letter }) => letter)
  const present = new Set(letters)
  const most = Math.max(-1, ...letters.map(indexOfLetter))
  const missing = Array.from({ length: most + 1 }, (_, index) => letterAt(index)).filter(
    (letter) => !present.has(letter),
  )
  const repeated = [...present].filter((letter) => letters.indexOf(letter) !== letters.lastIndexOf(letter))
  return [
    ...(missing.length > 0 ? [['missing-letter', { letters: missing }] as const] : []),
    ...(repeated.length > 0 ? [['letter-repeated', { letters: repeated }] as const] : []),
  ]
}

function ofClaims(draft: Draft, claims: readonly string[][]): Finding[] {
  const named = [...new Set(claims.flat())].sort()
  if (claims.length > 0 && agreedKey(claims) === null) return [['several-keys-disagree', { letters: named }]]
  const outside = named.filter((letter) => !draft.options.some((option) => option.letter === letter))
  if (outside.length > 0) return [['key-out-of-range', { letters: outside }]]
  return []
}

function ofAnswers({ answers, options }: Draft, texts: readonly string[]): Finding[] {
  const textByLetter = new Map(options.map(({ letter }, index) => [letter, plain(texts[index] ?? '')]))
  return answers
    .filter(({ letters, text }) => text !== '' && textByLetter.get(letters[0] ?? '') !== plain(text))
    .map(({ letters, line }) => ['answer-text-differs', { letters, firstLine: line, lastLine: line }])
}

function plain(text: string): string {
  return sameness(text).replace(/[.;,]$/, '')
}

function ofTexts(draft: Draft, { stem, options, explanation, source }: Question): Finding[] {
  const isLegacy = legacyFont([stem, ...options, explanation, source].join('\n')) !== null
  return [
    ...ofAnswers(draft, options),
    ...(isLegacy ? [['legacy-font', {}] as const] : []),
    ...(draft.number === null ? [['number-missing', {}] as const] : []),
  ]
}
