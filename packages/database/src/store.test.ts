import { readFile } from 'node:fs/promises'
import Sqlite from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { Client } from 'pg'
import { describe, expect, test } from 'vitest'
import { newId } from './id.ts'
import { openPostgresStore } from './postgres-store.ts'
import { onlyRow } from './rows.ts'
import { assertDurableAfterWrite, assertSafeVersion } from './sqlite-connection.ts'
import { openSqliteStore } from './sqlite-store.ts'
import { isUniqueViolation } from './statement-error.ts'
import { run } from './store.ts'
import {
  engines,
  onEveryDatabase,
  patienceMillis,
  report,
  temporaryFile,
  temporaryPostgres,
} from './testing/databases.ts'
import { addCell, addMember } from './testing/sample-rows.ts'
import { isForeignKeyViolation } from './testing/violations.ts'

onEveryDatabase((store) => {
  test('a statement that fails undoes the whole transaction', async () => {
    const { atomically, tables } = store()
    const first = { id: newId(), name: 'một', boardKey: newId(), createdAtMs: 1 }
    const sameKey = { ...first, id: newId() }
    const failing = atomically(function* (writer) {
      yield* run(writer.insert(tables.cell).values(first).returning())
      yield* run(writer.insert(tables.cell).values(sameKey).returning())
    })

    await expect(failing.catch(isUniqueViolation)).resolves.toBe(true)
    expect(await cellsById(first.id)).toEqual([])
  })

  test('an exception in the body undoes the whole transaction', async () => {
    const cellId = await addCell(store())
    const { atomically, tables } = store()
    const failing = atomically(function* (writer) {
      yield* run(writer.update(tables.cell).set({ name: 'mất' }).where(eq(tables.cell.id, cellId)).returning())
      throw new Error('stop')
    })

    await expect(failing).rejects.toThrow('stop')
    expect((await cellsById(cellId))[0]?.name).toBe('Chi bộ Mẫu')
  })

  test('no update is lost when many read and write the same row at once', async () => {
    const cellId = await addCell(store())
    const { atomically, tables } = store()
    const increment = () =>
      atomically(function* (writer) {
        const rows = yield* run(writer.select().from(tables.cell).where(eq(tables.cell.id, cellId)))
        const createdAtMs = onlyRow(rows).createdAtMs + 1
        yield* run(writer.update(tables.cell).set({ createdAtMs }).where(eq(tables.cell.id, cellId)).returning())
      })
    await Promise.all(Array.from({ length: 8 }, increment))

    expect((await cellsById(cellId))[0]?.createdAtMs).toBe(1 + 8)
  })

  test('a foreign key holds, and a row of one cell cannot point into another', async () => {
    const [cellId, otherCellId] = [await addCell(store()), await addCell(store())]
    const { write, tables } = store()
    const account = {
      id: newId(),
      cellId,
      login: newId(),
      displayName: 'A',
      role: 'owner' as const,
      passwordHash: 'x',
      createdAtMs: 1,
    }
    await write((writer) => writer.insert(tables.account).values(account).returning())
    const session = { tokenHash: newId(), accountId: account.id, createdAtMs: 1, expiresAtMs: 2 }
    const insertFor = (cell: string) =>
      write((writer) =>
        writer
          .insert(tables.accountSession)
          .values({ ...session, cellId: cell })
          .returning(),
      )

    await expect(insertFor(otherCellId)).rejects.toSatisfy(isForeignKeyViolation)
    await expect(insertFor(cellId)).resolves.toHaveLength(1)
  })

  test('a large number comes back as it went', async () => {
    const { write, tables } = store()
    const cell = { id: newId(), name: 'số', boardKey: newId(), createdAtMs: Number.MAX_SAFE_INTEGER }
    await write((writer) => writer.insert(tables.cell).values(cell).returning())

    expect((await cellsById(cell.id))[0]?.createdAtMs).toBe(Number.MAX_SAFE_INTEGER)
  })

  async function cellsById(id: string) {
    const { read, tables } = store()
    return read.select().from(tables.cell).where(eq(tables.cell.id, id))
  }
})

