import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { passwordHashing } from '../accounts/passwords.ts'
import { fillDemoCell } from '../demo/demo-cell.ts'
import { readSampleQuestions } from '../demo/sample-questions.ts'
import { openTemporaryDatabase, type TemporaryDatabase } from '../testing/temporary-database.ts'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const nowMillis = Date.UTC(2026, 10, 22, 5)

/** Open all the while, as by a server that runs beside. */
let opened: TemporaryDatabase
let emptyDir: string

beforeAll(async () => {
  opened = await openTemporaryDatabase()
  emptyDir = await mkdtemp(join(tmpdir(), 'khac-sau-empty-'))
  const questionText = await readSampleQuestions()
  await fillDemoCell({ database: opened.database, passwords: passwordHashing(), nowMillis, questionText })
})
afterAll(async () => {
  await opened.discard()
  await rm(emptyDir, { recursive: true })
})

test('the demo cell is right: one line a contest, in both languages, and 0', async () => {
  const { code, out } = await verify([], opened.dataDir)
  expect(out).toContain('9 cuộc thi, tất cả đều khớp. / 9 contests, all right.')
  expect(out.match(/^2026-\d\d .* [0-9a-f]{8} ( +✓){5}$/gm)).toHaveLength(8)
  expect(code).toBe(0)
})

test('a result that was altered is 1, and said of whom', async () => {
  const { store } = opened.database
  const { result } = store.tables
  await store.write((writer) => writer.update(result).set({ errorMillis: 3 }).returning())
  const { code, out } = await verify(['2026-05'], opened.dataDir)
  expect(out).toMatch(/member [0-9a-f]{32}: errorMillis is 3, must be 150/)
  expect(out).toContain('1 of 1 contests differ.')
  expect(code).toBe(1)
})

test('an unknown contest, two of them, or a folder without data are 2, with one line of what to do', async () => {
  const refusals = await Promise.all([
    verify(['2031-01'], opened.dataDir),
    verify(['one', 'two'], opened.dataDir),
    verify([], emptyDir),
  ])
  for (const { code, out, error } of refusals) {
    expect({ code, out, lines: error.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
  }
})

function verify(given: readonly string[], dataDir: string) {
  return new Promise<{ readonly code: number; readonly out: string; readonly error: string }>((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir }
    const child = execFile(process.execPath, ['--import', tsx, main, ...given], { env }, (_, out, error) =>
      resolve({ code: child.exitCode ?? -1, out, error }),
    )
  })
}
