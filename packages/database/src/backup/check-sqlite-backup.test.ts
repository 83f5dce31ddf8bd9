import { readFile, truncate, writeFile } from 'node:fs/promises'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { backUpSqlite } from './back-up-sqlite.ts'
import { checkSqliteBackup } from './check-sqlite-backup.ts'
import { change, sampleDatabase } from './sample-database.ts'

let sample: Awaited<ReturnType<typeof sampleDatabase>>
let whole: Buffer
let file: string
beforeAll(async () => {
  sample = await sampleDatabase()
  await backUpSqlite(sample.file, sample.at('whole.sqlite'))
  whole = await readFile(sample.at('whole.sqlite'))
  file = sample.at('backup.sqlite')
})
beforeEach(() => writeFile(file, whole))
afterAll(() => sample.discard())

test('a whole backup is in order, and is not touched by the check', async () => {
  expect(await checkSqliteBackup(file)).toEqual({ ok: true, contests: 2 })
  expect((await readFile(file)).equals(whole)).toBe(true)
})

test('what is no database is told as such', async () => {
  await writeFile(file, 'Danh sách chi bộ\n'.repeat(200))
  expect(await damage()).toEqual({ kind: 'not-a-database' })
  await writeFile(file, '')
  expect(await damage()).toEqual({ kind: 'not-a-database' })
  expect(await checkSqliteBackup(sample.folder)).toEqual({ ok: false, damage: { kind: 'not-a-database' } })
  expect(await checkSqliteBackup(sample.at('none'))).toEqual({ ok: false, damage: { kind: 'missing' } })
})

test('a file that ends too early is damaged, wherever it was cut', async () => {
  for (const share of [0.02, 0.3, 0.6, 0.99]) {
    await writeFile(file, whole)
    await truncate(file, Math.round(whole.length * share))
    expect(await damage(), `cut at ${share}`).toMatchObject({ kind: 'integrity' })
  }
})

test('a page of zeros is found, whichever page it is', async () => {
  const pageBytes = whole.readUInt16BE(16)
  const pages = whole.length / pageBytes
  expect(pages).toBeGreaterThan(40)
  for (let page = 0; page < pages; page += 1) {
    const zeroed = Buffer.from(whole)
    zeroed.fill(0, page * pageBytes, (page + 1) * pageBytes)
    await writeFile(file, zeroed)
    expect(await checkSqliteBackup(file), `page ${page + 1} of ${pages}`).toMatchObject({ ok: false })
  }
})

test('one flipped byte in the body of an event is found, and where', async () => {
  const [contestId] = sample.contestIds
  const marker = 'thành viên “2”'
  const at = whole.indexOf(marker)
  expect(at).toBeGreaterThan(0)
  const flipped = Buffer.from(whole)
  flipped.writeUInt8((flipped[at] ?? 0) ^ 1, at)
  await writeFile(file, flipped)

  const found = await damage()
  expect(found).toMatchObject({ kind: 'chain', seq: 1 })
  expect(sample.contestIds).toContain(found?.kind === 'chain' ? found.contestId : contestId)
})

describe('what SQLite itself does not mind', () => {
  test.each([
    ['a row that is gone from the middle', "delete from contest_log where contest_id = '$1' and seq = 200", 200],
    ['a time that was changed', "update contest_log set at_ms = 1 where contest_id = '$1' and seq = 5", 5],
    [
      'rows cut off the end, where a result was made from them',
      `insert into result values ((select cell_id from contest where id = '$1'), '$1', 'member-1', 1, 1, 1, 1, 1, 1, 1, 1, 301, 100);
        delete from contest_log where contest_id = '$1' and seq > 290`,
      291,
    ],
  ])('%s', async (_, statement, seq) => {
    const [, contestId] = sample.contestIds
    change(file, statement.replaceAll('$1', contestId))
    expect(await damage()).toEqual({ kind: 'chain', contestId, seq })
  })

  test('a question that was changed after it was frozen', async () => {
    const [contestId] = sample.contestIds
    change(file, `update contest_content set body = replace(body, '2021', '2022') where contest_id = '${contestId}'`)
    expect(await damage()).toEqual({ kind: 'content', contestId })
  })

  test('a row that points at nothing', async () => {
    change(file, 'delete from cell')
    expect(await damage()).toMatchObject({ kind: 'integrity', message: expect.stringContaining('points at nothing') })
  })
})

test('a database of a newer version is told apart from that of another program', async () => {
  change(file, "insert into __drizzle_migrations (hash, created_at) values ('later', 9000000000000)")
  expect(await damage()).toEqual({ kind: 'newer-migration' })

  change(file, 'update __drizzle_migrations set created_at = 1')
  expect(await damage()).toEqual({ kind: 'another-application' })

  const other = new SqliteDatabase(sample.at('other.sqlite'))
  other.exec('create table note (text)')
  other.close()
  expect(await checkSqliteBackup(sample.at('other.sqlite'))).toMatchObject({ damage: { kind: 'another-application' } })
})

async function damage() {
  const check = await checkSqliteBackup(file)
  return check.ok ? undefined : check.damage
}
