import type { ContestChange, ContestDetail } from '@khac-sau/protocol'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Outcome } from '../parts/api.ts'
import { createAutosave, type SaveState } from './autosave.ts'
import type { ContestDraft } from './contest-draft.ts'

const draft: ContestDraft = {
  title: 'Kỳ thi tháng 4/2026',
  month: '2026-04',
  settings: {
    secondsPerQuestion: 30,
    maximumScore: 10,
    oneTap: false,
    autoAdvance: false,
    showStandings: false,
    strictOrder: false,
    countsForSeason: true,
    warmUp: null,
  },
  questions: [],
  notes: '',
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A server that counts revisions, and refuses what was written on an old one. */
function start({ storedRevision = 7 } = {}) {
  const stored: ContestChange[] = []
  const states: SaveState['name'][] = []
  let revision = storedRevision
  const autosave = createAutosave({
    revision: 7,
    onState: ({ name }) => states.push(name),
    save(change): Promise<Outcome<ContestDetail>> {
      if (change.revision !== revision) return Promise.resolve({ ok: false, failure: 'conflict' })
      revision += 1
      stored.push(change)
      return Promise.resolve({ ok: true, value: { revision } as ContestDetail })
    },
  })
  return { autosave, stored, states }
}

test('a draft is stored once, shortly after the last change', async () => {
  const { autosave, stored, states } = start()

  autosave.change({ ...draft, title: 'K' })
  autosave.change({ ...draft, title: 'Kỳ' })
  await vi.advanceTimersByTimeAsync(999)
  expect(stored).toEqual([])
  await vi.advanceTimersByTimeAsync(1)

  expect(stored.map(({ title }) => title)).toEqual(['Kỳ'])
  expect(states.at(-1)).toBe('saved')
})

test('what is changed while a draft is being stored is stored after it, on its revision', async () => {
  const { autosave, stored } = start()

  autosave.change(draft)
  const saved = autosave.saveNow()
  autosave.change({ ...draft, title: 'Kỳ thi thử' })

  expect(await saved).toBe(true)
  expect(stored.map(({ revision, title }) => [revision, title])).toEqual([
    [7, 'Kỳ thi tháng 4/2026'],
    [8, 'Kỳ thi thử'],
  ])
})

test('a change made somewhere else is never overwritten without being asked', async () => {
  const { autosave, stored, states } = start({ storedRevision: 9 })

  autosave.change(draft)
  await vi.runAllTimersAsync()
  autosave.change({ ...draft, title: 'Kỳ thi thử' })
  await vi.runAllTimersAsync()
  expect(stored).toEqual([])
  expect(states.at(-1)).toBe('conflict')

  expect(await autosave.overwrite(9)).toBe(true)
  expect(stored.map(({ title }) => title)).toEqual(['Kỳ thi thử'])
})

test('a draft with a field that is not in order waits until it is', async () => {
  const { autosave, stored, states } = start()

  autosave.change({ ...draft, settings: { ...draft.settings, secondsPerQuestion: Number.NaN } })
  await vi.runAllTimersAsync()
  expect(states.at(-1)).toBe('incomplete')
  expect(stored).toEqual([])

  autosave.change(draft)
  await vi.runAllTimersAsync()
  expect(stored).toHaveLength(1)
})
