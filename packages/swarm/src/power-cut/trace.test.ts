import { expect, test } from 'vitest'
import { seededRandom } from '../random.ts'
import { filesAfterCut } from './disk.ts'
import { diskCallsIn } from './trace.ts'

const hex = (text: string) => [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
const place = hex('/data/log')
const opened = `1000.000000 openat(AT_FDCWD<${hex('/')}>, "${place}", O_RDWR|O_CREAT|O_CLOEXEC, 0644) = 7<${place}> <0.000020>`
const written = (second: string, text: string, offset: number) =>
  `${second} pwrite64(7<${place}>, "${hex(text)}", ${text.length}, ${offset}) = ${text.length} <0.000015>`
const synced = (second: string) => `${second} fsync(7<${place}>) = 0 <0.001500>`

test('of a traced file what was synced outlives the cut, and what was not is gone', () => {
  const lines = [opened, written('1001.000000', 'kept', 0), synced('1002.000000'), written('1003.000000', 'lost', 4)]
  const calls = diskCallsIn(lines, '/data')

  const after = (at: number, fate: 'none' | 'all') =>
    filesAfterCut(calls, at, fate, seededRandom(1)).get('log')?.toString()
  expect(after(1_003_500, 'none')).toBe('kept')
  expect(after(1_003_500, 'all')).toBe('keptlost')
  expect(after(1_002_001, 'none')).toBeUndefined()
  expect(after(1_002_001.5, 'none')).toBe('kept')
})

test('calls of all threads come in the order of time, with their moments in milliseconds', () => {
  const calls = diskCallsIn([synced('1002.000000'), opened, written('1001.123456', 'kept', 32)], '/data')

  expect(calls).toEqual([
    { type: 'create', file: 'log', startedAt: 1_000_000, endedAt: 1_000_000.02 },
    {
      type: 'write',
      file: 'log',
      offset: 32,
      bytes: Buffer.from('kept'),
      startedAt: 1_001_123.456,
      endedAt: 1_001_123.471,
    },
    { type: 'sync-file', file: 'log', startedAt: 1_002_000, endedAt: 1_002_001.5 },
  ])
})

test('of a short write only what was taken counts', () => {
  const [call] = diskCallsIn([written('1001.000000', 'kept', 0).replace('= 4 <', '= 2 <')], '/data')
  expect(call).toMatchObject({ type: 'write', bytes: Buffer.from('ke') })
})

test('a sync of the directory, a removal and a new size are told', () => {
  const lines = [
    `1.000000 fsync(9<${hex('/data')}>) = 0 <0.000100>`,
    `2.000000 unlink("${place}") = 0 <0.000100>`,
    `2.500000 unlinkat(AT_FDCWD<${hex('/')}>, "${place}", 0) = 0 <0.000100>`,
    `3.000000 ftruncate(7<${place}>, 8192) = 0 <0.000100>`,
  ]
  expect(diskCallsIn(lines, '/data')).toMatchObject([
    { type: 'sync-names' },
    { type: 'remove', file: 'log' },
    { type: 'remove', file: 'log' },
    { type: 'resize', file: 'log', size: 8192 },
  ])
})

test('a call that never came back ends never', () => {
  const lines = [`1.000000 fsync(7<${place}>) = ?`, `2.000000 fdatasync(7<${place}> <unfinished ...>) = ?`]
  expect(diskCallsIn(lines, '/data')).toMatchObject([{ endedAt: Infinity }, { endedAt: Infinity }])
})

test('what failed, what ended, and what is done to a removed file is no call on the disk', () => {
  const lines = [
    `1.000000 fsync(7<${place}>) = -1 EIO (Input/output error) <0.000100>`,
    `2.000000 unlink("${place}") = -1 ENOENT (No such file or directory) <0.000100>`,
    `3.000000 ftruncate(7<${place}>(deleted), 0) = 0 <0.000100>`,
    '4.000000 +++ exited with 0 +++',
    '4.000000 +++ killed by SIGKILL +++',
  ]
  expect(diskCallsIn(lines, '/data')).toEqual([])
})

test.each([
  [
    'a call that the model does not know',
    `fallocate(7<${place}>, 0, 0, 4096) = 0 <0.000100>`,
    'does not know this call',
  ],
  ['a shortened string', `pwrite64(7<${place}>, "\\x6b"..., 9, 0) = 9 <0.000100>`, 'not a whole string'],
  ['a line of two threads', '<... fsync resumed>) = 0 <0.000100>', 'not a line of a thread'],
  ['no duration', `fsync(7<${place}>) = 0`, 'not told how long it took'],
  ['no path', 'fsync(7) = 0 <0.000100>', 'not a descriptor with its path'],
  ['a write through memory', `mmap(NULL, 9, PROT_WRITE, MAP_SHARED, 7<${place}>, 0) = 0x7f <0.1>`, 'through memory'],
])('a trace with %s is refused', (_, call, reason) => {
  expect(() => diskCallsIn([`1.000000 ${call}`], '/data')).toThrow(reason)
})
