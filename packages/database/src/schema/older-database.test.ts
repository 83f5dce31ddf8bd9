import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { checkSqliteBackup } from '../backup/check-sqlite-backup.ts'
import { migrationsFolder } from '../migrations-folder.ts'
import { accountRepository } from '../repositories/accounts.ts'
import { memberRepository } from '../repositories/members.ts'
import { openSqliteStore } from '../sqlite-store.ts'
import { temporaryFile } from '../testing/databases.ts'

test('the account of before there were roles is the owner of its cell', async () => {
  const { file, discard } = await temporaryFile()
  await writeOldest(file)

  const store = await openSqliteStore(file)
  expect(await accountRepository(store).list('cell')).toMatchObject([
    { id: 'bi-thu', role: 'owner', removedAtMs: null },
  ])
  await store.close()
  await discard()
})

test('[A9] data of before there was extra time are whole, and nobody in them has any', async () => {
  const { file, discard } = await temporaryFile()
  await writeOldest(file)
  expect(await checkSqliteBackup(file)).toEqual({ ok: true, contests: 0 })

  const store = await openSqliteStore(file)
  expect(await memberRepository(store).list('cell')).toMatchObject([{ id: 'an', ranked: true, timePercent: 100 }])
  await store.close()
  await discard()
})

/** As the first version of this program left it. */
async function writeOldest(file: string): Promise<void> {
  const oldest = join(dirname(file), 'migrations')
  await cp(migrationsFolder('sqlite'), oldest, { recursive: true })
  const journalFile = join(oldest, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(journalFile, 'utf8'))
  await writeFile(journalFile, JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  const client = new SqliteDatabase(file)
  migrate(drizzle({ client }), { migrationsFolder: oldest })
  client.exec("insert into cell (id, name, board_key, created_at_ms) values ('cell', 'Chi bộ', 'key', 1)")
  client.exec(
    "insert into member (id, cell_id, name, ranked, active, from_month, created_at_ms) values ('an', 'cell', 'An', 1, 1, '2026-01', 1)",
  )
  client.exec(
    "insert into account (id, cell_id, login, display_name, password_hash, created_at_ms) values ('bi-thu', 'cell', 'bithu', 'A', 'hash', 1)",
  )
  client.close()
  await rm(oldest, { recursive: true })
}
