import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { livingServer, pidFile } from './server-process.ts'

let folder: string
let dataFile: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khac-sau-pid-'))
  dataFile = join(folder, 'khac-sau.sqlite')
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the server whose id is beside the data is known while it lives, and not after', async () => {
  const server = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const ended = new Promise((resolve) => server.once('exit', resolve))
  await writeFile(pidFile(dataFile), `${server.pid}\n`)
  try {
    expect(await livingServer(dataFile)).toBe(server.pid)
  } finally {
    server.kill()
    await ended
  }
  expect(await livingServer(dataFile)).toBeUndefined()
})

test.each(['', 'none', '-1', '0', String(process.pid)])('an id of %j is no server', async (text) => {
  await writeFile(pidFile(dataFile), text)
  expect(await livingServer(dataFile)).toBeUndefined()
})

test('without a file there is no server', async () => {
  expect(await livingServer(join(folder, 'elsewhere', 'khac-sau.sqlite'))).toBeUndefined()
})
