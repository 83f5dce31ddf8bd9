import type { AnswerValue } from './read-key.ts'
import type { Line } from './read-lines.ts'
import type { QuestionProblemCode } from './problems.ts'

export type DraftOption = {
  readonly letter: string
  readonly marked: boolean
  /** As typed before its text, kept for lower-case lists that turn out to belong to the stem. */
  readonly prefix: string
  readonly lines: Line[]
}

/** A question while its lines are being read: nothing of it is decided yet. */
export type Draft = {
  /** `null` when none was typed. */
  readonly number: number | null
  readonly strong: boolean
  readonly firstLine: number
  lastLine: number
  /** Where a line without a marker goes. */
  part: 'stem' | 'options' | 'answer' | 'explanation' | 'source' | 'closed'
  readonly stem: Line[]
  readonly options: DraftOption[]
  readonly explanation: Line[]
  readonly source: Line[]
  readonly answers: (AnswerValue & { readonly line: number })[]
  /** `Đáp án:` stood alone on its line: the letter is on the next one. */
  awaitsAnswer: boolean
  seconds: number | null
  readonly faults: { readonly code: QuestionProblemCode; readonly line: number; readonly letters: readonly string[] }[]
}

export function newDraft(number: number | null, strong: boolean, firstLine: number): Draft {
  return {
    number,
    strong,
    firstLine,
    lastLine: firstLine,
    part: 'stem',
    stem: [],
    options: [],
    explanation: [],
    source: [],
    answers: [],
    awaitsAnswer: false,
    seconds: null,
    faults: [],
  }
}
