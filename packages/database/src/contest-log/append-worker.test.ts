import { afterEach, expect, test } from 'vitest'
import { openSqliteStore } from '../sqlite-store.ts'
import { patienceMillis, temporaryFile } from '../testing/databases.ts'
import { sampleEvents } from '../testing/sample-events.ts'
import { addCell, addContest } from '../testing/sample-rows.ts'
import type { AppendFaults } from './append-message.ts'
import { openAppendWorker } from './append-worker.ts'
import { sqliteContestLog } from './sqlite-contest-log.ts'

const { enrolled, finished, joined, paused } = sampleEvents
const cleanings: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const clean of cleanings.splice(0).reverse()) await clean()
}, patienceMillis)

test('[GA8] a stalled fsync does not stop the event loop', { timeout: patienceMillis }, async () => {
  const { log, contests } = await openLog({ stallMillis: 500 })
  let turns = 0
  const ticking = setInterval(() => (turns += 1), 1)
  const outcome = await log.append(contests[0], 0, [joined])
  clearInterval(ticking)

  expect(outcome).toMatchObject({ outcome: 'stored' })
  expect(turns).toBeGreaterThan(20)
})

test('what queues up behind a stalled commit goes to disk in one', { timeout: patienceMillis }, async () => {
  const { log, worker, contests } = await openLog({ stallMillis: 300 })
  const first = log.append(contests[0], 0, [joined])
  const chained = Array.from({ length: 20 }, (_, index) => log.append(contests[0], 1 + index, [enrolled]))
  const outcomes = await Promise.all([first, ...chained, log.append(contests[1], 0, [paused])])

  expect(outcomes.filter(({ outcome }) => outcome === 'stored')).toHaveLength(22)
  expect(worker.statistics().appends).toBe(22)
  expect(worker.statistics().groups).toBeLessThanOrEqual(3)
  expect(await log.verify(contests[0])).toMatchObject({ ok: true })
})

test('one that fails or is fenced does not take its group with it', { timeout: patienceMillis }, async () => {
  const { log, contests } = await openLog({ stallMillis: 100 })
  const outcomes = await Promise.all([
    log.append(contests[0], 0, [joined]),
    log.append(contests[0], 1, [joined]),
    log.append(contests[0], 0, [paused]),
    log.append('no such contest', 0, [joined]),
    log.append(contests[1], 0, [finished]),
  ])

  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'stored', 'fenced', 'failed', 'stored'])
  expect(await log.read(contests[0])).toMatchObject({ lastSeq: 2, events: [joined, joined] })
  expect((await log.read(contests[1])).events).toEqual([finished])
})

test(
  'a full disk is told as such, nothing of the batch is there, and with space it is stored',
  { timeout: patienceMillis },
  async () => {
    const largestPageCount = new Int32Array(new SharedArrayBuffer(4)).fill(1)
    const { log, contests } = await openLog({ largestPageCount })
    const events = Array.from({ length: 500 }, () => enrolled)

    expect(await log.append(contests[0], 0, events)).toMatchObject({ outcome: 'failed', reason: 'disk-full' })
    expect((await log.read(contests[0])).lastSeq).toBe(0)

    Atomics.store(largestPageCount, 0, 0)
    expect(await log.append(contests[0], 0, events)).toMatchObject({ outcome: 'stored', lastSeq: 500 })
  },
)

test(
  'a thread that dies fails what was waiting, and the next append has a new one',
  { timeout: patienceMillis },
  async () => {
    const { log, contests, deadly } = await openLog({ stallMillis: 50 }, true)
    const stored = await log.append(contests[0], 0, [joined])
    const lost = await Promise.all([log.append(deadly, 0, [joined]), log.append(deadly, 0, [paused])])
    const [next, afterNext] = await Promise.all([
      log.append(contests[0], 1, [paused]),
      log.append(contests[0], 2, [finished]),
    ])

    expect(stored).toMatchObject({ outcome: 'stored' })
    expect(lost).toMatchObject([
      { outcome: 'failed', reason: 'worker-lost' },
      { outcome: 'failed', reason: 'worker-lost' },
    ])
    expect([next, afterNext]).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored', lastSeq: 3 }])
    expect((await log.read(contests[0])).events).toEqual([joined, paused, finished])
  },
)

test('closing commits what is waiting, and later appends fail', { timeout: patienceMillis }, async () => {
  const { log, worker, contests } = await openLog({ stallMillis: 50 })
  const waiting = [log.append(contests[0], 0, [joined]), log.append(contests[0], 1, [paused])]
  await worker.close()

  expect(await Promise.all(waiting)).toMatchObject([{ outcome: 'stored' }, { outcome: 'stored' }])
  expect(await log.append(contests[0], 2, [finished])).toMatchObject({ outcome: 'failed', reason: 'closed' })
})

test('a file that cannot be opened is told to whoever opens the log', { timeout: patienceMillis }, async () => {
  await expect(openAppendWorker('/no/such/folder/file.db')).rejects.toThrow('directory does not exist')
})

async function openLog(faults: AppendFaults, withDeadly = false) {
  const { file, discard } = await temporaryFile()
  const store = await openSqliteStore(file)
  const cellId = await addCell(store)
  const contests = [await addContest(store, cellId), await addContest(store, cellId)] as const
  const deadly = await addContest(store, cellId)
  const worker = await openAppendWorker(file, withDeadly ? { ...faults, dieOnContestId: deadly } : faults)
  cleanings.push(discard, store.close, worker.close)
  return { log: sqliteContestLog(store, worker), worker, contests, deadly }
}
