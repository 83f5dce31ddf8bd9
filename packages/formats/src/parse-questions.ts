import { limits, type Question } from '@khac-sau/engine'
import type { Draft } from './draft.ts'
import { draftQuestions, type Drafted } from './draft-questions.ts'
import { legacyFont } from './legacy-font.ts'
import {
  type QuestionProblem,
  type QuestionProblemCode,
  questionProblem,
  type TextProblem,
  textProblem,
} from './problems.ts'
import type { KeyEntry } from './read-key.ts'
import { mostCharacters } from './read-lines.ts'
import { settleQuestion } from './settle-question.ts'

export type ParsedQuestion = {
  /** As typed; without one, the number that follows the question above. */
  readonly number: number
  /** As far as understood: usable only without errors among `problems`. */
  readonly question: Question
  /** 1-based lines of the pasted text. */
  readonly firstLine: number
  readonly lastLine: number
  readonly problems: readonly QuestionProblem[]
}

export type ParsedQuestionSet = {
  readonly items: readonly ParsedQuestion[]
  /** Of the text as a whole; those of one question are with it. */
  readonly problems: readonly TextProblem[]
}

/** Reads questions pasted in the layout that teachers type in Word or Zalo. Never throws, never guesses. */
export function parseQuestions(text: string): ParsedQuestionSet {
  if (text.length > mostCharacters) {
    return { items: [], problems: [textProblem('too-large', { number: text.length, limit: mostCharacters })] }
  }
  const drafted = draftQuestions(text)
  const numbers = numberDrafts(drafted.drafts)
  const endKeys = groupByNumber(drafted.keys)
  const draftsByNumber = groupByNumber(numbers)
  const items = numbers.map((numbered, index) => {
    const sharers = draftsByNumber.get(numbered.number) ?? []
    return makeItem(numbered, index, sharers, endKeys.get(numbered.number) ?? [])
  })
  const unknown = drafted.keys.filter(({ number }) => items.length > 0 && !draftsByNumber.has(number))
  const problems = [...ofWhole(text, items.length), ...drafted.problems, ...unknown.map(unknownKey)]
  return { items, problems: problems.sort((one, other) => (one.firstLine ?? 0) - (other.firstLine ?? 0)) }
}

type Numbered = { readonly draft: Draft; readonly number: number; readonly previous: number | null }

function numberDrafts(drafts: readonly Draft[]): Numbered[] {
  let previous: number | null = null
  return drafts.map((draft) => {
    const numbered: Numbered = { draft, number: draft.number ?? (previous ?? 0) + 1, previous }
    previous = numbered.number
    return numbered
  })
}

function groupByNumber<T extends { readonly number: number }>(entries: readonly T[]): Map<number, T[]> {
  const byNumber = new Map<number, T[]>()
  for (const entry of entries) {
    const others = byNumber.get(entry.number)
    if (others === undefined) byNumber.set(entry.number, [entry])
    else others.push(entry)
  }
  return byNumber
}

/** An end key that names a number carried by several questions is given to none of them. */
function makeItem(numbered: Numbered, index: number, sharers: readonly Numbered[], keys: KeyEntry[]): ParsedQuestion {
  const { draft, number } = numbered
  const { firstLine, lastLine } = draft
  const isShared = sharers.length > 1
  const { question, problems } = settleQuestion(draft, index, isShared ? [] : keys)
  const ofNumber = [
    ...numberProblems(numbered, sharers[0] !== numbered),
    ...(isShared && keys.length > 0 ? [['key-for-repeated-number', number] as const] : []),
  ].map(([code, named]) => questionProblem(code, index, { firstLine, lastLine: firstLine, number: named }))
  return { number, question, firstLine, lastLine, problems: [...ofNumber, ...problems] }
}

type NumberProblem = readonly [code: QuestionProblemCode, number: number]

function numberProblems({ number, previous }: Numbered, isRepeated: boolean): NumberProblem[] {
  if (isRepeated) return [['number-repeated', number]]
  return previous !== null && number > previous + 1 ? [['number-skipped', previous + 1]] : []
}

function ofWhole(text: string, count: number): TextProblem[] {
  const { most } = limits.questions
  return [
    ...(legacyFont(text) === null ? [] : [textProblem('legacy-font')]),
    ...(count === 0 ? [textProblem('nothing-found')] : []),
    ...(count > most ? [textProblem('too-many-questions', { number: count, limit: most })] : []),
  ]
}

function unknownKey({ number, letters, line }: Drafted['keys'][number]): TextProblem {
  return textProblem('key-for-unknown-question', { number, letters, firstLine: line, lastLine: line })
}
