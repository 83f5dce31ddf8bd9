import { defaultSettings } from '@khac-sau/engine'
import { hostConflict, hostEditor } from '@khac-sau/language'
import type { ContestDetail } from '@khac-sau/protocol'
import { expect, test } from 'vitest'
import { draftOf, keyed } from './contest-draft.ts'
import { draftDifferences } from './draft-differences.ts'

const sample: ContestDetail = {
  contestId: 'a',
  title: 'April',
  month: '2026-04',
  stage: 'draft',
  questionCount: 2,
  countsForSeason: true,
  settings: { ...defaultSettings, warmUp: null },
  questions: ['One?', 'Two?'].map((stem) => ({
    stem,
    options: ['A', 'B'],
    right: [0],
    explanation: '',
    source: '',
    seconds: null,
  })),
  problems: [],
  notes: '',
  revision: 3,
  roomCode: null,
  screenUrl: null,
}
const words = { editor: hostEditor.en, conflict: hostConflict.en, locale: 'en' as const }
const between = (stored: ContestDetail, mine: ContestDetail) => draftDifferences(stored, draftOf(mine), words)

test('two versions that say the same differ in nothing', () => {
  expect(between(sample, sample)).toEqual([])
})

test('each thing that differs is named once, with both versions', () => {
  const [first, second] = sample.questions
  if (!first || !second) throw new Error('the sample has two questions')
  const mine = {
    ...sample,
    title: 'Another',
    settings: { ...sample.settings, oneTap: true, secondsPerQuestion: 45 },
    questions: [
      { ...first, right: [1] },
      { ...second, stem: 'New' },
      { ...second, stem: 'Third' },
    ],
    notes: 'Water',
  }

  expect(between(sample, mine)).toEqual([
    { label: hostEditor.en.title, stored: sample.title, mine: 'Another' },
    { label: hostEditor.en.seconds, stored: '30', mine: '45' },
    { label: hostEditor.en.oneTap, stored: 'no', mine: 'yes' },
    { label: 'Question 1', stored: first.stem, mine: `${first.stem} (options, key or explanation differ)` },
    { label: 'Question 2', stored: second.stem, mine: 'New' },
    { label: 'Question 3', stored: 'no', mine: 'Third' },
    { label: hostEditor.en.notes, stored: '', mine: 'Water' },
  ])
})

test('a question that is only being typed apart from its key is the same question', () => {
  const twice = { ...draftOf(sample), questions: sample.questions.map(keyed) }

  expect(draftDifferences(sample, twice, words)).toEqual([])
})
