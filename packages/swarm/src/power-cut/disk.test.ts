import { expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import type { Fate } from './content.ts'
import type { Change, DiskCall, NameChange, Sync } from './disk-call.ts'
import { filesAfterCut } from './disk.ts'

/** Each call takes a millisecond, one begins every ten. */
const trace = (...calls: readonly (Change | Sync | NameChange)[]): readonly DiskCall[] =>
  calls.map((call, index) => ({ ...call, startedAt: index * 10, endedAt: index * 10 + 1 }))
const create = (file: string) => ({ type: 'create', file }) as const
const remove = (file: string) => ({ type: 'remove', file }) as const
const write = (file: string, text: string, offset = 0) =>
  ({ type: 'write', file, offset, bytes: Buffer.from(text) }) as const
const resize = (file: string, size: number) => ({ type: 'resize', file, size }) as const
const sync = (file: string) => ({ type: 'sync-file', file }) as const
const syncNames = { type: 'sync-names', file: '.' } as const

const end = 10_000
const after = (calls: readonly DiskCall[], at: number, fate: Fate = 'none', seed = 1) =>
  Object.fromEntries(
    [...filesAfterCut(calls, at, fate, seededRandom(seed))].map(([name, bytes]) => [name, bytes.toString()]),
  )
/** Everything that may be found after this cut. */
const possible = (calls: readonly DiskCall[], fate: Fate) =>
  new Set(Array.from({ length: 200 }, (_, seed) => JSON.stringify(after(calls, end, fate, seed))))

test('a write that came back before the fsync began is durable once the fsync came back', () => {
  const calls = trace(create('a'), write('a', 'one'), sync('a'), write('a', 'two'))
  expect(after(calls, 20)).toEqual({})
  expect(after(calls, 21)).toEqual({ a: 'one' })
  expect(after(calls, end)).toEqual({ a: 'one' })
  expect(after(calls, end, 'all')).toEqual({ a: 'two' })
})

test('an fsync vouches for no write that was on its way when it began, nor for another file', () => {
  const calls: DiskCall[] = [
    { ...create('a'), startedAt: 0, endedAt: 1 },
    { ...create('b'), startedAt: 0, endedAt: 1 },
    { ...write('a', 'one'), startedAt: 2, endedAt: 6 },
    { ...write('b', 'two'), startedAt: 2, endedAt: 3 },
    { ...sync('a'), startedAt: 5, endedAt: 9 },
  ]
  expect(after(calls, end)).toEqual({ a: '' })
})

test('what began after the cut never was, not even when everything survives', () => {
  expect(after(trace(create('a'), write('a', 'one'), write('a', 'two')), 15, 'all')).toEqual({ a: 'one' })
})

test('a new name is durable after an fsync of its file or of the directory, a removed one only of the directory', () => {
  const made = trace(create('a'), create('b'), sync('b'), remove('b'))
  expect(after(made, end)).toEqual({ b: '' })
  expect(after(made, end, 'all')).toEqual({ a: '' })
  expect(after(trace(create('a'), create('b'), sync('b'), remove('b'), syncNames), end)).toEqual({ a: '' })
})

test('a name that was given again means the new file, and the old one while the removal is not durable', () => {
  const calls = trace(create('a'), write('a', 'old'), sync('a'), remove('a'), create('a'), write('a', 'new'))
  expect(after(calls, end)).toEqual({ a: 'old' })
  expect(after(calls, end, 'all')).toEqual({ a: 'new' })
})

test('changes of names survive in their order', () => {
  expect(possible(trace(create('a'), create('b')), 'in-order')).toEqual(new Set(['{}', '{"a":""}', '{"a":"","b":""}']))
})

test('in order, the first writes survive and the next one may be torn between sectors', () => {
  const calls = trace(create('a'), sync('a'), write('a', 'x'.repeat(1024)), write('a', 'y', 1024))
  const lengths = [...possible(calls, 'in-order')].map((found) => (JSON.parse(found) as { a: string }).a.length)
  expect(lengths.sort((a, b) => a - b)).toEqual([0, 512, 1024, 1025])
})

test('scattered, a block holds what it held at any time since the fsync, another one what it likes', () => {
  const before = trace(create('a'), write('a', 'o'.repeat(8192)), sync('a'), write('a', '1'), write('a', '2'))
  const found = possible([...before, { ...write('a', '3', 4096), startedAt: 900, endedAt: 901 }], 'scattered')
  const seen = [...found].map((text) => (JSON.parse(text) as { a: string }).a)
  expect(new Set(seen.map((text) => `${text[0]}${text[4096]}`))).toEqual(new Set(['oo', '1o', '2o', 'o3', '13', '23']))
})

test('scattered, a file that grew may be short, or hold nothing where it grew', () => {
  const calls = trace(create('a'), sync('a'), write('a', 'one'))
  const nothing = '\0\0\0'
  expect(possible(calls, 'scattered')).toEqual(
    new Set([{ a: '' }, { a: 'one' }, { a: nothing }].map((found) => JSON.stringify(found))),
  )
})

test('what was cut off a file comes back as long as that is not durable, and then as nothing', () => {
  const shrunk = trace(create('a'), write('a', 'whole'), sync('a'), resize('a', 1))
  expect(after(shrunk, end)).toEqual({ a: 'whole' })
  expect(after(shrunk, end, 'all')).toEqual({ a: 'w' })
  expect(after(trace(create('a'), write('a', 'whole'), resize('a', 1), resize('a', 3)), end, 'all')).toEqual({
    a: 'w\0\0',
  })
})

test('a change of a file that is not there is no trace of a disk', () => {
  expect(() => after(trace(write('a', 'one')), end)).toThrow('write of a, which is not there')
  expect(() => after(trace(create('b'), sync('a')), end)).toThrow('sync-file of a, which is not there')
})
