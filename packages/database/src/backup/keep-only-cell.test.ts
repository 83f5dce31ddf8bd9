import { readFile } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { newId } from '../id.ts'
import { accountRepository } from '../repositories/accounts.ts'
import { administrationRepository } from '../repositories/administration.ts'
import { administratorRepository } from '../repositories/administrators.ts'
import { auditRepository } from '../repositories/audit.ts'
import { memberRepository } from '../repositories/members.ts'
import { sessionRepository } from '../repositories/sessions.ts'
import { report } from '../testing/databases.ts'
import { addCell, addMember } from '../testing/sample-rows.ts'
import { backUpCellSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { UnknownTableError } from './rows-of-cells.ts'
import { addPlayedContest, change, sampleDatabase } from './sample-database.ts'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
let other: string
beforeEach(async () => {
  sample = await sampleDatabase()
  const { store } = sample.database
  other = await addCell(store)
  await addPlayedContest(sample.database, other)
  for (const cellId of [sample.cellId, other]) {
    await addMember(store, cellId, { name: `Đảng viên của ${cellId}` })
    await auditRepository(store).append(cellId, { atMs: 1, actorId: null, action: 'cell-made' })
    const account = {
      id: newId(),
      login: newId(),
      displayName: 'A',
      role: 'owner' as const,
      passwordHash: 'h',
      createdAtMs: 1,
    }
    await accountRepository(store).create(cellId, account)
    const times = { createdAtMs: 1, lastUsedAtMs: 1, expiresAtMs: 9e12 }
    await sessionRepository(store).create(cellId, {
      tokenHash: newId(),
      accountId: account.id,
      userAgent: '',
      ...times,
    })
  }
  const administrator = { administratorId: newId(), login: 'quantri', secretHash: newId() }
  await administratorRepository(store).makeLink({ ...administrator, createdAtMs: 1, expiresAtMs: 9e12 })
  await administrationRepository(store).note({ atMs: 1, administratorId: null, action: 'quotas-set' })
  await administrationRepository(store).setQuotas({ mostCells: 3, mostMembers: 7, mostContests: null })
})
afterEach(() => sample.discard())

test('a copy of one cell is whole, opens as a database, and nobody is signed in by it', async () => {
  const target = sample.at('cell.sqlite')
  expect(await backUpCellSqlite(sample.file, target, sample.cellId)).toMatchObject({ ok: true, value: { contests: 2 } })

  expect(await checkSqliteBackup(target)).toEqual({ ok: true, contests: 2 })
  expect(rows(target, 'account_session')).toBe(0)
  const copy = await openDatabase(target, { report })
  try {
    const name = `Đảng viên của ${sample.cellId}`
    expect(await memberRepository(copy.store).list(sample.cellId)).toMatchObject([{ name }])
    for (const contestId of sample.contestIds) {
      expect(await copy.contestLog.read(contestId)).toEqual(await sample.database.contestLog.read(contestId))
    }
    // As append-only as the data that it was made of.
    const gone = copy.store.write((writer) => writer.delete(copy.store.tables.auditEntry).returning())
    await expect(gone).rejects.toThrow('audit_entry')
  } finally {
    await copy.close()
  }
})

test('no byte of another cell or of the installation is in the file', async () => {
  const target = sample.at('cell.sqlite')
  await backUpCellSqlite(sample.file, target, sample.cellId)

  const bytes = await readFile(target)
  expect(bytes.includes(sample.cellId)).toBe(true)
  expect(bytes.includes(other)).toBe(false)
  expect(bytes.includes('quantri')).toBe(false)
  for (const table of ['administrator', 'administration_entry', 'installation']) expect(rows(target, table)).toBe(0)
  // The one that it was made of has everything still.
  expect(await memberRepository(sample.database.store).list(other)).toHaveLength(1)
})

test('a table that nobody thought of stops it, and no file is left', async () => {
  change(sample.file, 'create table later (id text)')

  const copying = backUpCellSqlite(sample.file, sample.at('cell.sqlite'), sample.cellId)
  await expect(copying).rejects.toThrow(UnknownTableError)
  await expect(readFile(sample.at('cell.sqlite'))).rejects.toThrow('ENOENT')
})

function rows(file: string, table: string): number {
  const client = new SqliteDatabase(file, { readonly: true })
  try {
    return Number(client.prepare(`select count(*) from ${table}`).pluck().get())
  } finally {
    client.close()
  }
}
