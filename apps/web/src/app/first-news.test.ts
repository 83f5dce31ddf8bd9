import type { MemberState } from '@khac-sau/session'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { firstNews } from './first-news.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test.each([
  ['the list of names', { roster: {} }],
  ['a view of the contest', { view: {} }],
  ['a refusal', { status: 'refused' }],
  ['that there is no network', { status: 'offline' }],
])('%s is news', async (_, news) => {
  const { session, become } = aSession()
  const done = vi.fn<() => void>()
  void firstNews(session).then(done)
  become({ place: {} as MemberState['place'] })
  await vi.advanceTimersByTimeAsync(10)
  expect(done).not.toHaveBeenCalled()

  become(news as Partial<MemberState>)
  await vi.advanceTimersByTimeAsync(0)
  expect(done).toHaveBeenCalledOnce()
})

test('what is there already is not waited for', async () => {
  const { session } = aSession({ status: 'refused' })

  await expect(firstNews(session)).resolves.toBeUndefined()
})

test('a room that says nothing is not waited for without end', async () => {
  const { session } = aSession()
  const done = vi.fn<() => void>()
  void firstNews(session).then(done)
  await vi.advanceTimersByTimeAsync(1000)
  expect(done).not.toHaveBeenCalled()

  await vi.advanceTimersByTimeAsync(1000)
  expect(done).toHaveBeenCalledOnce()
})

function aSession(first: Partial<MemberState> = {}) {
  let state = { status: 'connecting', roster: null, view: null, ...first } as MemberState
  const listeners = new Set<() => void>()
  return {
    session: {
      snapshot: () => state,
      subscribe(listener: () => void) {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
    become(news: Partial<MemberState>) {
      state = { ...state, ...news }
      for (const listener of listeners) listener()
    },
  }
}
