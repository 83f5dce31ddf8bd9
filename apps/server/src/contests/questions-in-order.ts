import type { ContestSettings, Question } from '@khac-sau/engine'
import { hasErrors, validateQuestions } from '@khac-sau/formats'

/** C2, C10: whether they may be asked. */
export function areInOrder(questions: readonly Question[], { warmUp }: Pick<ContestSettings, 'warmUp'>): boolean {
  const withoutKey = { explanation: '', source: '', seconds: null, right: [0] }
  return !hasErrors(validateQuestions(warmUp ? [...questions, { ...warmUp, ...withoutKey }] : questions))
}
