import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { checkSqliteBackup, contestRepository, newId, openDatabase } from '@khac-sau/database'
import { defaultSettings } from '@khac-sau/engine'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile } from '../environment.ts'
import { openTestServer, sampleQuestion, type TestCell, type TestServer } from '../testing/test-server.ts'
import { openBackups } from './backups.ts'

const wallMillis = Date.UTC(2026, 10, 22, 5)

let server: TestServer
let cell: TestCell
let folder: string
let reported: string[]
beforeEach(async () => {
  server = await openTestServer()
  cell = await server.addCell()
  folder = join(server.temporary.dataDir, 'backups')
  reported = []
})
afterEach(() => server.close())

test(
  'after a contest a backup with it is in the folder of backups, named by the time in UTC',
  { timeout: 60_000 },
  async () => {
    await cell.addContest()
    await backups().afterContest('one')

    expect(reported).toEqual([])
    expect(await readdir(folder)).toEqual(['khac-sau-2026-11-22T05-00-00-000Z.sqlite'])
    expect(await checkSqliteBackup(join(folder, 'khac-sau-2026-11-22T05-00-00-000Z.sqlite'))).toEqual({
      ok: true,
      contests: 1,
    })
  },
)

test('the newest are kept, and nothing that is not an automatic backup is removed', { timeout: 60_000 }, async () => {
  await mkdir(folder)
  for (const name of ['my own.sqlite', 'khac-sau-before-merger.sqlite']) await writeFile(join(folder, name), 'x')
  await writeFile(join(folder, `khac-sau-2026-01-01T00-00-00-000Z.sqlite.${newId()}.partial`), 'killed')
  for (let month = 1; month <= 10; month += 1) {
    const name = `khac-sau-2026-${String(month).padStart(2, '0')}-01T00-00-00-000Z.sqlite`
    await writeFile(join(folder, name), 'an older one')
  }
  await backups().afterContest('one')

  const left = (await readdir(folder)).sort()
  expect(left).toHaveLength(12)
  expect(left[0]).toBe('khac-sau-2026-02-01T00-00-00-000Z.sqlite')
  expect(left.slice(-3)).toEqual([
    'khac-sau-2026-11-22T05-00-00-000Z.sqlite',
    'khac-sau-before-merger.sqlite',
    'my own.sqlite',
  ])
})

test(
  'whoever asks while a copy is made shares the next one, which holds what they asked for',
  { timeout: 60_000 },
  async () => {
    const all = backups()
    const first = all.afterContest('one')
    await firstCopyBegan()
    await cell.addContest()
    const [second, third] = [all.afterContest('two'), all.afterContest('three')]
    await Promise.all([first, second, third])

    expect(reported).toEqual([])
    const names = (await readdir(folder)).sort()
    expect(names).toHaveLength(2)
    expect(await checkSqliteBackup(join(folder, names[1] ?? ''))).toEqual({ ok: true, contests: 1 })
  },
)

test(
  'a copy that cannot be made is reported with its contest, and the next one is tried all the same',
  { timeout: 60_000 },
  async () => {
    await writeFile(folder, 'a file in the way')
    const all = backups()
    await all.afterContest('one')
    expect(reported).toHaveLength(1)
    expect(reported[0]).toContain('backup after one')

    await rm(folder)
    await all.afterContest('two')
    expect(reported).toHaveLength(1)
    expect(await readdir(folder)).toHaveLength(1)
  },
)

test('closing waits for the copy that is being made, and takes no more', { timeout: 60_000 }, async () => {
  const all = backups()
  void all.afterContest('one')
  await all.close()
  await all.afterContest('two')

  expect(await readdir(folder)).toHaveLength(1)
  expect(reported).toEqual(['backup after two: the server is closing'])
})

test('while others write, the copy is one moment of their logs and its chains hold', { timeout: 60_000 }, async () => {
  const contestId = await cell.addContest()
  const { store, contestLog } = server.database
  const content = { title: 'Kỳ thi', month: '2026-11', settings: defaultSettings, questions: [sampleQuestion] }
  const codes = { roomCode: newId(), screenKey: newId() }
  await contestRepository(store).freeze(cell.id, contestId, { content, ...codes, frozenAtMs: 1, revision: 1 })
  let written = 0
  const append = async () => {
    const appended = await contestLog.append(contestId, written, [{ type: 'standings-shown', at: written }])
    if (appended.outcome !== 'stored') throw new Error(appended.outcome)
    written = appended.lastSeq
  }
  await append()
  const copy = { done: false }
  const copying = backups()
    .afterContest(contestId)
    .finally(() => (copy.done = true))
  while (!copy.done) await append()
  await copying

  expect(reported).toEqual([])
  const [name = ''] = await readdir(folder)
  expect(await checkSqliteBackup(join(folder, name))).toMatchObject({ ok: true })
  const opened = await openDatabase(join(folder, name), { report: unexpected })
  const { lastSeq } = await opened.contestLog.read(contestId)
  await opened.close()
  expect(lastSeq).toBeGreaterThan(1)
  expect(lastSeq).toBeLessThan(written)
})

test('the server goes on with its work while a large database is copied', { timeout: 60_000 }, async () => {
  const draft = [{ ...sampleQuestion, explanation: 'x'.repeat(1_000_000) }]
  for (let count = 0; count < 50; count += 1) await cell.addContest({ draft })
  let longestPause = 0
  let lastTick = performance.now()
  const timer = setInterval(() => {
    longestPause = Math.max(longestPause, performance.now() - lastTick)
    lastTick = performance.now()
  }, 5)
  const startedAt = performance.now()
  const before = performance.eventLoopUtilization()
  await backups().afterContest('large')
  const { utilization } = performance.eventLoopUtilization(before)
  const took = performance.now() - startedAt
  clearInterval(timer)

  expect(reported).toEqual([])
  expect(utilization).toBeLessThan(0.5)
  expect(longestPause).toBeLessThan(took / 2)
})

function backups() {
  return openBackups({
    erased: () => Promise.resolve({ members: [], cellIds: [] }),
    dataDir: server.temporary.dataDir,
    databaseFile: databaseFile(server.temporary),
    wallNow: () => wallMillis,
    report: (error, about) => reported.push(`${about}: ${error instanceof Error ? error.message : String(error)}`),
  })
}

/** The folder is made, and the unfinished copy in it, by the other process. */
async function firstCopyBegan(): Promise<void> {
  await expect
    .poll(async () => (await readdir(folder).catch(() => [])).some((name) => name.endsWith('.partial')), {
      interval: 1,
      timeout: 15_000,
    })
    .toBe(true)
}

function unexpected(error: Error): never {
  throw error
}
