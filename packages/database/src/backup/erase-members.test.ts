import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../database.ts'
import { deviceRepository } from '../repositories/devices.ts'
import { memberRepository } from '../repositories/members.ts'
import { report } from '../testing/databases.ts'
import { addMember } from '../testing/sample-rows.ts'
import { backUpSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { type Erasure, eraseMembersIn } from './erase-members.ts'
import { restoreSqlite, stageSqlite } from './restore-sqlite.ts'
import { change, sampleDatabase } from './sample-database.ts'

const name = 'Đặng Thị Xuân Tuyết'
const position = 'Phó bí thư phụ trách'
const tokenHash = 'hash-of-the-token-of-a-phone'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
let backup: string
let erasure: Erasure
beforeEach(async () => {
  sample = await sampleDatabase()
  const { store } = sample.database
  const described = { name, groupName: 'Tổ Hoa Mai', position, birthday: '1964-04-05', pinHash: 'argon' }
  const memberId = await addMember(store, sample.cellId, described)
  await addMember(store, sample.cellId, { name: 'Lê Văn Bình' })
  const device = { id: 'phone', memberId, tokenHash, provedBy: 'pin' as const, createdAtMs: 9 }
  await deviceRepository(store).create(sample.cellId, device)
  backup = sample.at('backup.sqlite')
  await backUpSqlite(sample.file, backup)
  const listed = { cellId: sample.cellId, memberId, atMs: 70, number: 3, lastMonth: '2027-05' }
  erasure = { ...listed, pseudonym: 'Thành viên đã xóa 3' }
})
afterEach(() => sample.discard())

test('[P2] a restore names nobody who was erased since the copy was made, and its logs are whole', async () => {
  await sample.database.close()
  expect(
    await restoreSqlite(backup, sample.file, { nowMillis: 1, erased: { members: [erasure], cellIds: [] } }),
  ).toMatchObject({ ok: true })

  await expectNameless(sample.file)
  expect(await checkSqliteBackup(sample.file)).toEqual({ ok: true, contests: 2 })
  const restored = await openDatabase(sample.file, { report })
  const members = await memberRepository(restored.store).list(sample.cellId)
  const devices = await deviceRepository(restored.store).ofMember(sample.cellId, erasure.memberId)
  await restored.close()
  expect(members.find(({ id }) => id === erasure.memberId)).toMatchObject({
    name: 'Thành viên đã xóa 3',
    active: false,
    toMonth: '2027-05',
    erasedAtMs: 70,
    erasedNumber: 3,
  })
  expect(members.map((member) => member.name)).toContain('Lê Văn Bình')
  expect(devices).toEqual([])
})

test('[P2] a kept copy takes its own place without the name', async () => {
  expect(await stageSqlite(backup, backup, { erased: { members: [erasure], cellIds: [] } })).toMatchObject({ ok: true })
  await expectNameless(backup)
  expect(await checkSqliteBackup(backup)).toEqual({ ok: true, contests: 2 })
})

test('[P2] nor does a copy of an older version name them, which has fewer columns', async () => {
  const added = ['erased_at_ms', 'erased_number', 'pin_hash', 'time_percent']
  change(backup, added.map((column) => `alter table member drop column ${column}`).join(';'))
  expect(eraseMembersIn(backup, [erasure])).toBe(1)
  await expectNameless(backup)
})

test('whoever is not in the copy, or is erased in it already, changes nothing', async () => {
  const before = await readFile(backup)
  const stranger = { ...erasure, memberId: 'nobody' }
  expect(eraseMembersIn(backup, [stranger, { ...erasure, cellId: 'another' }])).toBe(0)
  expect(await readFile(backup)).toEqual(before)
  expect(eraseMembersIn(backup, [erasure])).toBe(1)
  expect(eraseMembersIn(backup, [erasure])).toBe(0)
})

async function expectNameless(file: string): Promise<void> {
  const bytes = await readFile(file)
  expect(bytes.includes('Lê Văn Bình')).toBe(true)
  for (const text of [name, 'Xuân Tuyết', 'Tổ Hoa Mai', position, '1964-04-05', 'argon', tokenHash]) {
    expect([text, bytes.includes(text)]).toEqual([text, false])
  }
}
