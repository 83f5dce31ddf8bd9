import { spawn } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { openDatabase } from '@khac-sau/database'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseFile } from '../environment.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let dataDir: string
beforeEach(async () => {
  server = await openTestServer()
  await (await server.addCell()).addContest()
  dataDir = server.temporary.dataDir
})
afterEach(() => server.close())

test('a server is backed up while it runs, and restored when it does not', { timeout: 90_000 }, async () => {
  const file = join(dataDir, 'stick.sqlite')
  const backedUp = await script('back-up.ts', [file])
  expect(backedUp.code).toBe(0)
  expect(backedUp.output).toContain(`Đã sao lưu 1 kỳ thi vào ${file}`)
  expect(backedUp.output).toMatch(/SHA-256 [0-9a-f]{64}\n$/)

  const [again, open] = await Promise.all([script('back-up.ts', [file]), script('restore.ts', [file])])
  expect(again).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('choose another file name') })
  expect(open).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('nothing was changed') })
  expect((await readdir(dataDir)).filter((name) => name.includes('before-restore'))).toEqual([])

  await server.database.close()
  const restored = await script('restore.ts', [file])
  expect(restored.code).toBe(0)
  expect(restored.output).toMatch(/restored 1 contests\n.*khac-sau\.before-restore-[\dTZ-]+\.sqlite\n$/)
  const database = await openDatabase(databaseFile({ dataDir }), { report: unexpected })
  await database.close()
})

test('nothing is restored while the process that server.pid names is alive', { timeout: 60_000 }, async () => {
  await server.database.close()
  await writeFile(join(dataDir, 'server.pid'), String(process.ppid))
  const before = await readdir(dataDir)
  const { code, errors } = await script('restore.ts', [databaseFile({ dataDir })])

  expect(code).toBe(1)
  expect(errors).toContain(`tiến trình ${process.ppid}`)
  expect(errors).toContain(`xoá ${join(dataDir, 'server.pid')}`)
  expect(await readdir(dataDir)).toEqual(before)
})

test('a damaged backup is named, and what to do next', { timeout: 60_000 }, async () => {
  await server.database.close()
  const bytes = await readFile(databaseFile({ dataDir }))
  const damaged = join(dataDir, 'damaged.sqlite')
  await writeFile(damaged, bytes.fill(0, bytes.length - 8192))
  const { code, errors } = await script('restore.ts', [damaged])

  expect(code).toBe(1)
  expect(errors).toMatch(/is damaged \(.+\); nothing was changed\n.*use another backup/)
})

test('a command that was not understood ends with 2', { timeout: 60_000 }, async () => {
  const [none, many, environment] = await Promise.all([
    script('back-up.ts', []),
    script('restore.ts', ['a', 'b']),
    script('restore.ts', ['a'], { PORT: 'x' }),
  ])
  expect(none).toMatchObject({ code: 2, errors: expect.stringContaining('npm run backup') })
  expect(many).toMatchObject({ code: 2, errors: expect.stringContaining('npm run restore') })
  expect(environment).toMatchObject({ code: 2, errors: expect.stringContaining('PORT') })
})

type Ended = { readonly code: number | null; readonly output: string; readonly errors: string }

function script(name: string, args: readonly string[], variables: Record<string, string> = {}): Promise<Ended> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL(name, import.meta.url))
  const env = { ...process.env, DATA_DIR: dataDir, ...variables }
  const child = spawn(process.execPath, ['--import', tsx, entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let [output, errors] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, output, errors }))
  })
}

function unexpected(error: Error): never {
  throw error
}
