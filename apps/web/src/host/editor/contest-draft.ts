import { limits } from '@khac-sau/engine'
import type { ContestChange, ContestDetail } from '@khac-sau/protocol'

export type QuestionValue = ContestDetail['questions'][number]
export type SettingsValue = ContestDetail['settings']

export type WarmUpValue = NonNullable<SettingsValue['warmUp']>

/** A question keeps its key while it moves, so that a field being typed in stays the same field. */
export type DraftQuestion = { readonly key: string; readonly question: QuestionValue }

/** A contest being written. A figure is NaN while what stands in its field is not one. */
export type ContestDraft = {
  readonly title: string
  readonly month: string
  readonly settings: SettingsValue
  readonly questions: readonly DraftQuestion[]
  readonly notes: string
}

export const emptyQuestion: QuestionValue = {
  stem: '',
  options: ['', '', '', ''],
  right: [],
  explanation: '',
  source: '',
  seconds: null,
}

export function draftOf({ title, month, settings, questions, notes }: ContestDetail): ContestDraft {
  return { title, month, settings, questions: questions.map(keyed), notes }
}

let keyCount = 0

export function keyed(question: QuestionValue): DraftQuestion {
  keyCount += 1
  return { key: `question-${keyCount}`, question }
}

/** What can be stored, or `null` while a field is not in order. Questions may be stored half-written. */
export function changeOf(draft: ContestDraft, revision: number): ContestChange | null {
  const { month, settings, notes } = draft
  const title = draft.title.trim()
  const questions = draft.questions.map(({ question }) => question)
  const inOrder =
    title !== '' &&
    isWithin(settings.secondsPerQuestion, limits.seconds) &&
    isWithin(settings.maximumScore, limits.maximumScore) &&
    questions.every(({ seconds }) => seconds === null || isWithin(seconds, limits.seconds))
  return inOrder ? { revision, month, title, settings, questions, notes } : null
}

export function isWithin(value: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** `step` is −1 for up, 1 for down; at the ends nothing moves. */
export function moved<Item>(items: readonly Item[], index: number, step: -1 | 1): readonly Item[] {
  const [item, other] = [items[index], items[index + step]]
  if (item === undefined || other === undefined) return items
  return items.map((one, place) => (place === index ? other : place === index + step ? item : one))
}

/** The right options move with their texts when one is taken out. */
export function withoutOption(question: QuestionValue, index: number): QuestionValue {
  return {
    ...question,
    options: question.options.filter((_, place) => place !== index),
    right: question.right.filter((place) => place !== index).map((place) => (place > index ? place - 1 : place)),
  }
}

/** Marks an option as right: instead of the others, or beside them where several are right (C2). */
export function withRight(question: QuestionValue, index: number, several: boolean): QuestionValue {
  if (!several) return { ...question, right: [index] }
  const right = question.right.includes(index)
    ? question.right.filter((place) => place !== index)
    : [...question.right, index].sort((a, b) => a - b)
  return { ...question, right }
}
