import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { accountRepository } from '../repositories/accounts.ts'
import { sessionRepository } from '../repositories/sessions.ts'
import { openSqliteConnection } from '../sqlite-connection.ts'
import { report } from '../testing/databases.ts'
import { backUpSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { change, sampleDatabase } from './sample-database.ts'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
beforeEach(async () => {
  sample = await sampleDatabase()
})
afterEach(() => sample.discard())

test('a backup of an open database is one whole file, and says what is in it', async () => {
  const target = sample.at('copy.sqlite')
  const outcome = await backUpSqlite(sample.file, target)

  const bytes = await readFile(target)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(outcome).toEqual({ ok: true, value: { bytes: bytes.length, contests: 2, sha256 } })
  expect((await readdir(sample.folder)).filter((name) => !name.startsWith('khac-sau'))).toEqual(['copy.sqlite'])
})

test('a backup opens as a database, and its logs are those of the original', async () => {
  await backUpSqlite(sample.file, sample.at('copy.sqlite'))
  const copy = await openDatabase(sample.at('copy.sqlite'), { report })
  try {
    for (const contestId of sample.contestIds) {
      const original = await sample.database.contestLog.read(contestId)
      expect(original.lastSeq).toBe(301)
      expect(await copy.contestLog.read(contestId)).toEqual(original)
    }
  } finally {
    await copy.close()
  }
})

test('[P4] a backup holds nobody’s session, nor by which browser it was begun', async () => {
  const { store } = sample.database
  const account = { id: 'owner', login: 'bithu', displayName: 'Bí thư', role: 'owner' as const, passwordHash: 'hash' }
  await accountRepository(store).create(sample.cellId, { ...account, createdAtMs: 1 })
  const times = { createdAtMs: 1, lastUsedAtMs: 1, expiresAtMs: 9_000 }
  const session = { tokenHash: 'token-hash-of-a-session', accountId: 'owner', userAgent: 'trinh-duyet-mau', ...times }
  await sessionRepository(store).create(sample.cellId, session)
  await backUpSqlite(sample.file, sample.at('copy.sqlite'))

  const bytes = await readFile(sample.at('copy.sqlite'))
  expect(bytes.includes('bithu')).toBe(true)
  expect(bytes.includes(session.tokenHash) || bytes.includes(session.userAgent)).toBe(false)
  expect(await sessionRepository(store).byTokenHash(session.tokenHash, 0)).toMatchObject({
    userAgent: 'trinh-duyet-mau',
  })
})

test('what another connection has not committed is not in the backup', async () => {
  const writer = openSqliteConnection(sample.file, 0)
  try {
    writer.exec(`begin immediate; delete from contest_log; delete from contest_content; delete from contest`)
    expect(await backUpSqlite(sample.file, sample.at('before.sqlite'))).toMatchObject({ value: { contests: 2 } })
    writer.exec('commit')
    expect(await backUpSqlite(sample.file, sample.at('after.sqlite'))).toMatchObject({ value: { contests: 0 } })
  } finally {
    writer.close()
  }
})

test('a file that is there is never overwritten', async () => {
  await writeFile(sample.at('copy.sqlite'), 'somebody else’s')

  expect(await backUpSqlite(sample.file, sample.at('copy.sqlite'))).toEqual({ ok: false, refusal: 'target-exists' })
  expect(await readFile(sample.at('copy.sqlite'), 'utf8')).toBe('somebody else’s')
})

test('a file that appears while the copy is made is not overwritten either', async () => {
  const target = sample.at('copy.sqlite')
  const written: Promise<void>[] = []
  const outcome = await backUpSqlite(sample.file, target, (step) => {
    if (step === 'checking') written.push(writeFile(target, 'somebody else’s'))
  })

  expect(written).toHaveLength(1)
  expect(outcome).toEqual({ ok: false, refusal: 'target-exists' })
  expect(await readFile(target, 'utf8')).toBe('somebody else’s')
  expect((await readdir(sample.folder)).filter((name) => name.includes('partial'))).toEqual([])
})

test('no data, or no folder to write to: refused, and neither is made', async () => {
  const before = await readdir(sample.folder)

  expect(await backUpSqlite(sample.at('none.sqlite'), sample.at('copy.sqlite'))).toMatchObject({
    refusal: 'no-database',
  })
  expect(await backUpSqlite(sample.file, sample.at('stick/copy.sqlite'))).toMatchObject({ refusal: 'no-folder' })
  expect(await readdir(sample.folder)).toEqual(before)
})

test('a damaged database is not backed up, and nothing is left behind', async () => {
  const [contestId] = sample.contestIds
  change(sample.file, `update contest_log set at_ms = at_ms + 1 where contest_id = '${contestId}' and seq = 7`)

  expect(await backUpSqlite(sample.file, sample.at('copy.sqlite'))).toEqual({
    ok: false,
    refusal: 'damaged',
    damage: { kind: 'chain', contestId, seq: 7 },
  })
  expect((await readdir(sample.folder)).filter((name) => !name.startsWith('khac-sau'))).toEqual([])
})

test('a database that was not closed, its last commits still in the WAL, is backed up with them', async () => {
  const [contestId] = sample.contestIds
  const crashed = await crashedCopy(sample.file, sample.at('crashed.sqlite'))
  expect(await backUpSqlite(crashed, sample.at('copy.sqlite'))).toMatchObject({ ok: true })

  const copy = new SqliteDatabase(sample.at('copy.sqlite'), { readonly: true })
  const rows = copy.prepare('select count(*) from contest_log where contest_id = ?').pluck().get(contestId)
  copy.close()
  expect(rows).toBe(301)
  expect(await checkSqliteBackup(sample.at('copy.sqlite'))).toEqual({ ok: true, contests: 2 })
})

/** The files of a process that was killed: the sample is never checkpointed, so its rows are in the WAL alone. */
async function crashedCopy(file: string, to: string): Promise<string> {
  await writeFile(to, await readFile(file))
  await writeFile(`${to}-wal`, await readFile(`${file}-wal`))
  return to
}
