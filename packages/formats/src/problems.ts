export type Severity = 'error' | 'warning'

/** An error keeps a question out until it is fixed; a warning asks a person to look. Nothing is ever guessed. */
export const questionProblemSeverities = {
  /** Nothing says which option is right. */
  'no-key': 'error',
  /** Inline marks, *Đáp án* and the end key differ; `letters` are all that were named. */
  'several-keys-disagree': 'error',
  /** `letters` name no option of this question. */
  'key-out-of-range': 'error',
  /** *Đáp án:* is followed by something that is not a list of letters. */
  'key-not-understood': 'error',
  /** *Đáp án: B. …* repeats another text than that of option `letters`. */
  'answer-text-differs': 'warning',
  /** The end key names `number`, which several questions carry: it was given to none of them. */
  'key-for-repeated-number': 'warning',
  /** `number` options, fewer than `limit`. */
  'too-few-options': 'error',
  /** `number` options, more than `limit`. */
  'too-many-options': 'error',
  'empty-option': 'error',
  /** `letters` have the same text. */
  'duplicate-options': 'error',
  /** `letters` are skipped: A, C without B. */
  'missing-letter': 'error',
  /** `letters` head two options. */
  'letter-repeated': 'error',
  /** Where option `letters` starts on its line can be read in two ways. */
  'unclear-options': 'error',
  'empty-stem': 'error',
  'stem-too-long': 'error',
  'option-too-long': 'error',
  'explanation-too-long': 'error',
  'source-too-long': 'error',
  /** *Thời gian:* is followed by something that is not seconds or minutes. */
  'seconds-not-understood': 'warning',
  /** C3: `number` seconds. */
  'seconds-out-of-range': 'error',
  /** An earlier question has the same `number`. */
  'number-repeated': 'warning',
  /** `number` was expected here. */
  'number-skipped': 'warning',
  /** No number was typed: taken as a question because its options start again at A. */
  'number-missing': 'warning',
  /** C2, for information: marked all-or-nothing. */
  'several-right': 'warning',
  /** The text is in the bytes of a TCVN3 or VNI font. */
  'legacy-font': 'error',
} as const satisfies Record<string, Severity>

export const textProblemSeverities = {
  'nothing-found': 'error',
  /** `number` characters, more than `limit`: nothing was read. */
  'too-large': 'error',
  /** C2: `number` questions, more than `limit`. */
  'too-many-questions': 'error',
  /** Lines that belong to no question; they were left out. */
  'text-without-question': 'warning',
  /** The end key names `number`, and no question has it. */
  'key-for-unknown-question': 'warning',
  /** A key outside every question, or a key table whose two rows differ in length. */
  'key-not-understood': 'warning',
  'legacy-font': 'error',
} as const satisfies Record<string, Severity>

export type QuestionProblemCode = keyof typeof questionProblemSeverities
export type TextProblemCode = keyof typeof textProblemSeverities

/** What a sentence about the problem may need; `null` and no letters where the code has none. */
export type ProblemDetails = {
  /** 1-based lines of the pasted text; `null` for typed questions. */
  readonly firstLine: number | null
  readonly lastLine: number | null
  readonly letters: readonly string[]
  readonly number: number | null
  readonly limit: number | null
}

export type QuestionProblem = ProblemDetails & {
  readonly code: QuestionProblemCode
  readonly severity: Severity
  /** Index of the question in its set, from 0. */
  readonly question: number
}

export type TextProblem = ProblemDetails & { readonly code: TextProblemCode; readonly severity: Severity }

export function questionProblem(
  code: QuestionProblemCode,
  question: number,
  details: Partial<ProblemDetails> = {},
): QuestionProblem {
  return { code, severity: questionProblemSeverities[code], question, ...noDetails, ...details }
}

export function textProblem(code: TextProblemCode, details: Partial<ProblemDetails> = {}): TextProblem {
  return { code, severity: textProblemSeverities[code], ...noDetails, ...details }
}

export function hasErrors(problems: readonly { readonly severity: Severity }[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}

const noDetails: ProblemDetails = { firstLine: null, lastLine: null, letters: [], number: null, limit: null }
