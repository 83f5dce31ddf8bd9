import { stat } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { asc, eq } from 'drizzle-orm'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { verifyChain } from '../contest-log/hash-chain.ts'
import { migrationsFolder } from '../migrations-folder.ts'
import { sqliteKit } from '../schema/kit.ts'
import { tables } from '../schema/tables.ts'
import { sha256 } from '../secret.ts'
import { executeNow, type SqliteClient, sqliteWriter } from '../sqlite-connection.ts'
import { errorCode, errorMessage } from '../statement-error.ts'

export type SqliteDamage =
  | { readonly kind: 'missing' }
  | { readonly kind: 'not-a-database' }
  | { readonly kind: 'another-application' }
  /** A later version of this program wrote it. */
  | { readonly kind: 'newer-migration' }
  | { readonly kind: 'integrity'; readonly message: string }
  /** `seq` is the first row that is missing or is not what was written. */
  | { readonly kind: 'chain'; readonly contestId: string; readonly seq: number }
  /** The questions of a contest are not those that were frozen. */
  | { readonly kind: 'content'; readonly contestId: string }

export type BackupCheck =
  | { readonly ok: true; readonly contests: number }
  | { readonly ok: false; readonly damage: SqliteDamage }

const smallestDatabaseBytes = 512

/**
 * Reads the whole file and holds up its thread meanwhile. Changes nothing, but a file in WAL mode gets an empty `-wal`
 * beside it; a backup made here is in no such mode.
 */
export async function checkSqliteBackup(file: string): Promise<BackupCheck> {
  const status = await stat(file).catch(() => undefined)
  if (status === undefined) return { ok: false, damage: { kind: 'missing' } }
  // SQLite takes an empty file for an empty database.
  if (!status.isFile() || status.size < smallestDatabaseBytes) return { ok: false, damage: { kind: 'not-a-database' } }
  try {
    return checkOpened(new SqliteDatabase(file, { readonly: true, fileMustExist: true }))
  } catch (error) {
    const damage = damageOf(error)
    if (damage === undefined) throw error
    return { ok: false, damage }
  }
}

/** What an error of SQLite says about the file it came from; nothing, if it is about something else. */
export function damageOf(error: unknown): SqliteDamage | undefined {
  const code = errorCode(error) ?? ''
  if (code === 'SQLITE_NOTADB') return { kind: 'not-a-database' }
  // An unreadable schema or a table that is gone is a plain SQLITE_ERROR.
  if (/^SQLITE_(CORRUPT|IOERR_(SHORT_)?READ|ERROR|FORMAT)/.test(code)) {
    return { kind: 'integrity', message: errorMessage(error) }
  }
  return undefined
}

function checkOpened(client: SqliteClient): BackupCheck {
  try {
    const damage =
      levelDamage(client) ??
      integrityDamage(client) ??
      foreignKeyDamage(client) ??
      logDamage(client) ??
      contentDamage(client)
    if (damage !== undefined) return { ok: false, damage }
    return { ok: true, contests: Number(client.prepare('select count(*) from contest').pluck().get()) }
  } finally {
    client.close()
  }
}

/** An older level is fine: opening it migrates it. Told by their times, as drizzle does: line ends change the hashes. */
function levelDamage(client: SqliteClient): SqliteDamage | undefined {
  const named = "select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'"
  if (client.prepare(named).get() === undefined) return { kind: 'another-application' }
  const applied = client.prepare('select created_at from __drizzle_migrations order by created_at').pluck().all()
  const known = readMigrationFiles({ migrationsFolder: migrationsFolder('sqlite') }).map(
    ({ folderMillis }) => folderMillis,
  )
  const shared = Math.min(applied.length, known.length)
  const ours = shared > 0 && known.slice(0, shared).every((at, index) => at === Number(applied[index]))
  if (!ours) return { kind: 'another-application' }
  return applied.length > known.length ? { kind: 'newer-migration' } : undefined
}

function integrityDamage(client: SqliteClient): SqliteDamage | undefined {
  const verdict = String(client.pragma('integrity_check(1)', { simple: true }))
  return verdict === 'ok' ? undefined : { kind: 'integrity', message: verdict.split('\n').pop() ?? verdict }
}

function foreignKeyDamage(client: SqliteClient): SqliteDamage | undefined {
  const orphan = client.prepare<[], { table: string; rowid: number }>('pragma foreign_key_check').get()
  return orphan && { kind: 'integrity', message: `row ${orphan.rowid} of ${orphan.table} points at nothing` }
}

/** A chain cannot miss rows cut off its end; the results made from it tell how far it went. */
function logDamage(client: SqliteClient): SqliteDamage | undefined {
  const writer = sqliteWriter(client)
  const { contestLog } = tables(sqliteKit)
  const contests = client.prepare<[], { id: string; through: number }>(
    `select id, max(coalesce((select max(through_seq) from result where contest_id = contest.id), 0),
      coalesce((select max(through_seq) from award where contest_id = contest.id), 0)) as through from contest`,
  )
  for (const { id, through } of contests.all()) {
    const log = writer.select().from(contestLog).where(eq(contestLog.contestId, id)).orderBy(asc(contestLog.seq))
    const rows = executeNow(log)
    const verdict = verifyChain(id, rows)
    if (!verdict.ok) return { kind: 'chain', contestId: id, seq: verdict.seq }
    if (rows.length < through) return { kind: 'chain', contestId: id, seq: rows.length + 1 }
  }
  return undefined
}

function contentDamage(client: SqliteClient): SqliteDamage | undefined {
  const contents = client.prepare<[], { contestId: string; body: string; hash: string }>(
    'select contest_id as contestId, body, hash from contest_content',
  )
  for (const { contestId, body, hash } of contents.iterate()) {
    if (sha256(body) !== hash) return { kind: 'content', contestId }
  }
  return undefined
}
