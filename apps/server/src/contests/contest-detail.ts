import type { ContestRecord, FrozenContent } from '@khac-sau/database'
import { type ContestSettings, may, type Question, type Role } from '@khac-sau/engine'
import type { ContestDetail, ContestSummary } from '@khac-sau/protocol'
import { problemsOf } from './question-problems.ts'

export function contestSummary({ id, month, title, stage, draft, settings }: ContestRecord): ContestSummary {
  const { countsForSeason } = settings
  return { contestId: id, month, title, stage, questionCount: draft.length, countsForSeason }
}

/** C5: once the room is open, what is shown is what was frozen. */
export function contestDetail(
  record: ContestRecord,
  frozen: FrozenContent | undefined,
  publicUrl: string,
): ContestDetail {
  const { month, title, settings, questions } = frozen?.content ?? { ...record, questions: record.draft }
  const { revision, roomCode, screenKey, notes } = record
  return {
    ...contestSummary({ ...record, month, title, settings, draft: [...questions] }),
    settings: sentSettings(settings),
    questions: questions.map(sentQuestion),
    problems: problemsOf(questions),
    notes,
    revision,
    roomCode,
    screenUrl: screenKey === null ? null : `${publicUrl}/screen/${screenKey}`,
  }
}

/** Whoever runs a contest and does not prepare it learns its questions with the room. */
export function detailFor({ role }: { readonly role: Role }, detail: ContestDetail): ContestDetail {
  if (may(role, 'prepare-contests')) return detail
  return { ...detail, settings: { ...detail.settings, warmUp: null }, questions: [], problems: [], notes: '' }
}

function sentSettings({ warmUp, ...settings }: ContestSettings): ContestDetail['settings'] {
  return { ...settings, warmUp: warmUp && { ...warmUp, options: [...warmUp.options] } }
}

function sentQuestion(question: Question): ContestDetail['questions'][number] {
  return { ...question, options: [...question.options], right: [...question.right] }
}
