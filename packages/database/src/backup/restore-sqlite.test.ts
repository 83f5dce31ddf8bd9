import { link, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { accountRepository } from '../repositories/accounts.ts'
import { invitationRepository } from '../repositories/invitations.ts'
import { recoveryRepository } from '../repositories/recoveries.ts'
import { remoteRepository } from '../repositories/remotes.ts'
import { sessionRepository } from '../repositories/sessions.ts'
import { report } from '../testing/databases.ts'
import { backUpSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { restoreSqlite, restoreStagedSqlite, stageSqlite } from './restore-sqlite.ts'
import { addPlayedContest, change, sampleDatabase } from './sample-database.ts'

const nowMillis = Date.UTC(2026, 10, 22, 5)
const keptName = 'khac-sau.before-restore-2026-11-22T05-00-00-000Z.sqlite'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
let backup: string
/** A backup of two contests, and then a third in the data. */
beforeEach(async () => {
  sample = await sampleDatabase()
  backup = sample.at('backup.sqlite')
  await backUpSqlite(sample.file, backup)
  await addPlayedContest(sample.database, sample.cellId)
})
afterEach(() => sample.discard())

test('the backup is in place, and what was there before is kept whole under another name', async () => {
  await sample.database.close()
  const outcome = await restoreSqlite(backup, sample.file, { nowMillis })

  expect(outcome).toEqual({ ok: true, value: { contests: 2, keptAs: sample.at(keptName) } })
  expect(await checkSqliteBackup(sample.file)).toEqual({ ok: true, contests: 2 })
  expect(await checkSqliteBackup(sample.at(keptName))).toEqual({ ok: true, contests: 3 })
  expect(await readdir(sample.folder)).toEqual(['backup.sqlite', keptName, 'khac-sau.sqlite'])
})

test('a restored database opens and goes on where the backup was', async () => {
  const [contestId] = sample.contestIds
  await sample.database.close()
  await restoreSqlite(backup, sample.file, { nowMillis })

  const restored = await openDatabase(sample.file, { report })
  try {
    const appended = await restored.contestLog.append(contestId, 301, [{ type: 'finished', at: 99_000 }])
    expect(appended).toMatchObject({ outcome: 'stored', lastSeq: 302 })
    expect(await restored.contestLog.verify(contestId)).toMatchObject({ ok: true })
  } finally {
    await restored.close()
  }
})

test('nobody is signed in by a restored backup, and no link of then is good again', async () => {
  const { store } = sample.database
  const cellId = sample.cellId
  const account = {
    id: 'owner',
    login: 'bithu',
    displayName: 'Bí thư',
    role: 'owner' as const,
    passwordHash: 'hash',
    createdAtMs: 1,
  }
  await accountRepository(store).create(cellId, account)
  const until = { accountId: 'owner', createdAtMs: 1, expiresAtMs: 9e12 }
  await sessionRepository(store).create(cellId, { ...until, tokenHash: 'token', userAgent: '', lastUsedAtMs: 1 })
  await recoveryRepository(store).create(cellId, { ...until, secretHash: 'secret' })
  const invited = { id: 'invited', role: 'owner' as const, secretHash: 'invited', invitedBy: 'owner' }
  await invitationRepository(store).create(cellId, { ...invited, createdAtMs: 1, expiresAtMs: 9e12 })
  const [contestId] = sample.contestIds
  await remoteRepository(store).pair(cellId, { contestId, accountId: 'owner', tokenHash: 'remote', createdAtMs: 1 })
  const [byCommand, byButton] = [sample.at('by-command.sqlite'), sample.at('by-button.sqlite')]
  const staged = sample.at('staged.sqlite')
  // As copies were before they held no sign-ins, and as one made by hand is.
  change(sample.file, `vacuum into '${sample.at('signed-in.sqlite')}'`)
  expect(waysIn(sample.at('signed-in.sqlite'))).toEqual([1, 1, 1, 1])

  await restoreSqlite(sample.at('signed-in.sqlite'), byCommand, { nowMillis })
  await stageSqlite(sample.at('signed-in.sqlite'), staged)
  await restoreStagedSqlite(staged, byButton, { nowMillis })

  for (const restored of [byCommand, byButton]) {
    expect(waysIn(restored)).toEqual([0, 0, 0, 0])
    expect(await checkSqliteBackup(restored)).toMatchObject({ ok: true })
  }
  expect(waysIn(sample.at('signed-in.sqlite'))).toEqual([1, 1, 1, 1])

  // Nor by what was replaced, which is kept.
  await sample.database.close()
  await restoreSqlite(backup, sample.file, { nowMillis })
  expect(waysIn(sample.at(keptName))).toEqual([0, 0, 0, 0])
})

function waysIn(file: string): readonly unknown[] {
  const client = new SqliteDatabase(file, { readonly: true })
  const tables = ['account_session', 'account_recovery', 'contest_remote', 'invitation']
  const counts = tables.map((table) => client.prepare(`select count(*) from ${table}`).pluck().get())
  client.close()
  return counts
}

test('what was replaced can be restored in turn', async () => {
  await sample.database.close()
  await restoreSqlite(backup, sample.file, { nowMillis })

  expect(await restoreSqlite(sample.at(keptName), sample.file, { nowMillis })).toMatchObject({ value: { contests: 3 } })
})

test('commits that a killed server left in its WAL are in the file that is kept', async () => {
  const killed = sample.at('killed.sqlite')
  await writeFile(killed, await readFile(sample.file))
  await writeFile(`${killed}-wal`, await readFile(`${sample.file}-wal`))
  await writeFile(`${killed}-shm`, '')
  const outcome = await restoreSqlite(backup, killed, { nowMillis })

  const keptAs = outcome.ok ? outcome.value.keptAs : undefined
  expect(await checkSqliteBackup(keptAs ?? '')).toEqual({ ok: true, contests: 3 })
  expect(await checkSqliteBackup(killed)).toEqual({ ok: true, contests: 2 })
  expect((await readdir(sample.folder)).filter((name) => /^killed.*-(wal|shm|journal)$/.test(name))).toEqual([])
})

test('a data file that was copied by hand with its WAL is a backup too, and stays as it was', async () => {
  const byHand = sample.at('by-hand.sqlite')
  const [main, wal] = [await readFile(sample.file), await readFile(`${sample.file}-wal`)]
  await writeFile(byHand, main)
  await writeFile(`${byHand}-wal`, wal)
  await sample.database.close()

  expect(await restoreSqlite(byHand, sample.file, { nowMillis })).toMatchObject({ value: { contests: 3 } })
  expect(await readFile(byHand)).toEqual(main)
  expect(await readFile(`${byHand}-wal`)).toEqual(wal)
})

test('while anybody has the data open nothing is touched', async () => {
  const before = await folderContents()
  expect(await restoreSqlite(backup, sample.file, { nowMillis })).toEqual({ ok: false, refusal: 'in-use' })

  expect(await folderContents()).toEqual(before)
  const [contestId] = sample.contestIds
  const appended = await sample.database.contestLog.append(contestId, 301, [{ type: 'finished', at: 99_000 }])
  expect(appended).toMatchObject({ outcome: 'stored' })
})

test('a damaged backup is refused and nothing is touched', async () => {
  await sample.database.close()
  change(backup, 'delete from contest_log where seq = 100')
  const before = await folderContents()

  expect(await restoreSqlite(backup, sample.file, { nowMillis })).toMatchObject({
    refusal: 'damaged',
    damage: { kind: 'chain', seq: 100 },
  })
  expect(await restoreSqlite(sample.at('none'), sample.file, { nowMillis })).toMatchObject({
    damage: { kind: 'missing' },
  })
  await writeFile(sample.at('empty'), '')
  expect(await restoreSqlite(sample.at('empty'), sample.file, { nowMillis })).toMatchObject({
    damage: { kind: 'not-a-database' },
  })
  await rm(sample.at('empty'))
  expect(await restoreSqlite(sample.folder, sample.file, { nowMillis })).toMatchObject({
    damage: { kind: 'not-a-database' },
  })
  expect(await folderContents()).toEqual(before)
})

test('a data file that SQLite cannot open any more is kept as it is, with its WAL, and replaced', async () => {
  await sample.database.close()
  await writeFile(sample.file, 'x'.repeat(5_000))
  await writeFile(`${sample.file}-wal`, 'the last commits')

  expect(await restoreSqlite(backup, sample.file, { nowMillis })).toMatchObject({ value: { contests: 2 } })
  expect(await readFile(sample.at(keptName), 'utf8')).toBe('x'.repeat(5_000))
  expect(await readFile(`${sample.at(keptName)}-wal`, 'utf8')).toBe('the last commits')
  expect(await readdir(sample.folder)).not.toContain('khac-sau.sqlite-wal')
  expect(await checkSqliteBackup(sample.file)).toEqual({ ok: true, contests: 2 })
})

test('on a new machine there is nothing to keep', async () => {
  const fresh = sample.at('new/data/khac-sau.sqlite')

  expect(await restoreSqlite(backup, fresh, { nowMillis })).toEqual({
    ok: true,
    value: { contests: 2, keptAs: undefined },
  })
  expect(await readdir(sample.at('new/data'))).toEqual(['khac-sau.sqlite'])
})

test('what was staged waits whole under its name, and putting it in place takes it away from there', async () => {
  const staged = sample.at('staged.sqlite')
  expect(await stageSqlite(backup, staged)).toEqual({ ok: true, value: { contests: 2 } })
  expect(await checkSqliteBackup(staged)).toEqual({ ok: true, contests: 2 })
  await sample.database.close()

  expect(await restoreStagedSqlite(staged, sample.file, { nowMillis })).toEqual({
    ok: true,
    value: { contests: 2, keptAs: sample.at(keptName) },
  })
  expect(await readdir(sample.folder)).toEqual(['backup.sqlite', keptName, 'khac-sau.sqlite'])
  expect(await restoreStagedSqlite(staged, sample.file, { nowMillis })).toMatchObject({ damage: { kind: 'missing' } })
})

test('what is damaged is not staged, and what was staged before stays', async () => {
  const staged = sample.at('staged.sqlite')
  await stageSqlite(backup, staged)
  change(backup, 'delete from contest_log where seq = 100')
  const before = await folderContents()

  expect(await stageSqlite(backup, staged)).toMatchObject({ refusal: 'damaged', damage: { kind: 'chain' } })
  expect(await folderContents()).toEqual(before)
})

test('a staged copy that was damaged while it waited is refused, and the data stay', async () => {
  const staged = sample.at('staged.sqlite')
  await stageSqlite(backup, staged)
  await sample.database.close()
  change(staged, 'delete from contest_log where seq = 100')

  expect(await restoreStagedSqlite(staged, sample.file, { nowMillis })).toMatchObject({ refusal: 'damaged' })
  expect(await checkSqliteBackup(sample.file)).toEqual({ ok: true, contests: 3 })
})

test('killed after the old data got their second name, the next try keeps them once', async () => {
  const staged = sample.at('staged.sqlite')
  await stageSqlite(backup, staged)
  await sample.database.close()
  const given = 'khac-sau.before-restore-2026-11-22T04-59-59-000Z.sqlite'
  await link(sample.file, sample.at(given))

  expect(await restoreStagedSqlite(staged, sample.file, { nowMillis })).toMatchObject({
    value: { contests: 2, keptAs: sample.at(given) },
  })
  expect(await readdir(sample.folder)).toEqual(['backup.sqlite', given, 'khac-sau.sqlite'])
})

test('killed when the WAL alone had its second name, the next try leaves none of it behind', async () => {
  const staged = sample.at('staged.sqlite')
  await stageSqlite(backup, staged)
  await sample.database.close()
  const given = 'khac-sau.before-restore-2026-11-22T04-59-59-000Z.sqlite'
  await writeFile(sample.at(`${given}-wal`), 'commits that were folded in since')

  expect(await restoreStagedSqlite(staged, sample.file, { nowMillis })).toMatchObject({
    value: { contests: 2, keptAs: sample.at(given) },
  })
  expect(await readdir(sample.folder)).toEqual(['backup.sqlite', given, 'khac-sau.sqlite'])
})

async function folderContents(): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(sample.folder)).filter((name) => !name.endsWith('-shm'))
  const contents = await Promise.all(
    names.map(async (name) => [name, (await readFile(sample.at(name))).toString('base64')] as const),
  )
  return new Map(contents)
}
