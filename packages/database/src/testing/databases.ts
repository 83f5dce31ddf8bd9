import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe } from 'vitest'
import { newId } from '../id.ts'
import { openPostgresStore } from '../postgres-store.ts'
import { openSqliteStore } from '../sqlite-store.ts'
import type { Store } from '../store.ts'
import { postgresServer } from './postgres-server.ts'

type Engine = 'SQLite' | 'PostgreSQL'

/** `KHAC_SAU_POSTGRES=0` leaves PostgreSQL out, for a quick run. */
export const engines: readonly Engine[] =
  process.env['KHAC_SAU_POSTGRES'] === '0' ? ['SQLite'] : ['SQLite', 'PostgreSQL']

/** No test loses a connection; one that does is to fail. */
export function report(error: Error): never {
  throw error
}

/** Starting a server takes a second, on a busy machine many. */
export const patienceMillis = 60_000

/** Runs a contract suite on a fresh database of either engine. `store()` may be called in tests and hooks. */
export function onEveryDatabase(suite: (store: () => Store) => void): void {
  describe.each(engines)('on %s', (engine) => {
    let opened: Opened
    beforeAll(async () => {
      opened = await open[engine]()
    }, patienceMillis)
    afterAll(() => opened.discard(), patienceMillis)

    suite(() => opened.store)
  })
}

/** A SQLite file in a folder of its own, which `discard` removes. */
export async function temporaryFile(): Promise<{ readonly file: string; readonly discard: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'khac-sau-sqlite-'))
  return { file: join(folder, 'test.db'), discard: () => rm(folder, { recursive: true, force: true }) }
}

/** A new, empty database in the server of this run. */
export async function temporaryPostgres(): Promise<{ readonly url: string; readonly discard: () => Promise<void> }> {
  const server = await postgresServer()
  const name = `test_${newId()}`
  await command(server, `create database ${name}`)
  return { url: `${server}/${name}`, discard: () => command(server, `drop database ${name} with (force)`) }
}

type Opened = { readonly store: Store; readonly discard: () => Promise<void> }

const open: Record<Engine, () => Promise<Opened>> = {
  async SQLite() {
    const { file, discard } = await temporaryFile()
    return closing(await openSqliteStore(file), discard)
  },
  async PostgreSQL() {
    const { url, discard } = await temporaryPostgres()
    return closing(await openPostgresStore(url, { report }), discard)
  },
}

function closing(store: Store, discard: () => Promise<void>): Opened {
  return {
    store,
    async discard() {
      await store.close()
      await discard()
    },
  }
}

async function command(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
