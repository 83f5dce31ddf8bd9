import { spawn } from 'node:child_process'
import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { accountRepository, administratorRepository, newId, openDatabase } from '@khac-sau/database'
import { expect, test } from 'vitest'
import { passwordHashing } from '../accounts/passwords.ts'
import { databaseFile } from '../environment.ts'
import { addAdministrator } from '../testing/add-administrator.ts'
import { startServerProcess } from '../testing/server-process.ts'
import { settleContest } from '../testing/settle-contest.ts'
import { openTemporaryDatabase } from '../testing/temporary-database.ts'
import { openTestServer, type TestServer } from '../testing/test-server.ts'
import { verifyContests } from '../verify/verify-contests.ts'

const owner = { login: 'bithu', password: 'mat-khau-dai' }
const gone = { cell: 'Chi bộ Trạm Bơm Sông Trăng', member: 'Nguyễn Thị Sẽ Bị Xóa' }
const stays = { cell: 'Chi bộ Hoa Sen', member: 'Trần Văn Ở Lại' }

test('a cell that was erased does not come back, neither by the button nor by the command', async () => {
  const temporary = await openTemporaryDatabase()
  const stick = join(await mkdtemp(join(tmpdir(), 'khac-sau-stick-')), 'older.sqlite')
  const { dataDir } = temporary
  try {
    const server = await openTestServer({}, temporary)
    const leftCell = await eraseBesideAnother(server, stick)
    await server.close()
    const before = await lookInto(dataDir)
    expect(before).toMatchObject({ cellIds: [leftCell], verdicts: [{ ok: true }] })
    await temporary.database.close()
    expect(await filesHolding([stick], gone)).toEqual([stick])

    await restoreByButton(dataDir, stick)
    expect(await lookInto(dataDir)).toEqual(before)
    expect(await filesHolding(await filesIn(dataDir), gone)).toEqual([])

    expect(await restoreByCommand(dataDir, stick)).toBe(0)
    expect(await lookInto(dataDir)).toEqual(before)
    expect(await filesHolding(await filesIn(dataDir), gone)).toEqual([])
    // What is looked for can be found: in the data, in the copy that was uploaded, and in what each restore replaced.
    expect(await filesHolding(await filesIn(dataDir), stays)).toHaveLength(4)
  } finally {
    await temporary.discard().catch(() => rm(dataDir, { recursive: true, force: true }))
    await rm(join(stick, '..'), { recursive: true, force: true })
  }
}, 120_000)

/** Two cells with a contest each, copied; then one is closed and erased, and whoever administered goes. Says which stays. */
async function eraseBesideAnother(server: TestServer, copy: string): Promise<string> {
  const { database, temporary } = server
  const { store } = database
  const administrator = await addAdministrator(server)
  const cells = []
  for (const names of [gone, stays]) {
    const cell = await server.addCell(names.cell)
    const memberId = await cell.addMember({ name: names.member })
    await settleContest(database, cell, {
      month: '2026-10',
      roster: [{ memberId, ranked: true, timePercent: 100 }],
      players: [{ memberId, knowledge: 1, paceMillis: 3_000 }],
    })
    cells.push(cell)
  }
  const [erased, left] = cells
  if (!erased || !left) throw new Error('no cells')
  await accountRepository(store).create(left.id, {
    id: newId(),
    login: owner.login,
    displayName: 'Bí thư',
    role: 'owner',
    passwordHash: await passwordHashing().hash(owner.password),
    createdAtMs: 1,
  })
  await store.checkpoint()
  await copyFile(databaseFile(temporary), copy)

  const url = `/api/administration/cells/${erased.id}`
  const { cookie, password, login } = administrator
  expect((await server.ask('POST', `${url}/closing`, { cookie })).status).toBe(200)
  expect((await server.ask('DELETE', url, { cookie, body: { name: gone.cell, password } })).status).toBe(200)
  await server.erasures.idle()
  // From here on it is one cell's installation, whose owner may restore by the button.
  await administratorRepository(store).remove(login, server.clock.at)
  return left.id
}

async function lookInto(dataDir: string) {
  const database = await openDatabase(databaseFile({ dataDir }), { report: unexpected })
  try {
    const { read, tables } = database.store
    const cells = await read.select().from(tables.cell)
    const verdicts = await verifyContests({ database, moment: () => Promise.resolve() })
    return { cellIds: cells.map(({ id }) => id), verdicts }
  } finally {
    await database.close()
  }
}

/** `npm run restore -- <file>`; says its exit code. */
function restoreByCommand(dataDir: string, file: string): Promise<number | null> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
  const entry = fileURLToPath(new URL('restore.ts', import.meta.url))
  const env = { ...process.env, DATA_DIR: dataDir }
  const child = spawn(process.execPath, ['--import', tsx, entry, file], { env, stdio: 'ignore' })
  return new Promise((resolve) => child.once('close', resolve))
}

/** The copy is uploaded, as from a stick, and restored; the server comes back with it by itself. */
async function restoreByButton(dataDir: string, file: string): Promise<void> {
  const server = await startServerProcess(dataDir)
  try {
    const before = await server.healthy()
    const signedIn = await call('POST', '/api/session', JSON.stringify(owner))
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const uploaded = await call('POST', '/api/backups/uploads', await readFile(file), cookie)
    const { name } = (await uploaded.json()) as { readonly name: string }
    const order = JSON.stringify({ password: owner.password })
    expect((await call('POST', `/api/backups/${name}/restore`, order, cookie)).status).toBe(202)
    await expect.poll(async () => (await server.bootId()) ?? before, { timeout: 30_000 }).not.toBe(before)
  } finally {
    await server.kill()
  }

  function call(method: string, path: string, body: string | Buffer, cookie = '') {
    const type = typeof body === 'string' ? 'application/json' : 'application/octet-stream'
    const headers = { origin: server.url, cookie, 'content-type': type }
    return fetch(`${server.url}${path}`, {
      method,
      headers,
      body: typeof body === 'string' ? body : new Uint8Array(body),
    })
  }
}

async function filesIn(dataDir: string): Promise<readonly string[]> {
  const entries = await readdir(dataDir, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function filesHolding(files: readonly string[], names: typeof gone): Promise<readonly string[]> {
  const holding = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file)
      return Object.values(names).some((name) => bytes.includes(name)) ? [file] : []
    }),
  )
  return holding.flat()
}

function unexpected(error: Error): never {
  throw error
}
