import { readFile } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { auditRepository } from '../repositories/audit.ts'
import { memberRepository } from '../repositories/members.ts'
import { report } from '../testing/databases.ts'
import { addCell, addMember } from '../testing/sample-rows.ts'
import { backUpSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { eraseCellsIn } from './erase-cells.ts'
import { restoreSqlite, stageSqlite } from './restore-sqlite.ts'
import { UnknownTableError } from './rows-of-cells.ts'
import { addPlayedContest, change, sampleDatabase } from './sample-database.ts'

const cellName = 'Chi bộ Sẽ Bị Xóa'
const memberName = 'Đặng Thị Xuân Tuyết'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
let cellId: string
let backup: string
beforeEach(async () => {
  sample = await sampleDatabase()
  const { store } = sample.database
  cellId = await addCell(store, cellName)
  await addPlayedContest(sample.database, cellId)
  await addMember(store, cellId, { name: memberName })
  await addMember(store, sample.cellId, { name: 'Lê Văn Bình' })
  for (const id of [cellId, sample.cellId]) {
    await auditRepository(store).append(id, { atMs: 1, actorId: null, action: 'cell-made' })
  }
  backup = sample.at('backup.sqlite')
  await backUpSqlite(sample.file, backup)
})
afterEach(() => sample.discard())

test('a restore brings back no cell that was erased since the copy was made; the others are whole', async () => {
  await sample.database.close()
  const erased = { members: [], cellIds: [cellId] }
  expect(await restoreSqlite(backup, sample.file, { nowMillis: 1, erased })).toMatchObject({ ok: true })

  await expectErased(sample.file)
  const restored = await openDatabase(sample.file, { report })
  try {
    expect(await memberRepository(restored.store).list(sample.cellId)).toMatchObject([{ name: 'Lê Văn Bình' }])
    expect(await auditRepository(restored.store).page(sample.cellId, 9)).toHaveLength(1)
    // As append-only as it was.
    const gone = restored.store.write((writer) => writer.delete(restored.store.tables.auditEntry).returning())
    await expect(gone).rejects.toThrow('audit_entry')
  } finally {
    await restored.close()
  }
})

test('a kept copy takes its own place without the cell', async () => {
  expect(await stageSqlite(backup, backup, { erased: { members: [], cellIds: [cellId] } })).toMatchObject({ ok: true })
  await expectErased(backup)
})

test('nor is it in a copy of an older version, which has fewer tables', async () => {
  change(backup, 'drop trigger audit_entry_no_delete; drop table erased_cell; drop table member_link')
  expect(eraseCellsIn(backup, [cellId])).toBe(1)
  await expectErased(backup)
})

test('a cell that is not in the copy changes nothing, and a table that nobody thought of stops it', async () => {
  const before = await readFile(backup)
  expect(eraseCellsIn(backup, ['another'])).toBe(0)
  expect(await readFile(backup)).toEqual(before)
  change(backup, 'create table later (id text)')
  expect(() => eraseCellsIn(backup, [cellId])).toThrow(UnknownTableError)
  const client = new SqliteDatabase(backup, { readonly: true })
  expect(client.prepare('select count(*) from cell').pluck().get()).toBe(2)
  client.close()
})

async function expectErased(file: string): Promise<void> {
  const bytes = await readFile(file)
  expect(bytes.includes('Lê Văn Bình')).toBe(true)
  for (const text of [cellId, cellName, memberName]) expect([text, bytes.includes(text)]).toEqual([text, false])
  expect(await checkSqliteBackup(file)).toEqual({ ok: true, contests: 2 })
}
