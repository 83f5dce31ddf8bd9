import { limits } from '@khac-sau/engine'
import type { QuestionProblem } from '@khac-sau/protocol'
import { optionLetter } from '../../ui/option-badge.tsx'
import type { QuestionValue, WarmUpValue } from './contest-draft.ts'

/** What is wrong with a question as it stands, by the codes of the server's own check, while it is being typed. */
export type Fault = Pick<QuestionProblem, 'code' | 'severity' | 'values' | 'line'>

/** The codes that are decided here anew after every change; all others come from reading a pasted text. */
const structural = new Set([
  'empty-stem',
  'too-few-options',
  'too-many-options',
  'empty-option',
  'duplicate-options',
  'no-key',
  'key-out-of-range',
  'several-right',
  'seconds-out-of-range',
])

/** Doubts about the key, which end when somebody marks the right option. */
const aboutTheKey = new Set(['several-keys-disagree', 'key-not-understood', 'key-for-repeated-number'])

export function questionFaults(question: QuestionValue): readonly Fault[] {
  const { stem, options, right, seconds } = question
  const { least, most } = limits.options
  const empty = lettersWhere(options, (option) => option.trim() === '')
  const outside = right.filter((index) => index >= options.length)
  const isOutOfTime = seconds !== null && !(seconds >= limits.seconds.least && seconds <= limits.seconds.most)
  return [
    ...when(stem.trim() === '', 'empty-stem'),
    ...when(options.length < least, 'too-few-options', { limit: String(least) }),
    ...when(options.length > most, 'too-many-options', { limit: String(most) }),
    ...when(empty !== '', 'empty-option', { letters: empty }),
    ...when(repeated(options) !== '', 'duplicate-options', { letters: repeated(options) }),
    ...when(right.length === 0, 'no-key'),
    ...when(outside.length > 0, 'key-out-of-range', { letters: outside.map(optionLetter).join(', ') }),
    ...when(isOutOfTime, 'seconds-out-of-range'),
  ]
}

/** C10: it has no key. */
export function warmUpFaults(warmUp: WarmUpValue): readonly Fault[] {
  return questionFaults({ ...warmUp, right: [0], explanation: '', source: '', seconds: null })
}

/** A pasted question: what reading it left in doubt, and what is wrong with it now. */
export function pastedFaults(
  question: QuestionValue,
  problems: readonly QuestionProblem[],
  { edited, checked }: { readonly edited: boolean; readonly checked: boolean },
): readonly Fault[] {
  const hasKey = question.right.length > 0
  const fromReading = problems.filter(({ code }) => {
    if (structural.has(code) || checked) return false
    return !(aboutTheKey.has(code) && edited && hasKey)
  })
  return [...fromReading, ...questionFaults(question), ...severalRight(question)]
}

export function hasErrors(faults: readonly Fault[]): boolean {
  return faults.some(({ severity }) => severity === 'error')
}

export function isStructural(code: string): boolean {
  return structural.has(code)
}

function when(condition: boolean, code: string, values: Readonly<Record<string, string>> = {}): readonly Fault[] {
  return condition ? [{ code, severity: 'error', values, line: null }] : []
}

function lettersWhere(options: readonly string[], holds: (option: string, index: number) => boolean): string {
  return options.flatMap((option, index) => (holds(option, index) ? [optionLetter(index)] : [])).join(', ')
}

function repeated(options: readonly string[]): string {
  const plain = options.map((option) => option.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase())
  return lettersWhere(plain, (option) => option !== '' && plain.filter((other) => other === option).length > 1)
}

/** C2, for information: a key with several options is right all-or-nothing. */
function severalRight({ right }: QuestionValue): readonly Fault[] {
  if (right.length < 2) return []
  const letters = right.map(optionLetter).join(', ')
  return [{ code: 'several-right', severity: 'warning', values: { letters }, line: null }]
}