describe('PostgreSQL', () => {
  test.skipIf(!engines.includes('PostgreSQL'))(
    '[P2] no version of a row that was written over or deleted is in any file of the database after a vacuum',
    async () => {
      const { url, discard } = await temporaryPostgres()
      const store = await openPostgresStore(url, { report })
      const { member } = store.tables
      const cellId = await addCell(store)
      const [written, deleted] = [
        await addMember(store, cellId, { name: 'Trần Thị Tên Cũ' }),
        await addMember(store, cellId, { name: 'Lê Văn Đã Đi' }),
      ]
      await addMember(store, cellId, { name: 'Đỗ Văn Ở Lại' })
      // As the server does by itself sooner or later: samples of what is in the columns, kept elsewhere.
      await onlyQuery(url, 'analyze')
      const named = (id: string) => eq(member.id, id)
      await store.write((writer) => writer.update(member).set({ name: 'Mới' }).where(named(written)).returning())
      await store.write((writer) => writer.delete(member).where(named(deleted)).returning())
      expect(await tablesHolding(url, ['Tên Cũ', 'Đã Đi'])).toEqual([
        'member',
        'member',
        'pg_statistic',
        'pg_statistic',
      ])
      await store.vacuum()

      expect(await tablesHolding(url, ['Tên Cũ', 'Đã Đi'])).toEqual([])
      expect(await tablesHolding(url, ['Ở Lại'])).toContain('member')
      await store.close()
      await discard()
    },
    patienceMillis,
  )
})

/** Tables, indexes and all else that is a file of this database; one line for each name that is found in it. */
async function tablesHolding(url: string, names: readonly string[]): Promise<readonly string[]> {
  await onlyQuery(url, 'checkpoint')
  const files = await onlyQuery(
    url,
    `select relname as name, pg_read_binary_file(pg_relation_filepath(oid)) as bytes from pg_class
     where pg_relation_filepath(oid) is not null and not relisshared order by relname`,
  )
  return files.flatMap((file) => names.filter((name) => file.bytes.includes(name)).map(() => file.name))
}

async function onlyQuery(
  url: string,
  query: string,
): Promise<readonly { readonly name: string; readonly bytes: Buffer }[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<{ name: string; bytes: Buffer }>(query)).rows
  } finally {
    await client.end()
  }
}

describe('SQLite', () => {
  test('a file that is already in use is opened again with its rows', async () => {
    const { file, discard } = await temporaryFile()
    const [one, other] = [await openSqliteStore(file), await openSqliteStore(file)]
    const cellId = await addCell(one)

    expect(await other.read.select({ id: other.tables.cell.id }).from(other.tables.cell)).toEqual([{ id: cellId }])
    await Promise.all([one.close(), other.close()])
    await discard()
  })

  test('a write waits for another connection without stopping the event loop', async () => {
    const { file, discard } = await temporaryFile()
    const store = await openSqliteStore(file)
    const other = new Sqlite(file)
    other.exec('begin immediate')
    let ticks = 0
    const ticking = setInterval(() => {
      ticks += 1
      if (ticks === 10) other.exec('rollback')
    }, 1)
    await addCell(store)
    clearInterval(ticking)

    expect(ticks).toBeGreaterThanOrEqual(10)
    other.close()
    await store.close()
    await discard()
  })

  test('[P4] what was written over is in no file after a checkpoint, which waits for who reads', async () => {
    const { file, discard } = await temporaryFile()
    const store = await openSqliteStore(file)
    const { cell } = store.tables
    const renamed = await addCell(store, 'Chi bộ Tên Cũ')
    await store.checkpoint()
    const place = eq(cell.id, renamed)
    await store.write((writer) => writer.update(cell).set({ name: 'Chi bộ Tên Mới' }).where(place).returning())
    const reader = new Sqlite(file, { readonly: true })
    const reading = reader.prepare('select name from cell').iterate()
    reading.next()
    setTimeout(() => reading.return?.(), 30)
    await store.checkpoint()
    reader.close()

    const bytes = Buffer.concat([await readFile(file), await readFile(`${file}-wal`)])
    expect([bytes.includes('Chi bộ Tên Mới'), bytes.includes('Chi bộ Tên Cũ')]).toEqual([true, false])
    await store.close()
    await discard()
  })

  test('a connection that the build lets fall back to NORMAL is refused after its first write', async () => {
    const { file, discard } = await temporaryFile()
    const careless = new Sqlite(file)
    careless.pragma('journal_mode = WAL')
    expect(careless.pragma('synchronous', { simple: true })).toBe(2)

    expect(() => assertDurableAfterWrite(careless)).toThrow('synchronous is 1 after the first write')
    careless.pragma('synchronous = FULL')
    expect(() => assertDurableAfterWrite(careless)).not.toThrow()
    careless.close()
    await discard()
  })

  test('a rollback journal is refused', async () => {
    const { file, discard } = await temporaryFile()
    const client = new Sqlite(file)

    expect(() => assertDurableAfterWrite(client)).toThrow('journal_mode is delete, not wal')
    client.close()
    await discard()
  })

  test.each(['3.51.2', '3.40.1', '2.99.99'])(
    'SQLite %s is refused, because a WAL reset may lose commits',
    (version) => {
      expect(() => assertSafeVersion(version)).toThrow('is older than 3.51.3')
    },
  )

  test.each(['3.51.3', '3.53.2', '4.0.0'])('SQLite %s is taken', (version) => {
    expect(() => assertSafeVersion(version)).not.toThrow()
  })
})
