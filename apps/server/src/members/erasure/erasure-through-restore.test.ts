import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ServerProcess, startServerProcess } from '../../testing/server-process.ts'

const password = 'mat-khau-dai'
const erased = 'Đặng Thị Xuân Tuyết'

let dataDir: string
let server: ServerProcess
let cookie: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'khac-sau-erase-'))
  server = await startServerProcess(dataDir)
  await server.healthy()
  const setup = { setupCode: server.setupCode(), cellName: 'Chi bộ Hoa Sen', login: 'bithu', password }
  const response = await call('POST', '/api/setup', setup)
  cookie = cookieOf(response)
}, 60_000)
afterEach(async () => {
  await server.kill()
  await rm(dataDir, { recursive: true, force: true })
}, 60_000)

test('[P2] an erasure outlives the restore of an older copy, by button and by a file put in place by hand', async () => {
  await call('POST', '/api/members', { people: [erased, 'Lê Văn Bình'].map((name) => ({ name, groupName: '' })) })
  const { name: copyName } = await answered<{ name: string }>('POST', '/api/backups')
  const copy = join(dataDir, 'backups', copyName)
  const untouched = join(dataDir, '..', `khac-sau-stick-${copyName}`)
  await copyFile(copy, untouched)
  try {
    expect((await readFile(untouched)).includes(erased)).toBe(true)
    const { members } = await answered<{ members: { memberId: string; name: string }[] }>('GET', '/api/members')
    const memberId = members.find(({ name }) => name === erased)?.memberId ?? ''
    expect((await call('POST', `/api/members/${memberId}/erase`, { name: erased })).status).toBe(200)
    await expect.poll(filesThatName, { timeout: 20_000 }).toEqual([])

    // The copy as it lay on a stick, uploaded and restored.
    const content = await readFile(untouched)
    const uploaded = await answered<{ name: string }>('POST', '/api/backups/uploads', content)
    expect(await filesThatName()).toEqual([])
    const boot = await server.healthy()
    await call('POST', `/api/backups/${uploaded.name}/restore`, { password })
    await expect.poll(async () => (await server.bootId()) ?? boot, { timeout: 30_000 }).not.toBe(boot)
    expect(await memberNames()).toEqual(['Lê Văn Bình'])
    expect(await filesThatName()).toEqual([])

    // Put in place by hand while no server runs: the next start erases again.
    await server.kill()
    for (const ending of ['-wal', '-shm']) await rm(join(dataDir, `khac-sau.sqlite${ending}`), { force: true })
    await copyFile(untouched, join(dataDir, 'khac-sau.sqlite'))
    expect(await filesThatName()).toEqual(['khac-sau.sqlite'])
    server = await startServerProcess(dataDir)
    await server.healthy()
    expect(await memberNames()).toEqual(['Lê Văn Bình'])
    await expect.poll(filesThatName, { timeout: 20_000 }).toEqual([])
  } finally {
    await rm(untouched, { force: true })
  }
}, 120_000)

async function call(method: string, path: string, body?: object): Promise<Response> {
  const isFile = body instanceof Uint8Array
  const type = isFile ? 'application/octet-stream' : 'application/json'
  return fetch(`${server.url}${path}`, {
    method,
    headers: { origin: server.url, cookie, ...(body ? { 'content-type': type } : {}) },
    ...(body ? { body: isFile ? new Uint8Array(body) : JSON.stringify(body) } : {}),
  })
}

async function answered<Answer>(method: string, path: string, body?: object): Promise<Answer> {
  const response = await call(method, path, body)
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Answer
}

async function memberNames(): Promise<readonly string[]> {
  cookie = cookieOf(await call('POST', '/api/session', { login: 'bithu', password }))
  const { members } = await answered<{ members: { name: string }[] }>('GET', '/api/members')
  return members.map(({ name }) => name)
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? ''
}

async function filesThatName(): Promise<readonly string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  const named: string[] = []
  for (const entry of entries.filter((one) => one.isFile())) {
    const content = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.of())
    if (content.includes(erased)) named.push(entry.name)
  }
  return named.sort()
}
