import { expect, test } from 'vitest'
import { afterNews, beginning, type CheckNews, isSlow } from './check-state.ts'

const after = (...news: CheckNews[]) => news.reduce(afterNews, beginning).state.name
const done: CheckNews = { name: 'done', roundTripMillis: 20 }
const [arrived, notArrived, over, disconnected]: CheckNews[] = [
  { name: 'arrived' },
  { name: 'not-arrived' },
  { name: 'patience-over' },
  { name: 'disconnected' },
]

test.each([
  ['trying', [arrived]],
  ['trying', [notArrived]],
  ['done', [arrived, done]],
  // The live connection is what counts: it may be quicker than the request.
  ['done', [done, notArrived, over]],
  ['no-live', [arrived, over]],
  ['no-live', [over, arrived]],
  ['lost', [notArrived, over]],
  ['lost', [over]],
  ['done', [arrived, over, done]],
  ['done', [arrived, done, disconnected]],
  ['gone', [{ name: 'refused', outdated: false }, over, notArrived]],
  ['outdated', [{ name: 'refused', outdated: true }, over]],
] as [string, CheckNews[]][])('%s', (name, news) => {
  expect(after(...news)).toBe(name)
})

test('half a second is slow', () => {
  expect([20, 500, 501].map(isSlow)).toEqual([false, false, true])
})
