import { formatMonth, hostConflict, hostEditor, type Locale } from '@khac-sau/language'
import type { ContestDetail } from '@khac-sau/protocol'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { Difference } from '../parts/conflict-banner.tsx'
import type { ContestDraft, QuestionValue, SettingsValue } from './contest-draft.ts'

type Switch = 'countsForSeason' | 'oneTap' | 'autoAdvance' | 'showStandings' | 'strictOrder'
type Words = {
  readonly editor: (typeof hostEditor)['vi']
  readonly conflict: (typeof hostConflict)['vi']
  readonly locale: Locale
}

/** What is stored, beside what is being written: what would be lost either way. */
export function useDraftDifferences(stored: ContestDetail | null, draft: ContestDraft): readonly Difference[] {
  const words = { editor: useMessages(hostEditor), conflict: useMessages(hostConflict), locale: useLanguage().locale }
  return stored === null ? [] : draftDifferences(stored, draft, words)
}

export function draftDifferences(stored: ContestDetail, draft: ContestDraft, words: Words): readonly Difference[] {
  const { editor, locale } = words
  return [
    row(editor.title, stored.title, draft.title.trim()),
    row(editor.month, formatMonth(stored.month, locale), formatMonth(draft.month, locale)),
    ...settingRows(stored.settings, draft.settings, words),
    ...questionRows(
      stored.questions,
      draft.questions.map(({ question }) => question),
      words,
    ),
    row(editor.notes, stored.notes, draft.notes),
  ].filter(({ stored: there, mine }) => there !== mine)
}

function row(label: string, stored: string, mine: string): Difference {
  return { label, stored, mine }
}

function settingRows(stored: SettingsValue, mine: SettingsValue, { editor, conflict }: Words): Difference[] {
  const figure = (label: string, key: 'secondsPerQuestion' | 'maximumScore') =>
    row(label, String(stored[key]), String(mine[key]))
  const choice = (label: string, key: Switch) =>
    row(label, stored[key] ? conflict.yes : conflict.no, mine[key] ? conflict.yes : conflict.no)
  const warmUpText = ({ warmUp }: SettingsValue) =>
    warmUp ? [warmUp.stem, ...warmUp.options].join(' / ') : conflict.no
  return [
    figure(editor.seconds, 'secondsPerQuestion'),
    figure(editor.maximum, 'maximumScore'),
    choice(editor.countsForSeason, 'countsForSeason'),
    choice(editor.oneTap, 'oneTap'),
    choice(editor.autoAdvance, 'autoAdvance'),
    choice(editor.showStandings, 'showStandings'),
    choice(editor.strictOrder, 'strictOrder'),
    row(editor.warmUp, warmUpText(stored), warmUpText(mine)),
  ]
}

function questionRows(
  stored: readonly QuestionValue[],
  mine: readonly QuestionValue[],
  { editor, conflict }: Words,
): Difference[] {
  const stemOf = (question: QuestionValue | undefined) =>
    question === undefined ? conflict.no : question.stem || editor.emptyStem
  return Array.from({ length: Math.max(stored.length, mine.length) }, (_, index) => {
    const [there, here] = [stored[index], mine[index]]
    const [thereText, hereText] = [stemOf(there), stemOf(here)]
    const isOnlyBeside = thereText === hereText && JSON.stringify(there) !== JSON.stringify(here)
    const text = isOnlyBeside ? conflict.otherwise({ text: hereText }) : hereText
    return row(editor.number({ number: index + 1 }), thereText, text)
  })
}
