import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Store } from '../store.ts'
import { addCell } from '../testing/sample-rows.ts'
import { auditRepository } from './audit.ts'

export function auditContract(store: () => Store): void {
  const entry = { atMs: 5, actorId: 'bi-thu', action: 'contest-created', contestId: 'contest' } as const

  test('entries are numbered within their cell, also when they come at once', async () => {
    const [audit, cellId, other] = [auditRepository(store()), await addCell(store()), await addCell(store())]
    await audit.append(other, entry)
    await Promise.all(Array.from({ length: 8 }, () => audit.append(cellId, entry)))

    expect((await audit.page(cellId, 50)).map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4, 3, 2, 1])
    expect(await audit.page(other, 50)).toMatchObject([{ ...entry, seq: 1, memberId: null, detail: null }])
  })

  test('they are read page by page, the newest first', async () => {
    const [audit, cellId] = [auditRepository(store()), await addCell(store())]
    for (let count = 0; count < 5; count += 1) await audit.append(cellId, entry)

    expect((await audit.page(cellId, 2)).map(({ seq }) => seq)).toEqual([5, 4])
    expect((await audit.page(cellId, 2, 4)).map(({ seq }) => seq)).toEqual([3, 2])
    expect((await audit.page(cellId, 2, 1)).map(({ seq }) => seq)).toEqual([])
  })

  test('what was done to one member is found, the oldest first, in their own cell only', async () => {
    const [audit, cellId] = [auditRepository(store()), await addCell(store())]
    const about = { ...entry, action: 'member-changed', memberId: 'an' } as const
    await audit.append(cellId, about)
    await audit.append(cellId, { ...about, memberId: 'binh' })
    await audit.append(cellId, { ...about, action: 'member-excused' })

    expect((await audit.aboutMember(cellId, 'an')).map(({ action }) => action)).toEqual([
      'member-changed',
      'member-excused',
    ])
    expect(await audit.aboutMember(await addCell(store()), 'an')).toEqual([])
  })

  test('the last of some actions is found, by one account or behind an entry where that is asked, in their own cell only', async () => {
    const [audit, cellId] = [auditRepository(store()), await addCell(store())]
    await audit.append(cellId, entry)
    await audit.append(cellId, { ...entry, actorId: 'thu-ky' })
    await audit.append(cellId, { ...entry, action: 'contest-changed' })

    expect(await audit.newestOf(cellId, ['contest-created', 'contest-deleted'])).toMatchObject({ seq: 2 })
    expect(await audit.newestOf(cellId, ['contest-created'], { actorId: 'bi-thu' })).toMatchObject({ seq: 1 })
    expect(await audit.newestOf(cellId, ['contest-created'], { after: 2 })).toBeUndefined()
    expect(await audit.newestOf(await addCell(store()), ['contest-created'])).toBeUndefined()
  })

  test('the database itself lets nobody change or delete an entry', async () => {
    const [audit, cellId] = [auditRepository(store()), await addCell(store())]
    await audit.append(cellId, entry)
    const { auditEntry } = store().tables
    const place = eq(auditEntry.cellId, cellId)

    const changing = store().write((writer) => writer.update(auditEntry).set({ atMs: 6 }).where(place).returning())
    await expect(changing).rejects.toSatisfy(saysAppendOnly)
    const deleting = store().write((writer) => writer.delete(auditEntry).where(place).returning())
    await expect(deleting).rejects.toSatisfy(saysAppendOnly)
    expect(await audit.page(cellId, 50)).toMatchObject([{ atMs: 5 }])
  })
}

function saysAppendOnly(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && cause.message.includes('append-only')
}
