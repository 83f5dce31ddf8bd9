import { setTimeout as sleep } from 'node:timers/promises'
import { getTableName } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool, type PoolClient } from 'pg'
import { migrationsFolder } from './migrations-folder.ts'
import { postgresKit } from './schema/kit.ts'
import { tables } from './schema/tables.ts'
import { errorCode, isUniqueViolation } from './statement-error.ts'
import type { Store, StoreOptions, TransactionBody, Writer } from './store.ts'

/** serialization_failure and deadlock_detected: nothing was written, and the same body may succeed now. */
const serializationFailures: ReadonlySet<string | undefined> = new Set(['40001', '40P01'])
const retries = 10
/** Of two transactions that insert the same key, the loser may hear of the key first: a new look then shows why. */
const uniqueRetries = 3
/** Any constant, the same in every process: of several starting at once, one migrates. */
const migrationLock = 7_203_115

export class PostgresNotDurableError extends Error {
  override readonly name = 'PostgresNotDurableError'
}

export async function openPostgresStore(url: string, options: StoreOptions): Promise<Store> {
  const pool = new Pool({ connectionString: url, max: 10 })
  pool.on('error', options.report)
  const closed = whenClosed(pool)
  try {
    await prepareDatabase(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const database = drizzle({ client: pool })
  return {
    dialect: 'postgres',
    tables: tables(postgresKit),
    read: database,
    write: async (statement) => statement(database),
    atomically: (body) =>
      retrying(() => database.transaction((writer) => drive(body, writer), { isolationLevel: 'serializable' })),
    checkpoint: () => Promise.resolve(),
    async vacuum() {
      // With new samples of what is in the columns in the place of those that were taken before.
      for (const table of Object.values(tables(postgresKit))) {
        await pool.query(`vacuum (full, analyze) ${getTableName(table)}`)
      }
      // The samples of before are rows that were written over, too.
      await pool.query('vacuum full pg_statistic')
    },
    close: () => pool.end().then(closed),
  }
}

/** The pool forgets its connections before they are closed; whoever stops the server next must wait for them. */
function whenClosed(pool: Pool): () => Promise<void> {
  const open = new Set<Promise<void>>()
  pool.on('connect', (client) => {
    const ended = new Promise<void>((resolve) => client.once('end', resolve)).finally(() => open.delete(ended))
    open.add(ended)
  })
  return async () => {
    await Promise.all(open)
  }
}

async function prepareDatabase(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await assertDurable(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await migrate(drizzle({ client }), { migrationsFolder: migrationsFolder('postgres') })
    await client.query('select pg_advisory_unlock($1)', [migrationLock])
    client.release()
  } catch (error) {
    client.release(true) // the connection goes, and the lock with it
    throw error
  }
}

/** A commit that PostgreSQL confirms must be on disk: "saved" is shown on the strength of it (A4). */
async function assertDurable(client: PoolClient): Promise<void> {
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    const { rows } = await client.query<{ value: string }>('select current_setting($1) as value', [setting])
    if (rows[0]?.value === 'off') throw new PostgresNotDurableError(`${setting} is off`)
  }
}

async function drive<T>(body: TransactionBody<T>, writer: Writer): Promise<T> {
  const steps = body(writer)
  let step = steps.next()
  while (!step.done) step = steps.next(await step.value)
  return step.value
}

async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (retry >= (isUniqueViolation(error) ? uniqueRetries : retries) || !isWorthRetrying(error)) throw error
      await sleep(Math.random() * 10 * 2 ** Math.min(retry, 5))
    }
  }
}

function isWorthRetrying(error: unknown): boolean {
  return isUniqueViolation(error) || serializationFailures.has(errorCode(error))
}
