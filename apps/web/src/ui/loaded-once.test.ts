import { expect, test, vi } from 'vitest'
import { loadedOnce } from './loaded-once.ts'

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('what was loaded ahead is there without waiting, and its readers are told', async () => {
  const load = vi.fn<() => Promise<string>>(async () => 'screens')
  const part = loadedOnce({ load, again: () => {} })
  const told = vi.fn<() => void>()
  part.subscribe(told)

  part.preload()
  part.preload()
  expect(part.snapshot()).toBeUndefined()
  await settled()

  expect([part.snapshot(), told.mock.calls.length, load.mock.calls.length]).toEqual(['screens', 1, 1])
})

test('a failure is tried again until it is here, and whoever stopped listening is not told', async () => {
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('offline')).mockResolvedValue('screens')
  const retries: (() => void)[] = []
  const part = loadedOnce({ load, again: (retry) => retries.push(retry) })
  const told = vi.fn<() => void>()
  part.subscribe(told)()

  part.preload()
  await settled()
  expect([part.snapshot(), retries.length]).toEqual([undefined, 1])
  retries[0]?.()
  await settled()

  expect([part.snapshot(), told.mock.calls.length]).toEqual(['screens', 0])
})
